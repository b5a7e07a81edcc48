import { sql } from '@/server/db/client'

/** The article whose material number a staged row `r` names; null when we do not know it. */
export const MATERIAL_OF_ROW = sql`(SELECT i.id FROM item i WHERE i.material_key = comparison_key(r.values ->> 'material'))`

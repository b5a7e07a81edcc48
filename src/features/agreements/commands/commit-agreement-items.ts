import { MATERIAL_OF_ROW } from '@/features/items/commands/material-of-row'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, rejectRows, stagedRows } from '@/server/staged-rows'

const KIND = 'agreement-item'
const AGREEMENT_OF_ROW = sql`(SELECT a.id FROM agreement a WHERE a.number = r.values ->> 'agreement')`

/** Takes over which articles an agreement covers. */
export async function commitAgreementItems(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, KIND, 'intake/unknown-agreement', sql`${AGREEMENT_OF_ROW} IS NULL`)
  await rejectRows(scope, batchId, KIND, 'intake/unknown-item', sql`${MATERIAL_OF_ROW} IS NULL`)
  await scope.tx.$executeRaw(sql`
    UPDATE import_row r SET status = 'duplicate'
    WHERE ${stagedRows(batchId, KIND)} AND (r.occurrence > 1
      OR EXISTS (SELECT 1 FROM agreement_item t WHERE t.agreement_id = ${AGREEMENT_OF_ROW} AND t.item_id = ${MATERIAL_OF_ROW}))`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO agreement_item (agreement_id, item_id)
    SELECT ${AGREEMENT_OF_ROW}, ${MATERIAL_OF_ROW} FROM import_row r WHERE ${stagedRows(batchId, KIND)} ON CONFLICT DO NOTHING`)
  await acceptRows(scope, batchId, KIND)
}

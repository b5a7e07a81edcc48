import { type Sql, sql } from '@/server/db/client'

/** A deduction over `deduction d` that people have decided, packed, filed, closed or divided off keeps the category it was handled under. */
export const SETTLED: Sql = sql`(d.state IN ('ready', 'submitted', 'closed') OR d.decided_verdict IS NOT NULL OR d.split_of_id IS NOT NULL)`

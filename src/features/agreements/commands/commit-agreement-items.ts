import { MATERIAL_OF_ROW } from '@/features/items/commands/material-of-row'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, rejectRows, stagedRows } from '@/server/staged-rows'

const KIND = 'agreement-item'
const AGREEMENT_OF_ROW = sql`(SELECT a.id FROM agreement a WHERE a.number = r.values ->> 'agreement')`

const SAME = sql`t.agreement_id = ${AGREEMENT_OF_ROW} AND t.item_id = ${MATERIAL_OF_ROW}`
const KNOWN_IN = sql`(SELECT t.batch_id FROM agreement_item t WHERE ${SAME})`

/** Takes over which articles an agreement covers. */
export async function commitAgreementItems(scope: Scope, batchId: string): Promise<void> {
  await rejectRows(scope, batchId, KIND, 'intake/unknown-agreement', sql`${AGREEMENT_OF_ROW} IS NULL`)
  await rejectRows(scope, batchId, KIND, 'intake/unknown-item', sql`${MATERIAL_OF_ROW} IS NULL`)
  await scope.tx.$executeRaw(sql`
    UPDATE import_row r SET status = 'duplicate', duplicate_of = ${KNOWN_IN}
    WHERE ${stagedRows(batchId, KIND)} AND (r.occurrence > 1 OR EXISTS (SELECT 1 FROM agreement_item t WHERE ${SAME}))`)
  await scope.tx.$executeRaw(sql`
    INSERT INTO agreement_item (agreement_id, item_id, batch_id, position)
    SELECT ${AGREEMENT_OF_ROW}, ${MATERIAL_OF_ROW}, r.batch_id, r.position FROM import_row r WHERE ${stagedRows(batchId, KIND)} ON CONFLICT DO NOTHING`)
  await acceptRows(scope, batchId, KIND)
}

import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { select, sql } from '@/server/db/client'
import { COMMITTERS } from '../commands/committers'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { findPartIds } from '../queries/find-import-parts'
import { commitInOrder } from './commit-in-order'

/**
 * Takes over files that were read and shown before, in the order in which their facts depend on each other, whatever the
 * order asked for. With a mail or an archive go the files that were unpacked from it. Files that are not visible or wait no
 * more are left alone. Returns the ids that were worked on.
 */
export async function takeOverStaged(actor: Actor, ids: readonly string[]): Promise<string[]> {
  if (!canImport(actor)) throw new Refusal('not-allowed')
  const all = [...ids, ...(await findPartIds(actor, ids))]
  const wanted = await select<{ id: string; path: string; kinds: string[]; rows: number }>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, b.rows_read AS rows,
      ARRAY(SELECT DISTINCT r.kind FROM import_row r WHERE r.batch_id = b.id AND r.status = 'staged') AS kinds
    FROM import_batch b WHERE b.id = ANY(${all}::uuid[]) AND b.state = 'staged' AND ${batchesOf(actor)}`)
  await commitInOrder(
    actor,
    wanted.map(({ id, path, rows, kinds }) => ({ id, path, rows, rank: COMMITTERS.findIndex(({ kind }) => kinds.includes(kind)) })),
  )
  return wanted.map(({ id }) => id)
}

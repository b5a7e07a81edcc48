import { systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { releaseSources } from '@/features/deductions/commands/release-sources'
import { putBackReplaced } from '@/features/documents/commands/replace-documents'
import { dropExceptions } from '@/features/orders/commands/drop-exceptions'
import { replayAfterUndo } from '@/features/orders/commands/replay-added-lines'
import { withdrawOwnTasks } from '@/features/tasks/commands/withdraw-own-tasks'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { removeRecords, restoreRecords } from '@/server/undo-records'
import { canUndoImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { IMPORTED_TABLES } from '../queries/imported-tables'
import { planUndo } from '../queries/plan-undo'
import { OneBatchInput } from '../schemas'
import { takeTurns } from './take-turns'

/**
 * Takes back what an import added, as if its file had never come: new records go, changed ones get their former content, what
 * was found from them goes or is described anew. The batch and its file stay. Refuses 'file-intake/undo-blocked' when something was
 * built on it.
 */
export const undoBatch = defineCommand({
  event: 'import.undone',
  input: OneBatchInput,
  async find(scope, { batchId }) {
    await takeTurns(scope)
    const [batch] = await selectIn<{ id: string; state: string }>(
      scope.tx,
      sql`SELECT b.id::text, b.state FROM import_batch b WHERE b.id = ${batchId}::uuid AND ${batchesOf(scope.actor)} FOR UPDATE`,
    )
    return batch ?? null
  },
  allow: canUndoImport,
  timeoutMs: 600_000,
  async change(scope, { id, state }) {
    const { tx, actor } = scope
    if (state !== 'done') throw new Refusal('file-intake/nothing-to-undo')
    const { blockers, records } = await planUndo(tx, id)
    const [first] = blockers
    if (first) throw new Refusal('file-intake/undo-blocked', { details: { kind: first.kind, label: first.subjects[0]?.label ?? '' } })
    const deductions = await releaseSources(scope, id)
    await dropExceptions(scope)
    await putBackReplaced(tx)
    await withdrawRequests(scope)
    await tx.$executeRaw(sql`
      UPDATE import_batch SET state = 'undone', undone_at = now(), undone_by = ${actor.kind === 'job' ? null : actor.userId}::uuid
      WHERE id = ${id}::uuid`)
    await tx.$executeRaw(sql`
      UPDATE import_batch SET customer_id = NULL
      WHERE state = 'undone' AND customer_id IN (SELECT record_id FROM undoing WHERE table_name = 'customer' AND version_id IS NULL)`)
    // Rows that it had brought in corrected wait for correction again.
    await tx.$executeRaw(sql`UPDATE import_row SET corrected_by = NULL WHERE corrected_by = ${id}::uuid`)
    const planned = new Map(records.map((record) => [record.table, record]))
    let [removed, restored] = [0, 0]
    // What refers to others goes before them.
    for (const table of IMPORTED_TABLES.toReversed()) {
      if (planned.get(table.table)?.removed) removed += await removeRecords(tx, table)
      if (planned.get(table.table)?.restored) restored += await restoreRecords(tx, id, table)
    }
    await replayAfterUndo(scope)
    return { id, removed, restored, deductions: deductions.removed, reopened: deductions.reopened }
  },
})

// What was asked by itself about papers that go; requests of people block the undoing.
async function withdrawRequests(scope: Scope): Promise<void> {
  const going = await selectIn<{ id: string }>(
    scope.tx,
    sql`SELECT record_id::text AS id FROM undoing WHERE table_name = 'document' AND version_id IS NULL`,
  )
  if (going.length === 0) return
  await withdrawOwnTasks(systemActor('papers'), { subjectKind: 'document', subjectIds: going.map(({ id }) => id) }, { within: scope })
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { isPassingFailure } from '@/server/db/passing-failure'
import { log } from '@/server/log'
import { commitBatches } from '../commands/commit-batches'
import { commitKnown } from '../commands/commit-known'
import { commitPart } from '../commands/commit-part'
import { failBatch } from '../commands/fail-batch'
import { planParts } from '../queries/plan-parts'
import { dateInPath } from '../rules/stated-order'
import { measureRows } from './copy-rows'
import type { BatchToCommit } from './read-batches'

const GROUP_BATCHES = 25
/** A longer batch is taken over by itself, in parts. */
const LONG_ROWS = 20_000
const UNMEASURED_ROWS_MAX = 1_000
const ATTEMPTS_MAX = 5
const PAUSE_MILLISECONDS = 500

/** Takes batches over by what their rows depend on, then by the date in their path, several small ones in one transaction. */
export async function commitInOrder(actor: Actor, batches: readonly BatchToCommit[]): Promise<void> {
  const ordered = [...batches].sort((a, b) => a.rank - b.rank || compare(dateInPath(a.path), dateInPath(b.path)) || compare(a.path, b.path))
  if (ordered.reduce((rows, batch) => rows + batch.rows, 0) > UNMEASURED_ROWS_MAX) await measureRows()
  for (const group of groupsOf(ordered)) await commitGroup(actor, group.ids, group.rows)
}

/** One bad batch does not take the others of its group with it; what only came at a bad moment is tried again. */
async function commitGroup(actor: Actor, batchIds: readonly string[], rows: number, attempt = 1): Promise<void> {
  const [only] = batchIds
  try {
    if (only !== undefined && batchIds.length === 1 && rows >= LONG_ROWS) {
      await commitKnown(actor, { batchId: only })
      for (const part of await planParts(only)) await commitPart(actor, { batchId: only, ...part })
    }
    await commitBatches(actor, { batchIds: [...batchIds] })
  } catch (error) {
    // Another import, to which these batches fell, has finished them.
    if (error instanceof Refusal && error.code === 'not-found') return
    if (attempt < ATTEMPTS_MAX && isPassingFailure(error)) {
      await sleep(attempt * PAUSE_MILLISECONDS)
      await commitGroup(actor, batchIds, rows, attempt + 1)
    } else if (batchIds.length > 1) {
      for (const id of batchIds) await commitGroup(actor, [id], 0)
    } else if (only !== undefined) {
      log().error({ err: error, batchId: only }, 'import batch failed')
      await failBatch(actor, { batchId: only, reason: error instanceof Refusal ? error.code : 'intake/commit-failed' })
    }
  }
}

type Group = { ids: string[]; rows: number }

function groupsOf(batches: readonly BatchToCommit[]): Group[] {
  const groups: Group[] = []
  for (const { id, rows } of batches) {
    const last = groups.at(-1)
    if (last && last.ids.length < GROUP_BATCHES && last.rows + rows < LONG_ROWS) {
      last.ids.push(id)
      last.rows += rows
    } else groups.push({ ids: [id], rows })
  }
  return groups
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

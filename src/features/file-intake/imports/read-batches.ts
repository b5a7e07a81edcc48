import type { Actor } from '@/core/actor'
import { COMMITTERS } from '../commands/committers'
import { stageBatches } from '../commands/stage-batches'
import { copyRows } from './copy-rows'
import { readStoredFile } from './reader-pool'
import type { ReadSummary } from './reading'

export type BatchToRead = { id: string; path: string; storedAt: string; bytes: number }
/** A batch whose rows are staged; `rank` is the place of its first kind of row in the order of the committers. */
export type ReadBatch = { id: string; path: string; rank: number; rows: number }

/** Reads the stored files of some batches, copies their rows in one go and writes down what was found. */
export async function readBatches(actor: Actor, batches: readonly BatchToRead[], isPreview: boolean): Promise<ReadBatch[]> {
  if (batches.length === 0) return []
  const results = await Promise.all(
    batches.map(async (batch) => ({
      batch,
      ...(await readStoredFile({ batchId: batch.id, path: batch.path, storedAt: batch.storedAt, bytes: batch.bytes })),
    })),
  )
  const settled = results.map(({ batch, chunks, summary }) => ({ batch, chunks, summary, state: stateOf(summary, isPreview) }))
  const wanted = settled.filter(({ state }) => state === 'staged' || state === 'committing')
  await copyRows(wanted.flatMap(({ chunks }) => chunks))
  await stageBatches(actor, { batches: settled.map(({ batch, summary, state }) => toStage(batch.id, summary, state)) })
  return wanted.map(({ batch, summary }) => ({ id: batch.id, path: batch.path, rank: rankOf(summary.rowKinds), rows: summary.rowsRead }))
}

type StagedState = 'staged' | 'committing' | 'waiting' | 'refused'

function stateOf(summary: ReadSummary, isPreview: boolean): StagedState {
  if (summary.refused !== null) return 'refused'
  if (summary.waiting !== null || summary.rowKinds.some((kind) => !COMMITTERS.some((committer) => committer.kind === kind)))
    return 'waiting'
  return isPreview ? 'staged' : 'committing'
}

function rankOf(rowKinds: readonly string[]): number {
  const ranks = rowKinds.map((kind) => COMMITTERS.findIndex((committer) => committer.kind === kind))
  return ranks.length === 0 ? COMMITTERS.length : Math.min(...ranks)
}

function toStage(id: string, summary: ReadSummary, state: StagedState) {
  const { format, kind, encoding, rowsRead, blank, rejected, totals, problems } = summary
  const reason = summary.refused ?? summary.waiting ?? (state === 'waiting' ? 'intake/kind-waits' : null)
  return {
    id,
    state,
    format,
    kind,
    encoding,
    rowsRead,
    blank,
    rejected,
    ownTotal: totals.own,
    computedTotal: totals.computed,
    currency: totals.currency,
    reason,
    findings: problems.map((problem) => ({ ...problem })),
  }
}

import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import type { Actor } from '@/core/actor'
import type { OpenDates } from '@/core/date-order'
import { loadLockboxProfiles } from '@/features/remittances/imports/lockbox-profiles'
import type { LockboxProfile } from '@/formats/bank/lockbox-profile'
import { select, sql } from '@/server/db/client'
import { temporaryPath } from '@/server/file-store'
import { COMMITTERS } from '../commands/committers'
import { stageBatches } from '../commands/stage-batches'
import type { SettledDates } from '../rules/date-order'
import { statedOrder } from '../rules/stated-order'
import { chooseOverReader, chooseSavedMapping } from './choose-saved-mapping'
import { copyRows, discardRows } from './copy-rows'
import { openCorrected } from './open-corrected'
import { readHead } from './read-head'
import { readStoredFile } from './reader-pool'
import type { BatchToRead, MappingToUse, Reading, ReadRequest, ReadSummary } from './reading'
import { settleDates } from './settle-dates'
import { takeParts } from './take-parts'

const STREAMED_FROM_BYTES = 8 * 1024 * 1024

/** A batch whose rows are staged; `rank` is the place of its first kind of row in the order of the committers. */
export type BatchToCommit = { id: string; path: string; rank: number; rows: number }
/** `inside`: what was unpacked from it and is still to be read. */
export type ReadBatch = BatchToCommit & { inside: BatchToRead[] }

/** Reads the stored files of some batches, copies their rows in one go and writes down what was found. */
export async function readBatches(actor: Actor, batches: readonly BatchToRead[], reading: Reading): Promise<ReadBatch[]> {
  if (batches.length === 0) return []
  const lockboxProfiles = await loadLockboxProfiles()
  const results = await Promise.all(
    batches.map(async (batch) => ({ batch, ...(await readOrCorrect(actor, batch, lockboxProfiles)), order: await orderOf(batch) })),
  )
  const settled = results.map((result) => ({ ...result, state: stateOf(result.summary, reading.isPreview) }))
  const isWanted = ({ state }: { state: StagedState }) => state === 'staged' || state === 'committing'
  const wanted = settled.filter(isWanted)
  const chunks = wanted.flatMap((result) => result.chunks)
  if (chunks.length > 0) await copyRows(chunks)
  for (const { batch, summary } of wanted) if (summary.withdrawn > 0) await discardRows([batch.id], summary.withdrawn)
  const unwanted = settled.filter((result) => result.isCopied && !isWanted(result))
  if (unwanted.length > 0) await discardRows(unwanted.map(({ batch }) => batch.id))
  const inside = new Map<string, BatchToRead[]>()
  for (const { batch, summary } of wanted)
    if (summary.parts.length > 0) inside.set(batch.id, await takeParts(actor, batch, summary, reading))
  await stageBatches(actor, {
    heldBy: reading.heldBy,
    batches: settled.map(({ batch, summary, state, mappingVersionId, dates, order, parentId }) => ({
      ...toStage(batch.id, summary, state, mappingVersionId, dates),
      statedOrder: order,
      parentId: parentId ?? null,
    })),
  })
  await Promise.all(results.map(({ partsAt }) => rm(partsAt, { recursive: true, force: true })))
  return wanted.map(({ batch, summary }) => ({
    id: batch.id,
    path: batch.path,
    rank: rankOf(summary.rowKinds),
    rows: summary.rowsRead,
    inside: inside.get(batch.id) ?? [],
  }))
}

/** Batches whose rows are staged already, as reading them would answer. */
export async function findStagedBatches(batchIds: readonly string[]): Promise<BatchToCommit[]> {
  const found = await select<{ id: string; path: string; kinds: string[]; rows: number }>(sql`
    SELECT b.id::text, coalesce(b.path, b.file_name) AS path, b.rows_read AS rows,
      ARRAY(SELECT DISTINCT r.kind FROM import_row r WHERE r.batch_id = b.id AND r.status = 'staged') AS kinds
    FROM import_batch b WHERE b.id = ANY(${[...batchIds]}::uuid[])`)
  return found.map(({ id, path, rows, kinds }) => ({ id, path, rows, rank: rankOf(kinds) }))
}

type More = Pick<ReadRequest, 'partsAt' | 'lockboxProfiles'>
type KnownRead = Read & { mappingVersionId: string | null; dates: SettledDates | null }
type Read = { summary: ReadSummary; chunks: string[]; isCopied: boolean; partsAt: string }

/** Rows that come back corrected are read where they stood, in the file that had them first, the way that was read. */
async function readOrCorrect(
  actor: Actor,
  batch: BatchToRead,
  lockboxProfiles: readonly LockboxProfile[],
): Promise<KnownRead & { parentId?: string }> {
  const read = await readAsKnown(actor, batch, lockboxProfiles)
  const { correction } = read.summary
  if (!correction) return read
  const first = await openCorrected(actor, correction)
  if (first === null) return { ...read, summary: { ...read.summary, refused: 'intake/correction-unknown' } }
  const { path, storedAt, bytes, mapping, dateOrder } = first
  const again = { lockboxProfiles, mapping: mapping?.order ?? null, correction: first.correction, partsAt: read.partsAt, dateOrder }
  const corrected = await readOne({ ...batch, path, storedAt, bytes }, again)
  return { ...corrected, mappingVersionId: mapping?.versionId ?? null, dates: null, parentId: correction.batchId }
}

/**
 * A table of no known kind is read by the mapping that was saved for its sender and header, if there is one; dates that fit both
 * orders in the one that is known of its sender.
 */
async function readAsKnown(actor: Actor, batch: BatchToRead, lockboxProfiles: readonly LockboxProfile[]): Promise<KnownRead> {
  const partsAt = await temporaryPath()
  const more = { partsAt, lockboxProfiles }
  const read = await readOne(batch, { ...more, mapping: batch.mapping?.order ?? null })
  const { survey, waiting, provenDates, openDates } = read.summary
  const asRead = { mappingVersionId: null, dates: provenDates ? ({ order: provenDates.order, because: 'values' } as const) : null }
  if (batch.mapping) return { ...read, ...asRead, mappingVersionId: batch.mapping.versionId }
  if (!survey) {
    const saved = await chooseOverReader(actor, batch.path, read.summary.headers ?? [])
    return saved === null ? { ...read, ...asRead } : { ...read, ...asRead, ...(await readInstead(batch, read, saved, more)) }
  }
  const choice = await chooseSavedMapping(actor, batch.path, survey)
  if (choice !== null && 'use' in choice) return readInstead(batch, read, choice.use, more)
  if (openDates) return { ...read, ...asRead, ...(await readInKnownOrder(actor, batch, read, openDates, more)) }
  return choice === null ? { ...read, ...asRead } : { ...read, ...asRead, summary: { ...read.summary, waiting: waiting && choice.ask } }
}

async function readInstead(batch: BatchToRead, read: Read, mapping: MappingToUse, more: More): Promise<KnownRead> {
  if (read.isCopied) await discardRows([batch.id])
  const again = await readOne(batch, { ...more, mapping: mapping.order })
  const { provenDates, waiting } = again.summary
  const dates = provenDates ? ({ order: provenDates.order, because: 'values' } as const) : null
  return { ...again, dates, mappingVersionId: waiting === null ? mapping.versionId : null }
}

async function readInKnownOrder(
  actor: Actor,
  batch: BatchToRead,
  read: Read,
  openDates: OpenDates,
  more: More,
): Promise<(Read & { dates: SettledDates }) | null> {
  const dates = await settleDates(actor, batch.path, openDates)
  if (dates === null) return null
  // Of a workbook some lists may have come through already.
  if (read.isCopied) await discardRows([batch.id])
  return { ...(await readOne(batch, { ...more, dateOrder: dates.order })), dates }
}

/** Small files are collected and copied together; the rows of a large one go to the database while it is read. */
async function readOne(
  batch: BatchToRead,
  more: Pick<ReadRequest, 'partsAt' | 'lockboxProfiles' | 'mapping' | 'correction' | 'dateOrder'>,
): Promise<Read> {
  const { id: batchId, path, storedAt, bytes, around = [] } = batch
  const request = { batchId, path, storedAt, bytes, around, ...more }
  const { partsAt } = more
  const chunks: string[] = []
  if (batch.bytes < STREAMED_FROM_BYTES) {
    const summary = await readStoredFile(request, async (rows) => void chunks.push(rows))
    return { summary, chunks, isCopied: false, partsAt }
  }
  const rows = new PassThrough({ objectMode: true, highWaterMark: 4 })
  const copying = copyRows(rows)
  try {
    const read = readStoredFile(request, async (chunk) => {
      if (!rows.write(chunk)) await once(rows, 'drain')
    })
    const summary = await Promise.race([read, copying.then(() => read)])
    rows.end()
    await copying
    return { summary, chunks, isCopied: true, partsAt }
  } catch (error) {
    rows.destroy()
    await copying.catch(() => undefined)
    throw error
  }
}

async function orderOf({ path, storedAt }: BatchToRead): Promise<string | null> {
  // A file that cannot be opened was refused already.
  return statedOrder(await readHead(storedAt).catch(() => ''), path)
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

function toStage(id: string, summary: ReadSummary, state: StagedState, mappingVersionId: string | null, dates: SettledDates | null) {
  const { format, kind, encoding, rowsRead, blank, rejected, totals, sums, problems, survey, openDates, provenDates } = summary
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
    sums,
    reason,
    findings: problems.map((problem) => ({ ...problem })),
    mappingVersionId,
    survey: survey && openDates ? { ...survey, openDates } : (survey ?? null),
    dateOrder: dates?.order ?? null,
    dateOrderBecause: dates?.because ?? null,
    headerFingerprint: provenDates?.fingerprint ?? null,
  }
}

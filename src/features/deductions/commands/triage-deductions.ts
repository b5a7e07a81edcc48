import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { defineCommand, findNothing, type Scope } from '@/server/command'
import { type Sql, select, selectIn, sql } from '@/server/db/client'
import { readSnapshot } from '@/server/db/read-snapshot'
import { canTriage } from '../policy'
import { findValidityFacts } from '../queries/find-validity-facts'
import type { VerdictKind } from '../rules/verdict'
import { acceptSmallAmounts } from './accept-small-amounts'
import { groupIncidents } from './group-incidents'
import { type Examined, judgeFacts } from './judge-facts'
import { saveVerdicts, type TriageResult } from './save-verdicts'
import { writeJudged } from './write-judged'

/** Deductions judged within another command's transaction. */
export const TRIAGE_CHUNK = 500
/** Deductions read, judged and written at once by a run of its own. */
const RUN_CHUNK = 1_000
/** A deduction that people change again and again while it is judged is left to the next run. */
const ROUNDS_MAX = 3

export type Triaged = { examined: number; changed: number; byKind: Record<VerdictKind, number> }

const TriageInput = z.object({ ids: z.array(z.uuid()).min(1).max(TRIAGE_CHUNK) })

/** Judges one chunk of deductions by their facts and writes verdicts that changed. */
export const triageChunk = defineCommand({
  event: 'deduction.triaged',
  input: TriageInput,
  find: findNothing,
  allow: canTriage,
  timeoutMs: 300_000,
  change: judgeChunk,
})

async function judgeChunk(scope: Scope, _before: unknown, input: z.output<typeof TriageInput>): Promise<Triaged> {
  const rows = await findValidityFacts(input.ids, <Row>(query: Sql): Promise<Row[]> => selectIn<Row>(scope.tx, query))
  const examined = rows.map(judgeFacts)
  const { changed } = await saveVerdicts(scope.tx, toWrite(examined))
  return { examined: examined.length, changed: changed.length, byKind: countKinds(examined.map((one) => one.kind)) }
}

/**
 * Judges all deductions, or the given ones, then groups those of one failed shipment into incidents and accepts what is too small to be worked on.
 * While the database writes one chunk the next one is read and judged.
 */
export async function triageDeductions(actor: Actor, ids?: readonly string[]): Promise<Triaged> {
  const total: Triaged = { examined: 0, changed: 0, byKind: countKinds([]) }
  let overtaken = await judgeAll(actor, ids ? chunksOf(ids) : allChunks(), total)
  for (let round = 1; overtaken.length > 0 && round < ROUNDS_MAX; round += 1) overtaken = await judgeAll(actor, chunksOf(overtaken), total)
  const among = ids === undefined ? {} : { ids: [...ids] }
  await groupIncidents(actor, among)
  await acceptSmallAmounts(actor, among)
  return total
}

async function judgeAll(actor: Actor, chunks: AsyncIterable<string[]> | Iterable<string[]>, total: Triaged): Promise<string[]> {
  const overtaken: string[] = []
  let writing: Promise<unknown> = Promise.resolve()
  for await (const chunk of chunks) {
    const [examined] = await Promise.all([judge(chunk), writing])
    total.examined += examined.length
    for (const { kind } of examined) total.byKind[kind] += 1
    const results = toWrite(examined)
    writing = results.length === 0 ? Promise.resolve() : write(actor, results, total, overtaken)
    // Awaited with the next chunk: a write that fails before then ends the run there.
    writing.catch(() => undefined)
  }
  await writing
  return overtaken
}

async function judge(ids: readonly string[]): Promise<Examined[]> {
  const rows = await readSnapshot((read) => findValidityFacts(ids, read))
  return rows.map(judgeFacts)
}

async function write(actor: Actor, results: readonly TriageResult[], total: Triaged, overtaken: string[]): Promise<void> {
  const done = await writeJudged(actor, { results })
  total.changed += done.changed.length
  overtaken.push(...done.overtaken)
}

async function* allChunks(): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await select<{ id: string }>(sql`SELECT id FROM deduction WHERE id > ${after}::uuid ORDER BY id LIMIT ${RUN_CHUNK}`)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => row.id)
    after = last.id
  }
}

function* chunksOf(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += RUN_CHUNK) yield ids.slice(at, at + RUN_CHUNK)
}

function toWrite(examined: readonly Examined[]): TriageResult[] {
  return examined.flatMap(({ result }) => result ?? [])
}

function countKinds(kinds: readonly VerdictKind[]): Record<VerdictKind, number> {
  const counts: Record<VerdictKind, number> = { valid: 0, invalid: 0, partly: 0, duplicate: 0, undecided: 0 }
  for (const kind of kinds) counts[kind] += 1
  return counts
}

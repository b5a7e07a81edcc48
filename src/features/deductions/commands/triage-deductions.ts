import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '@/core/actor'
import { defineCommand, findNothing, type Scope } from '@/server/command'
import { type Sql, select, selectIn, sql } from '@/server/db/client'
import { canTriage } from '../policy'
import { type FactsRow, findValidityFacts } from '../queries/find-validity-facts'
import { freightSide } from '../rules/carton-chain'
import { findDeadline } from '../rules/deadline'
import type { DeductionState } from '../rules/deduction'
import { evidenceNeeded, listEvidence } from '../rules/evidence-needed'
import { priceDropDay } from '../rules/judge-price-protection'
import { judgeValidity, RULE_SET } from '../rules/judge-validity'
import { chooseNextAction } from '../rules/next-action'
import type { VerdictKind } from '../rules/verdict'
import { acceptSmallAmounts } from './accept-small-amounts'
import { groupIncidents } from './group-incidents'
import { saveVerdicts, type TriageResult } from './save-verdicts'

/** Deductions per transaction. */
export const TRIAGE_CHUNK = 500

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
  const read = <Row>(query: Sql): Promise<Row[]> => selectIn<Row>(scope.tx, query)
  const states = await read<{ id: string; state: DeductionState; open: bigint }>(
    sql`SELECT id, state, open_minor AS open FROM deduction WHERE id = ANY(${input.ids}::uuid[])`,
  )
  const stateOf = new Map(states.map((row) => [row.id, row]))
  const rows = await findValidityFacts(input.ids, read)
  const results = rows.map((row) => judgeRow(row, stateOf.get(row.id)?.state ?? 'new', stateOf.get(row.id)?.open ?? 0n))
  const changed = await saveVerdicts(scope.tx, results)
  return { examined: results.length, changed: changed.length, byKind: countKinds(results.map((result) => result.judgement.verdict.kind)) }
}

function judgeRow({ id, facts, factsHash, requirements, windows }: FactsRow, state: DeductionState, openMinor: bigint): TriageResult {
  const judgement = judgeValidity(facts)
  const { verdict } = judgement
  const needed = evidenceNeeded(facts.deduction.category, freightSide(facts), requirements)
  const required = listEvidence(facts, needed).filter((entry) => entry.level === 'required')
  return {
    id,
    judgement,
    factsHash: createHash('md5').update(`${RULE_SET} ${factsHash}`).digest('hex'),
    deadline: findDeadline(facts.deduction.category, windows, {
      paidOn: facts.deduction.takenOn,
      invoicedOn: facts.invoice?.invoicedOn ?? null,
      eventOn: priceDropDay(facts) ?? facts.claim?.claimedOn ?? null,
      netDays: facts.invoice?.terms?.netDays ?? facts.order?.netDays ?? facts.customer.netDays,
    }),
    action: chooseNextAction({ verdict: verdict.kind, missing: verdict.missing, liable: verdict.liable, openMinor, state }),
    evidenceHave: required.filter((entry) => entry.isThere).length,
    evidenceNeed: required.length,
  }
}

/**
 * Judges all deductions, or the given ones, chunk by chunk, then groups those of one failed shipment into incidents
 * and accepts what is too small to be worked on.
 */
export async function triageDeductions(actor: Actor, ids?: readonly string[]): Promise<Triaged> {
  const total: Triaged = { examined: 0, changed: 0, byKind: countKinds([]) }
  for await (const chunk of ids ? chunksOf(ids) : allChunks()) {
    const done = await triageChunk(actor, { ids: chunk })
    total.examined += done.examined
    total.changed += done.changed
    for (const kind of Object.keys(total.byKind) as VerdictKind[]) total.byKind[kind] += done.byKind[kind]
  }
  await groupIncidents(actor, {})
  await acceptSmallAmounts(actor, {})
  return total
}

async function* allChunks(): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await select<{ id: string }>(sql`SELECT id FROM deduction WHERE id > ${after}::uuid ORDER BY id LIMIT ${TRIAGE_CHUNK}`)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => row.id)
    after = last.id
  }
}

function* chunksOf(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += TRIAGE_CHUNK) yield ids.slice(at, at + TRIAGE_CHUNK)
}

function countKinds(kinds: readonly VerdictKind[]): Record<VerdictKind, number> {
  const counts: Record<VerdictKind, number> = { valid: 0, invalid: 0, partly: 0, duplicate: 0, undecided: 0 }
  for (const kind of kinds) counts[kind] += 1
  return counts
}

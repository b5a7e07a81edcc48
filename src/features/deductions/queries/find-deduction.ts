import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { type Money, money } from '@/core/money'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { freightSide } from '../rules/carton-chain'
import type { ResolutionKind, SourceKind } from '../rules/deduction'
import { type EvidenceEntry, evidenceNeeded, listEvidence } from '../rules/evidence-needed'
import type { CauseNature, ProcessStep } from '../rules/root-cause'
import { type UnreadPaper, unreadPapers } from '../rules/unread-papers'
import type { Citation, LiableParty, MissingPaper, Step, VerdictKind } from '../rules/verdict'
import { causeTerm } from './cause-sql'
import { TAKEN_ON } from './deduction-terms'
import { findDeductionTimeline, type TimelineEntry } from './find-deduction-timeline'
import { findValidityFacts } from './find-validity-facts'
import { TRACKER_COLUMNS, TRACKER_JOINS, type TrackerRecord, type TrackerRow, toTrackerRow } from './tracker-row'

/** The machine's newest verdict with its arithmetic. */
export type VerdictDetail = {
  kind: VerdictKind
  recoverable: Money
  confidencePpm: number
  because: string
  steps: Step[]
  citations: Citation[]
  missing: MissingPaper[]
  judge: string
  ruleSet: string
  judgedAt: Date
}

export type DeductionSourceRow = {
  kind: SourceKind
  amount: Money
  isOrigin: boolean
  batchId: string | null
  fileName: string | null
  position: string | null
  /** Of an entry by hand that a person made: where it was read and by whom; null for files. */
  entry: { note: string; by: string; byId: string } | null
}
export type ResolutionRow = {
  id: string
  kind: ResolutionKind
  amount: Money
  resolvedOn: string
  reference: string | null
  reason: string | null
  reversesId: string | null
  /** Booked by a person or a policy, not taken back yet, and not posted in the ledger. */
  isReversible: boolean
}
export type IncidentMember = {
  id: string
  number: number
  claimNumber: string | null
  codeText: string | null
  category: string
  amount: Money
  verdict: VerdictKind
  isThis: boolean
}

/** Everything the page of one deduction shows. */
export type DeductionDetail = {
  customerId: string
  row: TrackerRow
  verdict: VerdictDetail | null
  decidedVerdict: VerdictKind | null
  decisionReason: string | null
  liable: LiableParty | null
  /** What the root cause meant on the day of the deduction: step, team, and whether it can be prevented. */
  causeTerm: { team: string; nature: CauseNature; processStep: ProcessStep } | null
  deadlineSource: string | null
  deliveryNumber: string | null
  /** Comparison key of the order, its own or that of the invoice it was taken from. */
  orderKey: string | null
  itemId: string | null
  duplicateOf: { id: string; number: number; claimNumber: string | null } | null
  evidence: EvidenceEntry[]
  /** Papers that are there and wait for a reader. */
  unread: UnreadPaper[]
  incident: { number: string; members: IncidentMember[] } | null
  timeline: TimelineEntry[]
  sources: DeductionSourceRow[]
  resolutions: ResolutionRow[]
}

type Extra = {
  customer_id: string
  decided_verdict: VerdictKind | null
  decision_reason: string | null
  liable: LiableParty | null
  team: string | null
  nature: CauseNature | null
  process_step: ProcessStep | null
  deadline_source: string | null
  delivery_key: string | null
  order_key: string | null
  item_id: string | null
  incident_id: string | null
  duplicate_id: string | null
  duplicate_number: number | null
  duplicate_claim: string | null
}

/** One deduction with verdict, ledger, evidence, incident, sources and history; null when there is none the actor may see. */
export async function findDeduction(actor: Actor, id: string): Promise<DeductionDetail | null> {
  const [extra] = await select<Extra>(sql`
    SELECT d.customer_id, d.decided_verdict, d.decision_reason, d.liable, cause.team, cause.nature, cause.process_step, d.deadline_source, d.delivery_key, d.incident_id,
      coalesce(d.po_key, (SELECT v.po_key FROM invoice v WHERE v.customer_id = d.customer_id AND v.number_key = d.invoice_key LIMIT 1)) AS order_key, d.item_id,
      o.id AS duplicate_id, o.number AS duplicate_number, o.claim_number AS duplicate_claim
    FROM deduction d LEFT JOIN deduction o ON o.id = d.duplicate_of_id LEFT JOIN LATERAL ${causeTerm(TAKEN_ON)} cause ON true
    WHERE d.id = ${id}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}`)
  if (!extra) return null
  const [row, facts, verdict, sources, resolutions, members, timeline] = await Promise.all([
    findTrackerRow(id),
    findValidityFacts([id]),
    findVerdict(id),
    findSources(id),
    findResolutions(id),
    extra.incident_id === null ? Promise.resolve([]) : findMembers(actor, extra.incident_id, id),
    findDeductionTimeline(actor, asId<'deduction'>(id)),
  ])
  const own = facts[0]
  if (!row || !own) return null
  const needed = evidenceNeeded(row.category, freightSide(own.facts), own.requirements)
  return {
    customerId: extra.customer_id,
    row,
    verdict,
    decidedVerdict: extra.decided_verdict,
    decisionReason: extra.decision_reason,
    liable: extra.liable,
    causeTerm:
      extra.team === null || extra.nature === null || extra.process_step === null
        ? null
        : { team: extra.team, nature: extra.nature, processStep: extra.process_step },
    deadlineSource: extra.deadline_source,
    deliveryNumber: own.facts.delivery?.number ?? extra.delivery_key,
    orderKey: extra.order_key,
    itemId: extra.item_id,
    duplicateOf:
      extra.duplicate_id === null || extra.duplicate_number === null
        ? null
        : { id: extra.duplicate_id, number: extra.duplicate_number, claimNumber: extra.duplicate_claim },
    evidence: listEvidence(own.facts, needed),
    unread: unreadPapers(own.facts),
    incident: row.incidentNumber === null ? null : { number: row.incidentNumber, members },
    timeline,
    sources,
    resolutions,
  }
}

async function findTrackerRow(id: string): Promise<TrackerRow | null> {
  const [record] = await select<TrackerRecord>(sql`SELECT ${TRACKER_COLUMNS} FROM ${TRACKER_JOINS} WHERE d.id = ${id}::uuid`)
  return record ? toTrackerRow(record, companyToday()) : null
}

async function findVerdict(id: string): Promise<VerdictDetail | null> {
  type Found = Omit<VerdictDetail, 'recoverable'> & { recoverable: bigint; currency: string }
  const [found] = await select<Found>(sql`
    SELECT v.kind, v.recoverable_minor AS recoverable, d.currency, v.confidence_ppm AS "confidencePpm", v.because, v.steps, v.citations,
      coalesce(v.missing, '{}') AS missing, v.judge, v.rule_set AS "ruleSet", v.judged_at AS "judgedAt"
    FROM verdict v JOIN deduction d ON d.id = v.deduction_id
    WHERE v.deduction_id = ${id}::uuid ORDER BY v.judged_at DESC, v.id DESC LIMIT 1`)
  if (!found) return null
  const { currency, recoverable, ...rest } = found
  return { ...rest, recoverable: money(recoverable, currency) }
}

async function findSources(id: string): Promise<DeductionSourceRow[]> {
  type Found = Omit<DeductionSourceRow, 'amount'> & { amount: bigint; currency: string }
  const rows = await select<Found>(sql`
    SELECT s.kind, s.amount_minor AS amount, d.currency, s.is_origin AS "isOrigin", s.batch_id AS "batchId", b.file_name AS "fileName", s.position,
      CASE WHEN e.entered_by IS NOT NULL THEN jsonb_build_object('note', e.note, 'by', coalesce(u.name, '–'), 'byId', e.entered_by) END AS entry
    FROM deduction_source s JOIN deduction d ON d.id = s.deduction_id LEFT JOIN import_batch b ON b.id = s.batch_id
      LEFT JOIN manual_entry e ON s.kind = 'manual' AND e.id = s.source_id LEFT JOIN app_user u ON u.id = e.entered_by
    WHERE s.deduction_id = ${id}::uuid ORDER BY s.is_origin DESC, s.kind, s.id`)
  return rows.map(({ currency, amount, ...rest }) => ({ ...rest, amount: money(amount, currency) }))
}

async function findResolutions(id: string): Promise<ResolutionRow[]> {
  type Found = Omit<ResolutionRow, 'amount'> & { amount: bigint; currency: string }
  const rows = await select<Found>(sql`
    SELECT id, kind, amount_minor AS amount, currency, resolved_on AS "resolvedOn", reference, reason, reverses_id AS "reversesId",
      reverses_id IS NULL AND NOT (created_by IS NULL AND policy_id IS NULL AND kind IN ('repaid', 'reversed'))
        AND NOT EXISTS (SELECT 1 FROM resolution b WHERE b.reverses_id = r.id)
        AND NOT EXISTS (SELECT 1 FROM ledger_request q WHERE q.resolution_id = r.id AND q.state = 'posted') AS "isReversible"
    FROM resolution r WHERE deduction_id = ${id}::uuid ORDER BY resolved_on, created_at`)
  return rows.map(({ currency, amount, ...rest }) => ({ ...rest, amount: money(amount, currency) }))
}

async function findMembers(actor: Actor, incidentId: string, id: string): Promise<IncidentMember[]> {
  type Found = Omit<IncidentMember, 'amount'> & { amount: bigint; currency: string }
  const rows = await select<Found>(sql`
    SELECT d.id, d.number, d.claim_number AS "claimNumber", d.code_text AS "codeText", d.category, d.amount_minor AS amount, d.currency,
      coalesce(d.decided_verdict, d.verdict) AS verdict, d.id = ${id}::uuid AS "isThis"
    FROM deduction d WHERE d.incident_id = ${incidentId}::uuid AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY d.number`)
  return rows.map(({ currency, amount, ...rest }) => ({ ...rest, amount: money(amount, currency) }))
}

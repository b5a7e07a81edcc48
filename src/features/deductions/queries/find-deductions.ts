import { type Actor } from '@/core/actor'
import { type CalendarDate, daysBetween } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import type { Category, DeductionState, NextAction } from '../rules/deduction'
import type { LiableParty, MissingPaper, VerdictKind } from '../rules/verdict'
import type { TrackerFilter, TrackerSort } from '../schemas'
import { AT_RISK, pastedKeys, trackerConditions } from './tracker-conditions'

/** One row of the tracker. */
export type TrackerRow = {
  id: string
  number: number
  version: number
  claimNumber: string | null
  customerCode: string
  customerName: string
  category: Category
  reasonCode: string | null
  codeText: string | null
  amount: Money
  open: Money
  atRisk: Money
  /** The decided verdict, else the machine's. */
  verdict: VerdictKind
  isDecided: boolean
  confidencePpm: number | null
  because: string | null
  missing: MissingPaper[]
  liable: LiableParty | null
  state: DeductionState
  ownerId: string | null
  ownerName: string | null
  takenOn: CalendarDate | null
  deadlineOn: CalendarDate | null
  /** Days left; negative when the window is over; null without a deadline. */
  daysLeft: number | null
  evidenceHave: number
  evidenceNeed: number
  nextAction: NextAction | null
  invoiceNumber: string | null
  poNumber: string | null
  paymentNumber: string | null
  incidentNumber: string | null
}

/** Sums of the whole filtered set, never across currencies. */
export type TrackerTotal = { currency: string; count: number; amount: Money; open: Money; atRisk: Money }

export type TrackerPage = {
  rows: TrackerRow[]
  /** Rows of the filtered set, over all pages. */
  count: number
  totals: TrackerTotal[]
  /** Pass as `after` for the next page; null on the last one. */
  nextAfter: string | null
  /** Numbers of a pasted list that no visible deduction carries, as comparison keys. */
  notFound: string[]
}

type SortKey = { expression: Sql; cast: Sql }
const TEXT = sql`text`
const BIGINT = sql`bigint`
const SORTS: Readonly<Record<TrackerSort, SortKey>> = {
  deadline: { expression: sql`coalesce(d.deadline_on, DATE '9999-12-31')`, cast: sql`date` },
  amount: { expression: sql`d.amount_minor`, cast: BIGINT },
  'at-risk': { expression: sql`(${AT_RISK})`, cast: BIGINT },
  claim: { expression: sql`coalesce(d.claim_key, '')`, cast: TEXT },
  customer: { expression: sql`c.name`, cast: TEXT },
  category: { expression: sql`d.category`, cast: TEXT },
  code: { expression: sql`coalesce(d.reason_code, '')`, cast: TEXT },
  verdict: { expression: sql`coalesce(d.decided_verdict, d.verdict)`, cast: TEXT },
  confidence: { expression: sql`coalesce(d.confidence_ppm, -1)`, cast: BIGINT },
  taken: { expression: sql`coalesce(d.taken_on, DATE '0001-01-01')`, cast: sql`date` },
  state: { expression: sql`d.state`, cast: TEXT },
  owner: { expression: sql`coalesce(u.name, '')`, cast: TEXT },
  evidence: { expression: sql`(d.evidence_have - d.evidence_need)`, cast: BIGINT },
  number: { expression: sql`d.number::bigint`, cast: BIGINT },
}

/** The tracker: one page of the filtered, sorted set with the count and sums of all of it. */
export async function findDeductions(actor: Actor, filter: TrackerFilter): Promise<TrackerPage> {
  const today = companyToday()
  const conditions = trackerConditions(actor, filter, today)
  const [records, totals, notFound] = await Promise.all([
    selectPage(filter, conditions),
    selectTotals(conditions),
    findMissingNumbers(actor, filter, today),
  ])
  const page = records.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    rows: page.map((record) => toRow(record, today)),
    count: totals.reduce((sum, total) => sum + total.count, 0),
    totals,
    nextAfter: last && records.length > filter.limit ? writeCursor(last.sort_value, last.number) : null,
    notFound,
  }
}

type Found = {
  id: string
  number: number
  version: number
  claim_number: string | null
  customer_code: string
  customer_name: string
  category: Category
  reason_code: string | null
  code_text: string | null
  amount_minor: bigint
  open_minor: bigint
  at_risk_minor: bigint
  currency: string
  verdict: VerdictKind
  is_decided: boolean
  confidence_ppm: number | null
  because: string | null
  missing: MissingPaper[]
  liable: LiableParty | null
  state: DeductionState
  owner_id: string | null
  owner_name: string | null
  taken_on: CalendarDate | null
  deadline_on: CalendarDate | null
  evidence_have: number
  evidence_need: number
  next_action: NextAction | null
  invoice_number: string | null
  po_number: string | null
  payment_number: string | null
  incident_number: string | null
  sort_value: string
}

async function selectPage(filter: TrackerFilter, conditions: Sql): Promise<Found[]> {
  const { expression, cast } = SORTS[filter.sort]
  const isDescending = filter.direction === 'desc'
  const cursor = readCursor(filter.after)
  const beyond = isDescending ? sql`<` : sql`>`
  const start = cursor ? sql`AND (${expression}, d.number) ${beyond} (${cursor.value}::${cast}, ${cursor.number}::int)` : sql``
  const order = isDescending ? sql`DESC` : sql`ASC`
  return select<Found>(sql`
    SELECT d.id, d.number, d.version, d.claim_number, c.code AS customer_code, c.name AS customer_name, d.category, d.reason_code,
      d.code_text, d.amount_minor, d.open_minor, (${AT_RISK})::bigint AS at_risk_minor, d.currency,
      coalesce(d.decided_verdict, d.verdict) AS verdict, d.decided_verdict IS NOT NULL AS is_decided, d.confidence_ppm, d.because,
      d.missing, d.liable, d.state, d.owner_id, u.name AS owner_name, d.taken_on, d.deadline_on, d.evidence_have, d.evidence_need,
      d.next_action, d.invoice_number, d.po_number, d.payment_number, i.number AS incident_number, (${expression})::text AS sort_value
    FROM deduction d
    JOIN customer c ON c.id = d.customer_id
    LEFT JOIN app_user u ON u.id = d.owner_id
    LEFT JOIN incident i ON i.id = d.incident_id
    WHERE ${conditions} ${start}
    ORDER BY ${expression} ${order}, d.number ${order}
    LIMIT ${filter.limit + 1}`)
}

/** Count and sums per currency of everything that meets the condition over `deduction d`. */
export async function selectTotals(conditions: Sql): Promise<TrackerTotal[]> {
  const rows = await select<{ currency: string; count: number; amount: bigint; open: bigint; at_risk: bigint }>(sql`
    SELECT d.currency, count(*)::int AS count, sum(d.amount_minor)::bigint AS amount, sum(d.open_minor)::bigint AS open,
      sum(${AT_RISK})::bigint AS at_risk
    FROM deduction d WHERE ${conditions} GROUP BY d.currency ORDER BY sum(d.amount_minor) DESC`)
  return rows.map((row) => ({
    currency: row.currency,
    count: row.count,
    amount: money(row.amount, row.currency),
    open: money(row.open, row.currency),
    atRisk: money(row.at_risk, row.currency),
  }))
}

async function findMissingNumbers(actor: Actor, filter: TrackerFilter, today: CalendarDate): Promise<string[]> {
  const keys = pastedKeys(filter.numbers)
  if (keys.length === 0) return []
  const conditions = trackerConditions(actor, { ...filter, numbers: '' }, today)
  const rows = await select<{ key: string }>(sql`
    SELECT k.key FROM unnest(${keys}::text[]) AS k(key) WHERE NOT EXISTS (
      SELECT 1 FROM deduction d WHERE (d.claim_key = k.key OR d.invoice_key = k.key OR d.po_key = k.key) AND ${conditions})`)
  return rows.map((row) => row.key)
}

function toRow(record: Found, today: CalendarDate): TrackerRow {
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    claimNumber: record.claim_number,
    customerCode: record.customer_code,
    customerName: record.customer_name,
    category: record.category,
    reasonCode: record.reason_code,
    codeText: record.code_text,
    amount: money(record.amount_minor, record.currency),
    open: money(record.open_minor, record.currency),
    atRisk: money(record.at_risk_minor, record.currency),
    verdict: record.verdict,
    isDecided: record.is_decided,
    confidencePpm: record.confidence_ppm,
    because: record.because,
    missing: record.missing,
    liable: record.liable,
    state: record.state,
    ownerId: record.owner_id,
    ownerName: record.owner_name,
    takenOn: record.taken_on,
    deadlineOn: record.deadline_on,
    daysLeft: record.deadline_on === null ? null : daysBetween(today, record.deadline_on),
    evidenceHave: record.evidence_have,
    evidenceNeed: record.evidence_need,
    nextAction: record.next_action,
    invoiceNumber: record.invoice_number,
    poNumber: record.po_number,
    paymentNumber: record.payment_number,
    incidentNumber: record.incident_number,
  }
}

function writeCursor(value: string, number: number): string {
  return Buffer.from(JSON.stringify([value, number])).toString('base64url')
}

function readCursor(text: string): { value: string; number: number } | null {
  if (text === '') return null
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'number')
      return { value: parsed[0], number: parsed[1] }
  } catch {
    // A cursor that cannot be read starts at the first page.
  }
  return null
}

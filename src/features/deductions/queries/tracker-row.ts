import { type CalendarDate, daysBetween } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { type Sql, sql } from '@/server/db/client'
import { type Category, type DeductionState, isWorkable, type NextAction } from '../rules/deduction'
import type { LiableParty, MissingPaper, VerdictKind } from '../rules/verdict'
import { CAUSE } from './cause-sql'
import { AT_RISK, NEXT_ACTION } from './deduction-terms'
import { IS_PROVISION } from './provision-sql'

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
  /** Days left to file; negative when the window is over; null without a deadline, and where nobody files any more. */
  daysLeft: number | null
  evidenceHave: number
  evidenceNeed: number
  nextAction: NextAction | null
  invoiceNumber: string | null
  poNumber: string | null
  paymentNumber: string | null
  incidentNumber: string | null
  /** Money that the customer holds back and releases by itself. */
  isProvision: boolean
  /** The leaf of the tree of root causes that counts, and whether a person named it. */
  cause: { key: string; names: { en: string; 'zh-CN': string }; isNamed: boolean } | null
}

/** What the database returns for a tracker row. */
export type TrackerRecord = {
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
  is_provision: boolean
  cause: string | null
  cause_en: string | null
  cause_zh: string | null
  is_cause_named: boolean
}

/** The columns behind a tracker row, over `deduction d` joined by `TRACKER_JOINS`. */
export const TRACKER_COLUMNS: Sql = sql`d.id, d.number, d.version, d.claim_number, c.code AS customer_code, c.name AS customer_name,
  d.category, d.reason_code, d.code_text, d.amount_minor, d.open_minor, (${AT_RISK})::bigint AS at_risk_minor, d.currency,
  coalesce(d.decided_verdict, d.verdict) AS verdict, d.decided_verdict IS NOT NULL AS is_decided, d.confidence_ppm, d.because,
  d.missing, d.liable, d.state, d.owner_id, u.name AS owner_name, d.taken_on, d.deadline_on, d.evidence_have, d.evidence_need,
  ${NEXT_ACTION} AS next_action, d.invoice_number, d.po_number, d.payment_number, i.number AS incident_number, ${IS_PROVISION} AS is_provision,
  ${CAUSE} AS cause, rc.name_en AS cause_en, rc.name_zh AS cause_zh, d.cause_key IS NOT NULL AS is_cause_named`

export const TRACKER_JOINS: Sql = sql`deduction d
  JOIN customer c ON c.id = d.customer_id
  LEFT JOIN app_user u ON u.id = d.owner_id
  LEFT JOIN incident i ON i.id = d.incident_id
  LEFT JOIN root_cause rc ON rc.key = ${CAUSE}`

/** Brands amounts and counts the days left. */
export function toTrackerRow(record: TrackerRecord, today: CalendarDate): TrackerRow {
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
    daysLeft: record.deadline_on === null || !isWorkable(record) ? null : daysBetween(today, record.deadline_on),
    evidenceHave: record.evidence_have,
    evidenceNeed: record.evidence_need,
    nextAction: record.next_action,
    invoiceNumber: record.invoice_number,
    poNumber: record.po_number,
    paymentNumber: record.payment_number,
    incidentNumber: record.incident_number,
    isProvision: record.is_provision,
    cause:
      record.cause === null
        ? null
        : {
            key: record.cause,
            names: { en: record.cause_en ?? record.cause, 'zh-CN': record.cause_zh ?? record.cause },
            isNamed: record.is_cause_named,
          },
  }
}

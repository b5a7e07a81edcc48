import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { money } from '@/core/money'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DisputeOutcome, DisputeState } from '../rules/dispute'
import { packageName } from '../rules/package-name'
import type { DisputeRow } from './dossier'

/** What the database returns for a dispute. */
export type DisputeRecord = {
  id: string
  number: number
  version: number
  deduction_id: string
  deduction_number: number
  claim_number: string | null
  customer_id: string
  customer_name: string
  amount_minor: bigint
  currency: string
  state: DisputeState
  outcome: DisputeOutcome | null
  won_minor: bigint
  lost_minor: bigint
  portal_reference: string | null
  submitted_on: CalendarDate | null
  answer_due_on: CalendarDate | null
  answered_on: CalendarDate | null
  follow_up_on: CalendarDate | null
}

/** The columns behind a dispute, over `DISPUTE_JOINS`. */
export const DISPUTE_COLUMNS: Sql = sql`p.id, p.number, p.version, p.deduction_id, d.number AS deduction_number, d.claim_number,
  p.customer_id, c.name AS customer_name, p.amount_minor, p.currency, p.state, p.outcome, p.won_minor, p.lost_minor, p.portal_reference,
  p.submitted_on, p.answer_due_on, p.answered_on, p.follow_up_on`

export const DISPUTE_JOINS: Sql = sql`dispute p JOIN deduction d ON d.id = p.deduction_id JOIN customer c ON c.id = p.customer_id`

/** One dispute; null when there is none the actor may see. */
export async function findDisputeRow(actor: Actor, disputeId: string): Promise<DisputeRow | null> {
  const [record] = await select<DisputeRecord>(sql`
    SELECT ${DISPUTE_COLUMNS} FROM ${DISPUTE_JOINS} WHERE p.id::text = ${disputeId} AND ${scopeOf(actor, sql`p.customer_id`)}`)
  return record ? toDisputeRow(record) : null
}

export function toDisputeRow(record: DisputeRecord): DisputeRow {
  const { currency } = record
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    deductionId: record.deduction_id,
    customerId: record.customer_id,
    customerName: record.customer_name,
    name: packageName(record.claim_number, record.deduction_number),
    amount: money(record.amount_minor, currency),
    state: record.state,
    outcome: record.outcome,
    won: money(record.won_minor, currency),
    lost: money(record.lost_minor, currency),
    portalReference: record.portal_reference,
    submittedOn: record.submitted_on,
    answerDueOn: record.answer_due_on,
    answeredOn: record.answered_on,
    followUpOn: record.follow_up_on,
  }
}

import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { BACK_TO_SALES, type OutcomeKind } from '../rules/deduction'

/** What was set going for a deduction, where it stands, and which document or answer came of it. */
export type StepTaken = {
  kind: OutcomeKind
  id: string
  version: number
  state: string
  amount: Money | null
  /** Portal reference, number of the posted document, answer of sales. */
  note: string | null
  /** The day it counts from: filed, asked, posted. */
  on: CalendarDate | null
}

type Found = Omit<StepTaken, 'amount'> & { minor: bigint | null; currency: string }

/** Everything that was set going for one deduction, newest first; nothing the actor may not see. */
export async function findStepsTaken(actor: Actor, deductionId: string): Promise<StepTaken[]> {
  const rows = await select<Found>(sql`
    SELECT o.kind, o.id::text, o.version, o.state, o.minor, o.note, o."on", d.currency FROM deduction d CROSS JOIN LATERAL (
      SELECT 'dispute' AS kind, p.id, p.version, coalesce(p.outcome, p.state) AS state, p.amount_minor AS minor, p.portal_reference AS note,
        p.submitted_on AS "on", p.created_at FROM dispute p WHERE p.deduction_id = d.id
      UNION ALL SELECT q.kind, q.id, q.version, q.state, q.amount_minor, coalesce(q.document_number, q.reason), coalesce(q.posted_on, q.created_at::date),
        q.created_at FROM ledger_request q WHERE q.deduction_id = d.id
      UNION ALL SELECT 'carrier-claim', f.id, f.version, 'carrier-' || f.state, l.amount_minor, coalesce(f.claim_reference, f.carrier), coalesce(f.filed_on, f.created_at::date),
        f.created_at FROM freight_claim_line l JOIN freight_claim f ON f.id = l.claim_id WHERE l.deduction_id = d.id
      UNION ALL SELECT 'sales', t.id, t.version, t.state, NULL, coalesce(t.answer, t.title), t.created_at::date, t.created_at
        FROM task t WHERE t.subject_kind = 'deduction' AND t.subject_id = d.id AND t.kind = ${BACK_TO_SALES}) o
    WHERE d.id = ${deductionId}::uuid AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY o.created_at DESC, o.id`)
  return rows.map(({ minor, currency, ...row }) => ({ ...row, amount: minor === null ? null : money(minor, currency) }))
}

import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import type { Category } from '@/features/deductions/rules/deduction'
import { empty, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { DisputeOutcome } from '../rules/dispute'
import type { ExhibitKind } from '../rules/exhibit'
import { ANSWERED_WITH_PAPERS } from './answered-cases'

/** One answered dispute: what was filed with it, what came of it, and why the customer denied. */
export type PastCase = {
  deductionId: string
  name: string
  category: Category
  reasonCode: string | null
  answeredOn: CalendarDate | null
  outcome: Exclude<DisputeOutcome, 'withdrawn'>
  won: Money
  lost: Money
  denialCode: string | null
  denialText: string | null
  kinds: ExhibitKind[]
  isComplete: boolean
}

type CaseFilter = { customerId: string; category?: Category; exceptId?: string; reasonCode?: string | null; limit: number }
type Found = Omit<PastCase, 'won' | 'lost'> & { wonMinor: bigint; lostMinor: bigint; currency: string }

/** The last answered disputes of a customer, of the same category and first of the same code: what won last time, and with which papers. */
export async function findPastCases(actor: Actor, filter: CaseFilter): Promise<PastCase[]> {
  const rows = await select<Found>(sql`
    SELECT d.id::text AS "deductionId", coalesce(d.claim_number, '#' || d.number) AS name, d.category, d.reason_code AS "reasonCode",
      z.answered_on AS "answeredOn", z.outcome, z.won_minor AS "wonMinor", z.lost_minor AS "lostMinor", z.currency, z.denial_code AS "denialCode",
      z.denial_text AS "denialText", a.kinds, a.is_complete AS "isComplete"
    FROM ${ANSWERED_WITH_PAPERS} a JOIN dispute z ON z.id = a.dispute_id JOIN deduction d ON d.id = a.deduction_id
    WHERE a.customer_id = ${filter.customerId}::uuid AND ${scopeOf(actor, sql`a.customer_id`)}
      ${filter.category === undefined ? empty : sql`AND a.category = ${filter.category}`}
      ${filter.exceptId === undefined ? empty : sql`AND d.id <> ${filter.exceptId}::uuid`}
    ORDER BY d.reason_code IS NOT DISTINCT FROM ${filter.reasonCode ?? null}::text DESC, z.answered_on DESC NULLS LAST, d.number DESC
    LIMIT ${filter.limit}`)
  return rows.map(({ wonMinor, lostMinor, currency, ...rest }) => ({
    ...rest,
    won: money(wonMinor, currency),
    lost: money(lostMinor, currency),
  }))
}

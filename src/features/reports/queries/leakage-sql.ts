import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { TAKEN_ON } from '@/features/deductions/queries/deduction-terms'
import { type Sql, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/**
 * Deductions and what became of them, inside the actor's customers: tables `seen` (id, currency, amount_minor, taken_on) and
 * `gone` (deduction_id, currency, bucket, amount_minor, gone_on, policy_id of what was accepted unseen). A resolution counts from the day its deduction was taken at
 * the earliest; one that takes another back counts, negative, where the first one counted.
 */
export function leakageTables(actor: Actor): Sql {
  return sql`seen AS (
      SELECT d.id, d.currency, d.amount_minor, ${TAKEN_ON} AS taken_on FROM deduction d WHERE ${scopeOf(actor, sql`d.customer_id`)}
    ), gone AS (
      SELECT r.id AS resolution_id, r.deduction_id, s.currency, r.amount_minor, greatest(r.resolved_on, s.taken_on) AS gone_on,
        coalesce(first.policy_id, r.policy_id) AS policy_id,
        CASE WHEN coalesce(first.kind, r.kind) IN ('repaid', 'credited', 'reversed') THEN 'recovered'
          WHEN coalesce(first.kind, r.kind) = 'expired' THEN 'expired' ELSE 'accepted' END AS bucket
      FROM resolution r JOIN seen s ON s.id = r.deduction_id LEFT JOIN resolution first ON first.id = r.reverses_id
    )`
}

/** What was open of each deduction at the end of a day: table expression of (id, currency, open_minor). */
export function openAt(day: CalendarDate): Sql {
  return sql`(
      SELECT s.id, s.currency, s.taken_on, (s.amount_minor - coalesce(left_by_then.minor, 0))::bigint AS open_minor
      FROM seen s LEFT JOIN (
        SELECT g.deduction_id, sum(g.amount_minor) AS minor FROM gone g WHERE g.gone_on <= ${day}::date GROUP BY g.deduction_id
      ) left_by_then ON left_by_then.deduction_id = s.id
      WHERE s.taken_on <= ${day}::date
    )`
}

import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { select, sql } from '@/server/db/client'
import type { Category } from '../rules/deduction'
import { hourCost, pointsOf, type Urgency } from '../rules/priority'
import { priorityJoin } from './priority-sql'
import { IS_COMPLETE } from './win-rates-sql'

/** How the rank of one deduction came about. Rates are parts per million. */
export type Priority = {
  stake: Money
  ratePpm: number
  /** Own answered disputes of exactly this customer, category and evidence state; the rate rests on them and on the mean. */
  cases: number
  isComplete: boolean
  customerCode: string
  customerName: string
  category: Category
  urgency: Urgency
  urgencyPpm: number
  effortMinutes: number
  effort: Money
  rank: Money
  /** What an hour of work costs, which is 60 points. */
  hour: Money
  /** The rank in points, which compare across currencies. */
  points: number
}

type Found = Omit<Priority, 'stake' | 'effort' | 'rank' | 'hour' | 'points'> & {
  id: string
  currency: string
  stake: bigint
  effort: bigint
  rank: bigint
}

/** The ranks of deductions that the caller has found within the actor's customers, by id. */
export async function findPriorities(ids: readonly string[], today: CalendarDate): Promise<Map<string, Priority>> {
  if (ids.length === 0) return new Map()
  const ranked = sql`
    SELECT d.id::text, d.currency, f.stake_minor::bigint AS stake, f.rate_ppm AS "ratePpm", f.cases, ${IS_COMPLETE} AS "isComplete", c.code AS "customerCode", c.name AS "customerName",
      d.category, f.urgency, f.urgency_ppm AS "urgencyPpm", f.minutes AS "effortMinutes", e.effort_minor AS effort, r.rank_minor AS rank
    FROM deduction d JOIN customer c ON c.id = d.customer_id ${priorityJoin(today)} WHERE d.id = ANY(${[...ids]}::uuid[])`
  const rows = await select<Found>(ranked, 'deductions.priorities')
  return new Map(
    rows.map(({ id, currency, stake, effort, rank: minor, ...rest }) => {
      const rank = money(minor, currency)
      const hour = hourCost(currency)
      return [id, { ...rest, stake: money(stake, currency), effort: money(effort, currency), rank, hour, points: pointsOf(rank) }]
    }),
  )
}

import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { type Sql, sql } from '@/server/db/client'
import type { TrackerFilter } from '../schemas'
import { AT_RISK } from './deduction-terms'

/** Sums of a set of deductions in one currency. */
export type TrackerTotal = { currency: string; count: number; amount: Money; open: Money; atRisk: Money }
/** What the database returns for them. */
export type SumRow = { currency: string; count: number; amount: bigint; open: bigint; at_risk: bigint }

/** Count and sums over `deduction d`. */
export const SUMS: Sql = sql`count(*)::int AS count, sum(d.amount_minor)::bigint AS amount, sum(d.open_minor)::bigint AS open,
  sum(${AT_RISK})::bigint AS at_risk`
/** The same over the tally as `d`. */
export const TALLY_SUMS: Sql = sql`sum(d.deductions)::int AS count, sum(d.amount)::bigint AS amount, sum(d.open)::bigint AS open,
  sum(d.at_risk)::bigint AS at_risk`

// What is open or ready is told as the numbers that the conditions compare.
const SHAPE = sql`t.customer_id, t.currency, t.category, t.verdict, NULL::text AS decided_verdict, t.state, t.owner_id, t.is_open::int AS open_minor,
  t.is_ready::int AS evidence_have, 1 AS evidence_need, t.deductions, t.amount_minor AS amount, t.open_minor AS open, t.at_risk_minor AS at_risk`
const GRAINS = {
  each: sql`(SELECT ${SHAPE} FROM deduction_tally t)`,
  who: sql`(SELECT ${SHAPE} FROM deduction_subtotal t WHERE t.grain = 'who')`,
  kind: sql`(SELECT ${SHAPE} FROM deduction_subtotal t WHERE t.grain = 'kind')`,
} as const
export type TallyGrain = keyof typeof GRAINS
export type TallyKey = 'customer' | 'owner' | 'category' | 'verdict' | 'evidence' | 'state'

/** Who has a deduction, and of which kind it is: what asks for one of the two alone reads far fewer rows. */
export const WHO_KEYS: readonly TallyKey[] = ['customer', 'owner']
const KIND_KEYS: readonly TallyKey[] = ['category', 'verdict', 'evidence']

/** The coarsest grain that tells apart everything that a filter narrows by, and `keys` that it is grouped by. */
export function grainOf(actor: Actor, filter: TrackerFilter, keys: readonly TallyKey[] = []): TallyGrain {
  const isAsked = (key: TallyKey) => keys.includes(key) || filter[key].length > 0
  const isByWho = actor.customerIds !== 'all' || filter.tab === 'mine' || WHO_KEYS.some(isAsked)
  if (!isByWho) return 'kind'
  return KIND_KEYS.some(isAsked) ? 'each' : 'who'
}

/**
 * The tally in the shape of `deduction d`, so that one and the same condition narrows both: each row stands for `deductions` of them,
 * with the sums `amount`, `open` and `at_risk`. What the grain does not tell apart is NULL.
 */
export function tallyOf(grain: TallyGrain): Sql {
  return GRAINS[grain]
}

/** Whether the tally knows everything that a filter asks for. */
export function isTallied(filter: TrackerFilter): boolean {
  const texts = [
    filter.where,
    filter.q,
    filter.numbers,
    filter.incident,
    filter.due,
    filter.from,
    filter.to,
    filter.min,
    filter.max,
    filter.deadline,
  ]
  const lists = [filter.cause, filter.action, filter.liable, filter.code, filter.codeKey, filter.nature, filter.team, filter.without]
  return filter.tab !== 'due' && filter.tab !== 'waiting' && texts.every((text) => text === '') && lists.every((list) => list.length === 0)
}

export function toTotal(row: SumRow): TrackerTotal {
  const { currency, count } = row
  return { currency, count, amount: money(row.amount, currency), open: money(row.open, currency), atRisk: money(row.at_risk, currency) }
}

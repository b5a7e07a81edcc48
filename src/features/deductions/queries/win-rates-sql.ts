import { type Sql, sql } from '@/server/db/client'
import { CATEGORIES } from '../rules/deduction'
import { PRIOR_CASES } from '../rules/priority'

/** Whether everything that is required is there. */
export const IS_COMPLETE: Sql = sql`(d.evidence_have >= d.evidence_need)`

/**
 * Every dispute that a customer answered: whose, about what, whether the package that was filed lacked a required paper, and the
 * share that was won, from 0 to 1. One row per dispute.
 */
export const ANSWERED: Sql = sql`answered_dispute`

const SHARE = sql`(w.won_ppb::numeric / 1000000000)`

// The mean of a category, one row per category: few cases are drawn towards the mean of everything, which starts from one won and one lost.
const CATEGORY_MEANS: Sql = sql`(SELECT n.category, (coalesce(a.won, 0) + ${PRIOR_CASES}::int * e.mean) / (coalesce(a.cases, 0) + ${PRIOR_CASES}::int) AS mean
  FROM unnest(${[...CATEGORIES]}::text[]) AS n(category)
  CROSS JOIN (SELECT (coalesce(sum(${SHARE}), 0) + 1) / (coalesce(sum(w.cases), 0) + 2) AS mean FROM win_count w) e
  LEFT JOIN (SELECT w.category, sum(${SHARE}) AS won, sum(w.cases) AS cases FROM win_count w GROUP BY w.category) a USING (category))`

/**
 * Joins to any `d` with customer_id and category what we win there, with every required paper and without: `w.complete_cases`,
 * `complete_won`, `complete_ppm` and the same with `lacking`. Few cases are drawn towards the mean of the customer's category, that to
 * the mean of the category, that to the mean of everything, each weighing as much as PRIOR_CASES. Read from `win_count`, which
 * triggers keep: a rate costs the same whatever was ever answered; the database looks each customer and category up once.
 */
export const WIN_RATES_JOIN: Sql = sql`JOIN ${CATEGORY_MEANS} k ON k.category = d.category
  CROSS JOIN LATERAL (SELECT o.complete_cases, o.complete_won, o.lacking_cases, o.lacking_won,
      round(1000000 * (o.complete_won + ${PRIOR_CASES}::int * o.mean) / (o.complete_cases + ${PRIOR_CASES}::int))::int AS complete_ppm,
      round(1000000 * (o.lacking_won + ${PRIOR_CASES}::int * o.mean) / (o.lacking_cases + ${PRIOR_CASES}::int))::int AS lacking_ppm
    FROM (SELECT (coalesce(sum(${SHARE}), 0) + ${PRIOR_CASES}::int * k.mean) / (coalesce(sum(w.cases), 0) + ${PRIOR_CASES}::int) AS mean,
        coalesce(sum(w.cases) FILTER (WHERE w.is_complete), 0)::int AS complete_cases, coalesce(sum(${SHARE}) FILTER (WHERE w.is_complete), 0) AS complete_won,
        coalesce(sum(w.cases) FILTER (WHERE NOT w.is_complete), 0)::int AS lacking_cases, coalesce(sum(${SHARE}) FILTER (WHERE NOT w.is_complete), 0) AS lacking_won
      FROM win_count w WHERE w.customer_id = d.customer_id AND w.category = d.category) o) w`

/** What we win of what we dispute, for every customer, category and evidence state with an own case: `cases`, what was `won` of them, `rate_ppm`. */
export const WIN_RATES: Sql = sql`(SELECT d.customer_id, d.category, s.is_complete, s.cases, s.won, s.rate_ppm
  FROM (SELECT DISTINCT customer_id, category FROM win_count) d ${WIN_RATES_JOIN}
  CROSS JOIN LATERAL (VALUES (true, w.complete_cases, w.complete_won, w.complete_ppm), (false, w.lacking_cases, w.lacking_won, w.lacking_ppm))
    AS s(is_complete, cases, won, rate_ppm))`

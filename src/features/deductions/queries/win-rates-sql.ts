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

// Summed as whole numbers and divided once, which costs a tenth of dividing each.
const WON = sql`(coalesce(sum(w.won_ppb), 0) / 1000000000)`
const wonWhere = (which: Sql) => sql`(coalesce(sum(w.won_ppb) FILTER (WHERE ${which}), 0) / 1000000000)`

// The mean of a category, one row per category: few cases are drawn towards the mean of everything, which starts from one won and one lost.
const CATEGORY_MEANS: Sql = sql`(SELECT n.category, (coalesce(a.won, 0) + ${PRIOR_CASES}::int * e.mean) / (coalesce(a.cases, 0) + ${PRIOR_CASES}::int) AS mean
  FROM unnest(${[...CATEGORIES]}::text[]) AS n(category)
  CROSS JOIN (SELECT (${WON} + 1) / (coalesce(sum(w.cases), 0) + 2) AS mean FROM win_count w) e
  LEFT JOIN (SELECT w.category, ${WON} AS won, sum(w.cases) AS cases FROM win_count w GROUP BY w.category) a USING (category))`

// What was answered in a cell of `win_count w`, and the rates that follow from it and from the mean of its category, `mean`.
const CELL: Sql = sql`coalesce(sum(w.cases), 0) AS cases, ${WON} AS won,
  coalesce(sum(w.cases) FILTER (WHERE w.is_complete), 0)::int AS complete_cases, ${wonWhere(sql`w.is_complete`)} AS complete_won,
  coalesce(sum(w.cases) FILTER (WHERE NOT w.is_complete), 0)::int AS lacking_cases, ${wonWhere(sql`NOT w.is_complete`)} AS lacking_won`
const rateOf = (won: Sql, cases: Sql) =>
  sql`round(1000000 * (${won} + ${PRIOR_CASES}::int * o.mean) / (${cases} + ${PRIOR_CASES}::int))::int`
const RATES: Sql = sql`o.complete_cases, o.complete_won, o.lacking_cases, o.lacking_won,
  ${rateOf(sql`o.complete_won`, sql`o.complete_cases`)} AS complete_ppm, ${rateOf(sql`o.lacking_won`, sql`o.lacking_cases`)} AS lacking_ppm`
const ofCells = (cells: Sql, mean: Sql) =>
  sql`(SELECT s.*, (s.won + ${PRIOR_CASES}::int * ${mean}) / (s.cases + ${PRIOR_CASES}::int) AS mean FROM ${cells} s) o`

/**
 * Joins to any `d` with customer_id and category what we win there, with every required paper and without: `w.complete_cases`,
 * `complete_won`, `complete_ppm` and the same with `lacking`. Few cases are drawn towards the mean of the customer's category, that to
 * the mean of the category, that to the mean of everything, each weighing as much as PRIOR_CASES. Read from `win_count`, which
 * triggers keep: a rate costs the same whatever was ever answered; the database looks each customer and category up once.
 */
export const WIN_RATES_JOIN: Sql = sql`JOIN ${CATEGORY_MEANS} k ON k.category = d.category
  CROSS JOIN LATERAL (SELECT ${RATES} FROM ${ofCells(
    sql`(SELECT ${CELL} FROM win_count w WHERE w.customer_id = d.customer_id AND w.category = d.category)`,
    sql`k.mean`,
  )}) w`

/**
 * For a statement that ranks very many deductions, the rates reckoned once, as a list of WITH entries: `win_rate` of every customer and
 * category with an answer, `category_rate` of each category for the customers without. Columns as those of `WIN_RATES_JOIN`.
 */
export const RATES_OF_ALL: Sql = sql`category_mean AS MATERIALIZED (SELECT * FROM ${CATEGORY_MEANS} m),
  win_rate AS MATERIALIZED (SELECT o.customer_id, o.category, ${RATES} FROM ${ofCells(
    // Every category has a mean: an outer join says so to the planner, which would guess a few rows of some thousand and walk them for each deduction.
    sql`(SELECT w.customer_id, w.category, k.mean AS category_mean, ${CELL} FROM win_count w LEFT JOIN category_mean k ON k.category = w.category
      GROUP BY w.customer_id, w.category, k.mean)`,
    sql`s.category_mean`,
  )}),
  category_rate AS MATERIALIZED (SELECT o.category, ${RATES} FROM ${ofCells(
    sql`(SELECT category, mean AS category_mean, 0 AS cases, 0 AS won, 0 AS complete_cases, 0 AS complete_won, 0 AS lacking_cases, 0 AS lacking_won
      FROM category_mean)`,
    sql`s.category_mean`,
  )})`

/** What we win of what we dispute, for every customer, category and evidence state with an own case: `cases`, what was `won` of them, `rate_ppm`. */
export const WIN_RATES: Sql = sql`(SELECT d.customer_id, d.category, s.is_complete, s.cases, s.won, s.rate_ppm
  FROM (SELECT DISTINCT customer_id, category FROM win_count) d ${WIN_RATES_JOIN}
  CROSS JOIN LATERAL (VALUES (true, w.complete_cases, w.complete_won, w.complete_ppm), (false, w.lacking_cases, w.lacking_won, w.lacking_ppm))
    AS s(is_complete, cases, won, rate_ppm))`

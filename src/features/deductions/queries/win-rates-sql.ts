import { type Sql, sql } from '@/server/db/client'
import { CATEGORIES } from '../rules/deduction'
import { PRIOR_CASES } from '../rules/priority'

/** Whether everything that is required is there. */
export const IS_COMPLETE: Sql = sql`(d.evidence_have >= d.evidence_need)`

// A package lists recommended papers among what it lacks; only those that the customer's list requires, or everybody's, count. Where no
// list says anything, every one does.
const IS_REQUIRED: Sql = sql`coalesce(
  (SELECT bool_or(q.evidence = m.evidence AND q.level = 'required') FROM evidence_requirement q
    WHERE q.customer_id = d.customer_id AND q.category = d.category),
  (SELECT bool_or(q.evidence = m.evidence AND q.level = 'required') FROM evidence_requirement q
    WHERE q.customer_id IS NULL AND q.category = d.category),
  true)`

/**
 * Every dispute that a customer answered: whose, about what, whether the package that was filed lacked a required paper, and the
 * share that was won, from 0 to 1. One row per dispute.
 */
export const ANSWERED: Sql = sql`(SELECT z.id AS dispute_id, d.id AS deduction_id, d.customer_id, d.category,
    coalesce((SELECT NOT EXISTS (SELECT 1 FROM unnest(p.missing) AS m(evidence) WHERE ${IS_REQUIRED})
      FROM dispute_package p WHERE p.dispute_id = z.id AND p.is_submitted ORDER BY p.version DESC LIMIT 1), ${IS_COMPLETE}) AS is_complete,
    z.won_minor::numeric / nullif(z.won_minor + z.lost_minor, 0) AS won
  FROM dispute z JOIN deduction d ON d.id = z.deduction_id
  WHERE z.outcome IN ('won', 'lost', 'partly') AND z.won_minor + z.lost_minor > 0)`

/**
 * What we win of what we dispute, one row per customer, category and evidence state: `cases` of exactly this kind, what was `won`
 * of them, and `rate_ppm`. Few cases are drawn towards the mean of the customer's category, that to the mean of the category, that
 * to the mean of everything, each weighing as much as PRIOR_CASES; the mean of everything starts from one case won and one lost.
 */
export const WIN_RATES: Sql = sql`(
  WITH answered AS MATERIALIZED (SELECT * FROM ${ANSWERED} a),
  everything AS (SELECT (coalesce(sum(won), 0) + 1) / (count(*) + 2) AS mean FROM answered),
  category AS (
    SELECT n.category, (coalesce(sum(a.won), 0) + ${PRIOR_CASES}::int * e.mean) / (count(a.won) + ${PRIOR_CASES}::int) AS mean
    FROM unnest(${[...CATEGORIES]}::text[]) AS n(category) CROSS JOIN everything e LEFT JOIN answered a USING (category) GROUP BY n.category, e.mean
  ), customer_category AS (
    SELECT c.id AS customer_id, k.category,
      (coalesce(sum(a.won), 0) + ${PRIOR_CASES}::int * k.mean) / (count(a.won) + ${PRIOR_CASES}::int) AS mean
    FROM customer c CROSS JOIN category k LEFT JOIN answered a ON a.customer_id = c.id AND a.category = k.category GROUP BY c.id, k.category, k.mean
  )
  SELECT k.customer_id, k.category, s.is_complete, count(a.won)::int AS cases, coalesce(sum(a.won), 0) AS won,
    round(1000000 * (coalesce(sum(a.won), 0) + ${PRIOR_CASES}::int * k.mean) / (count(a.won) + ${PRIOR_CASES}::int))::int AS rate_ppm
  FROM customer_category k CROSS JOIN (VALUES (true), (false)) AS s(is_complete)
  LEFT JOIN answered a ON a.customer_id = k.customer_id AND a.category = k.category AND a.is_complete = s.is_complete
  GROUP BY k.customer_id, k.category, s.is_complete, k.mean)`

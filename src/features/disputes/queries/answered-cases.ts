import { ANSWERED } from '@/features/deductions/queries/win-rates-sql'
import { type Sql, sql } from '@/server/db/client'

/** Answered disputes with what was in the package that was filed: `a` as in ANSWERED, and `kinds`, the kinds of evidence in it. */
export const ANSWERED_WITH_PAPERS: Sql = sql`(SELECT a.*, coalesce((SELECT array_agg(DISTINCT e.evidence ORDER BY e.evidence)
    FROM package_exhibit e WHERE e.dispute_id = a.dispute_id AND e.is_included), '{}') AS kinds
  FROM ${ANSWERED} a)`

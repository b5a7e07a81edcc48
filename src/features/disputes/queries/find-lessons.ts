import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { WIN_RATES } from '@/features/deductions/queries/win-rates-sql'
import type { Category } from '@/features/deductions/rules/deduction'
import { EVIDENCE_KINDS, type EvidenceKind } from '@/features/deductions/rules/evidence-needed'
import { type Sql, select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { EvidenceRecord } from '../rules/propose-evidence'
import type { LessonFilter } from '../schemas'
import { ANSWERED_WITH_PAPERS } from './answered-cases'

type Group = { customerId: string; customerCode: string; customerName: string; category: Category }

/** How often claims of a customer and category are won, with or without every required paper. `won` is a sum of shares. */
export type WinRate = Group & { isComplete: boolean; cases: number; won: number; ratePpm: number }

/** A reason for which a customer denied, what it cost, and the papers that were most often missing then. */
export type Denial = Pick<Group, 'customerCode' | 'customerName'> & {
  code: string | null
  text: string | null
  cases: number
  lost: Money
  missing: EvidenceKind[]
}

/** What a paper did for the claims of a customer and category. */
export type EvidenceLesson = Group & EvidenceRecord

const LESSONS_MAX = 400

function inside(actor: Actor, filter: LessonFilter, customerId: Sql, category: Sql): Sql {
  return sql`${scopeOf(actor, customerId)} AND (${filter.customer} = '' OR c.code = ${filter.customer})
    AND (${filter.category} = '' OR ${category} = ${filter.category})`
}

/** Win rates that rest on at least one own case. */
export async function findWinRates(actor: Actor, filter: LessonFilter): Promise<WinRate[]> {
  return select<WinRate>(sql`
    SELECT c.id::text AS "customerId", c.code AS "customerCode", c.name AS "customerName", w.category, w.is_complete AS "isComplete", w.cases,
      round(w.won, 6)::double precision AS won, w.rate_ppm AS "ratePpm"
    FROM ${WIN_RATES} w JOIN customer c ON c.id = w.customer_id
    WHERE w.cases > 0 AND ${inside(actor, filter, sql`w.customer_id`, sql`w.category`)}
    ORDER BY c.name, w.category, w.is_complete DESC LIMIT ${LESSONS_MAX}`)
}

/** What customers denied us for, the costliest first; amounts of one currency each. */
export async function findDenials(actor: Actor, filter: LessonFilter): Promise<Denial[]> {
  type Found = Omit<Denial, 'lost'> & { lostMinor: bigint; currency: string }
  const rows = await select<Found>(sql`
    WITH denied AS (
      SELECT c.code AS customer_code, c.name AS customer_name, z.denial_code, z.denial_text, z.lost_minor, z.currency,
        coalesce((SELECT p.missing FROM dispute_package p WHERE p.dispute_id = z.id AND p.is_submitted ORDER BY p.version DESC LIMIT 1), '{}') AS missing
      FROM dispute z JOIN deduction d ON d.id = z.deduction_id JOIN customer c ON c.id = z.customer_id
      WHERE z.outcome IN ('lost', 'partly') AND z.lost_minor > 0 AND ${inside(actor, filter, sql`z.customer_id`, sql`d.category`)}
    )
    SELECT customer_code AS "customerCode", customer_name AS "customerName", denial_code AS code, max(denial_text) AS text, count(*)::int AS cases,
      sum(lost_minor)::bigint AS "lostMinor", currency,
      ARRAY(SELECT m.paper FROM denied n CROSS JOIN unnest(n.missing) AS m(paper)
        WHERE n.customer_code = denied.customer_code AND n.denial_code IS NOT DISTINCT FROM denied.denial_code AND n.currency = denied.currency
        GROUP BY m.paper ORDER BY count(*) DESC, m.paper LIMIT 3) AS missing
    FROM denied GROUP BY customer_code, customer_name, denial_code, currency
    ORDER BY sum(lost_minor) DESC, customer_name, denial_code LIMIT ${LESSONS_MAX}`)
  return rows.map(({ lostMinor, currency, ...rest }) => ({ ...rest, lost: money(lostMinor, currency) }))
}

/** For every paper that some of a group's packages held and others did not: how often claims were won with it and without it. */
export async function findEvidenceLessons(actor: Actor, filter: LessonFilter): Promise<EvidenceLesson[]> {
  return select<EvidenceLesson>(sql`
    SELECT c.id::text AS "customerId", c.code AS "customerCode", c.name AS "customerName", a.category, k.evidence,
      count(*) FILTER (WHERE k.evidence = ANY(a.kinds))::int AS "withCases",
      round(coalesce(sum(a.won) FILTER (WHERE k.evidence = ANY(a.kinds)), 0), 6)::double precision AS "withWon",
      count(*) FILTER (WHERE NOT k.evidence = ANY(a.kinds))::int AS "withoutCases",
      round(coalesce(sum(a.won) FILTER (WHERE NOT k.evidence = ANY(a.kinds)), 0), 6)::double precision AS "withoutWon",
      EXISTS (SELECT 1 FROM evidence_requirement q WHERE q.customer_id = c.id AND q.category = a.category AND q.evidence = k.evidence
        AND q.level = 'required') AS "isRequired"
    FROM ${ANSWERED_WITH_PAPERS} a JOIN customer c ON c.id = a.customer_id CROSS JOIN unnest(${[...EVIDENCE_KINDS]}::text[]) AS k(evidence)
    WHERE ${inside(actor, filter, sql`a.customer_id`, sql`a.category`)}
    GROUP BY c.id, c.code, c.name, a.category, k.evidence
    HAVING bool_or(k.evidence = ANY(a.kinds)) AND bool_or(NOT k.evidence = ANY(a.kinds))
    ORDER BY c.name, a.category, k.evidence LIMIT ${LESSONS_MAX}`)
}

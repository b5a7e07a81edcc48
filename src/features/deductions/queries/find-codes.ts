import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import { type CategoryProposal, proposeCategory } from '../rules/propose-category'
import type { CodeFilter, CodeTab } from '../schemas'
import { findCodeEvidence } from './find-code-evidence'

export type CodeExample = {
  id: string
  number: number
  claimNumber: string | null
  takenOn: CalendarDate | null
  amountMinor: string
  currency: string
}
export type CodeAmount = { currency: string; count: number; minor: string }

/** A code a customer uses, with what it stands for and what we make of it. */
export type CodeRow = {
  customerId: string
  customerCode: string
  customerName: string
  codeKey: string
  code: string
  text: string | null
  /** Deductions with the code, and claims that name it but were not taken yet. */
  count: number
  announced: number
  /** What was deducted, per currency, minor units as text. */
  amounts: CodeAmount[]
  /** Newest first. */
  examples: CodeExample[]
  tab: CodeTab
  /** Category of the map that holds today, or of the proposal that waits. */
  mapped: string | null
  firstOn: CalendarDate | null
  /** The map that waits for a second person, as it was proposed and by whom; null when none does. */
  waiting: { mapId: string; contentHash: string; requestedBy: string } | null
  proposal: CategoryProposal
}

export type CodePage = { rows: CodeRow[]; total: number; counts: Record<CodeTab, number> }

type Found = Omit<CodeRow, 'proposal'>

/** Codes that came with deductions or claims, the one with most deductions first. */
export async function findCodes(actor: Actor, filter: CodeFilter): Promise<CodePage> {
  const where = sql`(${filter.customer} = '' OR c.code = ${filter.customer}) AND (${filter.q} = '' OR u.code_key LIKE '%' || comparison_key(${filter.q}) || '%'
    OR u.text ILIKE '%' || ${filter.q} || '%')`
  const [found, counts] = await Promise.all([
    select<Found>(sql`${codesUsed(actor, where, sql`used.tab = ${filter.tab}`)} ${limitToPage(filter.page)}`),
    select<{ tab: CodeTab; count: number }>(
      sql`SELECT tab, count(*)::int AS count FROM (${codesUsed(actor, where, sql`TRUE`)}) counted GROUP BY tab`,
    ),
  ])
  const countOf = (tab: CodeTab) => counts.find((one) => one.tab === tab)?.count ?? 0
  return {
    rows: await withProposals(actor, found),
    total: countOf(filter.tab),
    counts: { unmapped: countOf('unmapped'), waiting: countOf('waiting'), mapped: countOf('mapped') },
  }
}

/** One code of a customer by their words; null when the actor does not see it or nobody used it. */
export async function findCode(actor: Actor, customerCode: string, codeKey: string): Promise<CodeRow | null> {
  const found = await select<Found>(codesUsed(actor, sql`c.code = ${customerCode} AND u.code_key = ${codeKey}`, sql`TRUE`))
  return (await withProposals(actor, found))[0] ?? null
}

async function withProposals(actor: Actor, found: readonly Found[]): Promise<CodeRow[]> {
  const evidence = await findCodeEvidence(actor, found)
  return found.flatMap((row, at) => {
    const own = evidence[at]
    return own ? [{ ...row, proposal: proposeCategory({ code: row.code, ...own }) }] : []
  })
}

// A claim that joined its deduction is counted with it; one that was only announced is counted by itself. A code with a map is
// there even before anybody uses it.
function codesUsed(actor: Actor, where: Sql, outer: Sql): Sql {
  return sql`
    SELECT * FROM (
      SELECT u.customer_id::text AS "customerId", c.code AS "customerCode", c.name AS "customerName", u.code_key AS "codeKey", u.code, u.text,
        u.count, u.announced, u.first_on AS "firstOn",
        CASE WHEN waiting.id IS NOT NULL THEN 'waiting' WHEN holding.id IS NOT NULL THEN 'mapped' ELSE 'unmapped' END AS tab,
        coalesce(waiting.category, holding.category) AS mapped,
        (SELECT jsonb_build_object('mapId', q.subject_id, 'contentHash', q.content_hash, 'requestedBy', q.requested_by) FROM approval_request q
          WHERE q.kind = 'code-map' AND q.subject_id = waiting.id AND q.state = 'open') AS waiting,
        coalesce((SELECT jsonb_agg(jsonb_build_object('currency', a.currency, 'count', a.count, 'minor', a.minor::text) ORDER BY a.minor DESC) FROM (
          SELECT d.currency, count(*) AS count, sum(d.amount_minor) AS minor FROM deduction d
          WHERE d.customer_id = u.customer_id AND d.code_key = u.code_key GROUP BY 1) a), '[]') AS amounts,
        coalesce((SELECT jsonb_agg(e) FROM (
          SELECT d.id, d.number, d.claim_number AS "claimNumber", d.taken_on AS "takenOn", d.amount_minor::text AS "amountMinor", d.currency
          FROM deduction d WHERE d.customer_id = u.customer_id AND d.code_key = u.code_key
          ORDER BY d.taken_on DESC NULLS LAST, d.number DESC LIMIT 3) e), '[]') AS examples
      FROM (
        SELECT customer_id, code_key, mode() WITHIN GROUP (ORDER BY code) AS code, mode() WITHIN GROUP (ORDER BY text) AS text,
          count(*) FILTER (WHERE is_taken)::int AS count, count(*) FILTER (WHERE NOT is_taken)::int AS announced, min(seen_on) AS first_on
        FROM (
          SELECT d.customer_id, d.code_key, d.reason_code AS code, d.code_text AS text, true AS is_taken, coalesce(d.taken_on, d.created_at::date) AS seen_on
          FROM deduction d WHERE d.code_key <> ''
          UNION ALL
          SELECT p.customer_id, comparison_key(p.code), p.code, p.code_text, false, p.claimed_on
          FROM portal_claim p WHERE comparison_key(p.code) <> ''
            AND NOT EXISTS (SELECT 1 FROM deduction_source s WHERE s.kind = 'portal-claim' AND s.source_id = p.id)
          UNION ALL
          SELECT m.customer_id, m.code_key, m.code, NULL, NULL, NULL FROM code_map m WHERE m.state <> 'rejected'
        ) seen WHERE ${scopeOf(actor, sql`customer_id`)} GROUP BY customer_id, code_key
      ) u
      JOIN customer c ON c.id = u.customer_id
      LEFT JOIN code_map waiting ON waiting.customer_id = u.customer_id AND waiting.code_key = u.code_key AND waiting.state = 'proposed'
      LEFT JOIN code_map holding ON holding.customer_id = u.customer_id AND holding.code_key = u.code_key AND holding.state = 'approved'
        AND ${companyToday()}::date <@ code_map_days(holding)
      WHERE ${where}
    ) used WHERE ${outer} ORDER BY used.count DESC, used.announced DESC, used."customerCode", used."codeKey"`
}

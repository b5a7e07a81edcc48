import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import { POSTING_TABS, type PostingFilter, type PostingTab } from '../schemas'

/** A credit memo or write-off that finance is asked to post, or has answered. */
export type PostingRow = {
  id: string
  version: number
  number: number
  kind: 'credit-memo' | 'write-off'
  state: string
  amount: Money
  customerName: string
  deductionId: string
  name: string | null
  deductionNumber: number
  invoiceNumber: string | null
  /** Why it was accepted or given up, and by whom. */
  reason: string | null
  askedBy: string | null
  askedOn: CalendarDate
  documentNumber: string | null
  postedOn: CalendarDate | null
  declinedBecause: string | null
}

export type PostingTabTotals = { tab: PostingTab; count: number; amounts: Money[] }
export type PostingList = { rows: PostingRow[]; total: number; tabs: PostingTabTotals[] }

// What was taken back before it was posted is nobody's work any more and shown with what was declined.
function conditionOf(tab: PostingTab): Sql {
  return tab === 'declined' ? sql`q.state IN ('declined', 'cancelled')` : sql`q.state = ${tab}`
}

/** What finance is asked to post, the oldest first; per tab the count and the money. */
export async function findPostings(actor: Actor, filter: PostingFilter): Promise<PostingList> {
  const where = sql`${scopeOf(actor, sql`q.customer_id`)} AND (${filter.customer} = '' OR c.code = ${filter.customer})`
  const joins = sql`ledger_request q JOIN deduction d ON d.id = q.deduction_id JOIN customer c ON c.id = q.customer_id
    JOIN resolution r ON r.id = q.resolution_id LEFT JOIN app_user u ON u.id = r.created_by`
  type Found = Omit<PostingRow, 'amount'> & { minor: bigint; currency: string }
  const [rows, tabs] = await Promise.all([
    select<Found>(sql`
      SELECT q.id::text, q.version, q.number, q.kind, q.state, q.amount_minor AS minor, q.currency, c.name AS "customerName", d.id::text AS "deductionId",
        d.claim_number AS name, d.number AS "deductionNumber", d.invoice_number AS "invoiceNumber", r.reason, u.name AS "askedBy",
        q.created_at::date AS "askedOn", q.document_number AS "documentNumber", q.posted_on AS "postedOn", q.reason AS "declinedBecause"
      FROM ${joins} WHERE ${where} AND ${conditionOf(filter.tab)} ORDER BY q.created_at, q.number ${limitToPage(filter.page)}`),
    Promise.all(
      POSTING_TABS.map(async (tab) => {
        const totals = await select<{ currency: string; count: number; minor: bigint }>(sql`
          SELECT q.currency, count(*)::int AS count, sum(q.amount_minor)::bigint AS minor FROM ${joins} WHERE ${where} AND ${conditionOf(tab)}
          GROUP BY 1 ORDER BY 3 DESC`)
        return {
          tab,
          count: totals.reduce((sum, row) => sum + row.count, 0),
          amounts: totals.map((row) => money(row.minor, row.currency)),
        }
      }),
    ),
  ])
  return {
    rows: rows.map(({ minor, currency, ...row }) => ({ ...row, amount: money(minor, currency) })),
    total: tabs.find(({ tab }) => tab === filter.tab)?.count ?? 0,
    tabs,
  }
}

import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import { DISPUTE_TABS, type DisputeFilter, type DisputeTab } from '../schemas'
import type { DisputeRow } from './dossier'
import { DISPUTE_COLUMNS, DISPUTE_JOINS, type DisputeRecord, toDisputeRow } from './find-dispute-row'

export type DisputeTabTotals = { tab: DisputeTab; count: number; amounts: Money[] }
export type DisputeListRow = DisputeRow & { category: string; packageVersion: number | null }
export type DisputeList = { rows: DisputeListRow[]; total: number; tabs: DisputeTabTotals[] }

// Due: the answer is late or the day to ask again has come. Promised: won, but the money has not been booked.
function conditionOf(tab: DisputeTab, today: string): Sql {
  switch (tab) {
    case 'filed':
      return sql`p.state = 'submitted'`
    case 'due':
      return sql`((p.state = 'submitted' AND p.answer_due_on <= ${today}::date) OR (p.state = 'answered' AND p.follow_up_on <= ${today}::date))`
    case 'answered':
      return sql`p.state = 'answered'`
    case 'promised':
      return sql`(p.state = 'answered' AND p.won_minor > coalesce((SELECT sum(r.amount_minor) FROM resolution r
        WHERE r.deduction_id = p.deduction_id AND r.kind IN ('repaid', 'credited', 'reversed')), 0))`
    case 'closed':
      return sql`p.state = 'closed'`
  }
}

/** The worklist of filed disputes; what is due comes first. */
export async function findDisputes(actor: Actor, filter: DisputeFilter): Promise<DisputeList> {
  const today = companyToday()
  const where = sql`${scopeOf(actor, sql`p.customer_id`)} AND (${filter.customer} = '' OR c.code = ${filter.customer})`
  const [records, tabs] = await Promise.all([
    select<DisputeRecord & { category: string; package_version: number | null }>(sql`
      SELECT ${DISPUTE_COLUMNS}, d.category, (SELECT max(k.version) FROM dispute_package k WHERE k.dispute_id = p.id AND k.is_submitted) AS package_version
      FROM ${DISPUTE_JOINS} WHERE ${where} AND ${conditionOf(filter.tab, today)}
      ORDER BY coalesce(p.follow_up_on, p.answer_due_on) NULLS LAST, p.number DESC ${limitToPage(filter.page)}`),
    Promise.all(DISPUTE_TABS.map((tab) => findTab(tab, sql`${where} AND ${conditionOf(tab, today)}`))),
  ])
  return {
    rows: records.map((record) => ({ ...toDisputeRow(record), category: record.category, packageVersion: record.package_version })),
    total: tabs.find((tab) => tab.tab === filter.tab)?.count ?? 0,
    tabs,
  }
}

async function findTab(tab: DisputeTab, where: Sql): Promise<DisputeTabTotals> {
  const rows = await select<{ currency: string; count: number; minor: bigint }>(sql`
    SELECT p.currency, count(*)::int AS count, sum(p.amount_minor)::bigint AS minor FROM ${DISPUTE_JOINS} WHERE ${where} GROUP BY 1 ORDER BY 3 DESC`)
  return { tab, count: rows.reduce((sum, row) => sum + row.count, 0), amounts: rows.map((row) => money(row.minor, row.currency)) }
}

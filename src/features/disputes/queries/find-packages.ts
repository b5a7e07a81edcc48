import type { Actor } from '@/core/actor'
import { type CalendarDate, daysBetween } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { NEXT_ACTION } from '@/features/deductions/queries/deduction-terms'
import type { Category } from '@/features/deductions/rules/deduction'
import { companyToday } from '@/server/clock'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import type { DisputeState } from '../rules/dispute'
import { packageName } from '../rules/package-name'
import { PACKAGE_TABS, type PackageFilter, type PackageTab } from '../schemas'

/** A deduction whose package is to be built or filed. */
export type PackageListRow = {
  deductionId: string
  disputeId: string | null
  name: string
  customerName: string
  category: Category
  reasonCode: string | null
  amount: Money
  deadlineOn: CalendarDate | null
  daysLeft: number | null
  evidenceHave: number
  evidenceNeed: number
  state: DisputeState | null
  packageVersion: number | null
  pageCount: number | null
  ownerName: string | null
}
export type PackageTabTotals = { tab: PackageTab; count: number; amounts: Money[] }
export type PackageList = { rows: PackageListRow[]; total: number; tabs: PackageTabTotals[] }

// Where a package stands: built and not yet filed, ready to be built, or waiting for a paper.
const BUCKET: Sql = sql`CASE WHEN p.state = 'ready' THEN 'file' WHEN d.evidence_have >= d.evidence_need THEN 'ready' ELSE 'missing' END`
const FROM: Sql = sql`deduction d JOIN customer c ON c.id = d.customer_id LEFT JOIN dispute p ON p.deduction_id = d.id
  LEFT JOIN app_user u ON u.id = d.owner_id
  LEFT JOIN LATERAL (SELECT k.version, k.page_count FROM dispute_package k WHERE k.dispute_id = p.id ORDER BY k.version DESC LIMIT 1) k ON true`

function conditions(actor: Actor, customer: string): Sql {
  return sql`${scopeOf(actor, sql`d.customer_id`)} AND d.open_minor > 0
    AND (p.state IN ('preparing', 'ready') OR (d.next_action = 'build-package' AND ${NEXT_ACTION} = 'build-package' AND (p.id IS NULL OR p.state = 'closed')))
    AND (${customer} = '' OR c.code = ${customer})`
}

type Found = Omit<PackageListRow, 'name' | 'amount' | 'daysLeft'> & {
  claimNumber: string | null
  number: number
  amountMinor: bigint
  currency: string
}

/** The worklist of packages: nearest deadline first, what is over last, largest amount first within a day. */
export async function findPackages(actor: Actor, filter: PackageFilter): Promise<PackageList> {
  const today = companyToday()
  const where = conditions(actor, filter.customer)
  const [rows, tabs] = await Promise.all([
    select<Found>(sql`
      SELECT d.id AS "deductionId", p.id AS "disputeId", d.number, d.claim_number AS "claimNumber", c.name AS "customerName", d.category,
        d.reason_code AS "reasonCode", coalesce(p.amount_minor, nullif(least(d.recoverable_minor, d.open_minor), 0), d.open_minor) AS "amountMinor",
        d.currency, d.deadline_on AS "deadlineOn", d.evidence_have AS "evidenceHave", d.evidence_need AS "evidenceNeed",
        p.state, k.version AS "packageVersion", k.page_count AS "pageCount", u.name AS "ownerName"
      FROM ${FROM} WHERE ${where} AND ${BUCKET} = ${filter.tab}
      ORDER BY coalesce(d.deadline_on < ${today}::date, false), d.deadline_on NULLS LAST, d.open_minor DESC, d.id ${limitToPage(filter.page)}`),
    findTabs(where),
  ])
  return {
    rows: rows.map(({ claimNumber, number, amountMinor, currency, ...row }) => ({
      ...row,
      name: packageName(claimNumber, number),
      amount: money(amountMinor, currency),
      daysLeft: row.deadlineOn === null ? null : daysBetween(today, row.deadlineOn),
    })),
    total: tabs.find((tab) => tab.tab === filter.tab)?.count ?? 0,
    tabs,
  }
}

async function findTabs(where: Sql): Promise<PackageTabTotals[]> {
  const rows = await select<{ bucket: PackageTab; currency: string; count: number; minor: bigint }>(sql`
    SELECT ${BUCKET} AS bucket, d.currency, count(*)::int AS count,
      sum(coalesce(p.amount_minor, nullif(least(d.recoverable_minor, d.open_minor), 0), d.open_minor))::bigint AS minor
    FROM ${FROM} WHERE ${where} GROUP BY 1, 2 ORDER BY 4 DESC`)
  return PACKAGE_TABS.map((tab) => {
    const own = rows.filter((row) => row.bucket === tab)
    return { tab, count: own.reduce((sum, row) => sum + row.count, 0), amounts: own.map((row) => money(row.minor, row.currency)) }
  })
}

import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { type Sql, select, sql } from '@/server/db/client'
import { limitToPage } from '@/server/db/limit-to-page'
import { scopeOf } from '@/server/db/scope-of'
import { dueNow, type FreightClaimKind, type FreightClaimState } from '../rules/freight-claim'
import { FREIGHT_TABS, type FreightFilter, type FreightTab } from '../schemas'

/** A claim on a carrier with its clock; `due` is the day that counts now. */
export type FreightClaimRow = {
  id: string
  number: number
  version: number
  customerId: string
  customerName: string
  carrier: string
  pro: string | null
  bol: string | null
  deliveryKey: string | null
  kind: FreightClaimKind
  state: FreightClaimState
  deliveredOn: CalendarDate | null
  shippedOn: CalendarDate | null
  noticeBy: CalendarDate | null
  noticedOn: CalendarDate | null
  fileBy: CalendarDate
  filedOn: CalendarDate | null
  claimReference: string | null
  lateReason: string | null
  acknowledgeBy: CalendarDate | null
  acknowledgedOn: CalendarDate | null
  answerBy: CalendarDate | null
  answeredOn: CalendarDate | null
  answerNote: string | null
  sueBy: CalendarDate | null
  amount: Money
  offered: Money
  paid: Money
  deductions: number
  due: ReturnType<typeof dueNow>
}

type Found = Omit<FreightClaimRow, 'amount' | 'offered' | 'paid' | 'due'> & {
  currency: string
  minor: bigint
  offeredMinor: bigint
  paidMinor: bigint
}
export type FreightTabTotals = { tab: FreightTab; count: number; amounts: Money[] }
export type FreightList = { rows: FreightClaimRow[]; total: number; tabs: FreightTabTotals[] }

const STATES: Readonly<Record<FreightTab, readonly FreightClaimState[]>> = {
  open: ['open'],
  filed: ['filed', 'acknowledged'],
  answered: ['offered', 'declined'],
  closed: ['paid', 'withdrawn'],
}

const LINES = sql`JOIN customer c ON c.id = f.customer_id
  CROSS JOIN LATERAL (SELECT coalesce(sum(l.amount_minor), 0)::bigint AS minor, count(*)::int AS count FROM freight_claim_line l WHERE l.claim_id = f.id) l`

/** The claims on carriers of a tab, the next day first; per tab the count and what is claimed. */
export async function findFreightClaims(actor: Actor, filter: FreightFilter): Promise<FreightList> {
  const where = sql`${scopeOf(actor, sql`f.customer_id`)} AND (${filter.customer} = '' OR c.code = ${filter.customer})
    AND (${filter.from} = '' OR f.answered_on >= nullif(${filter.from}, '')::date) AND (${filter.to} = '' OR f.answered_on <= nullif(${filter.to}, '')::date)`
  const ofTab = (tab: FreightTab) => sql`${where} AND f.state = ANY(${[...STATES[tab]]}::text[])`
  const [rows, tabs] = await Promise.all([
    selectClaims(sql`${ofTab(filter.tab)} ORDER BY ${DUE} NULLS LAST, f.number ${limitToPage(filter.page)}`),
    Promise.all(
      FREIGHT_TABS.map(async (tab) => {
        const totals = await select<{ currency: string; count: number; minor: bigint }>(sql`
          SELECT f.currency, count(*)::int AS count, sum(l.minor)::bigint AS minor FROM freight_claim f ${LINES} WHERE ${ofTab(tab)} GROUP BY 1 ORDER BY 3 DESC`)
        return { tab, count: totals.reduce((sum, row) => sum + row.count, 0), amounts: totals.map((row) => money(row.minor, row.currency)) }
      }),
    ),
  ])
  return { rows, total: tabs.find(({ tab }) => tab === filter.tab)?.count ?? 0, tabs }
}

/** One claim on a carrier; null when there is none the actor may see. */
export async function findFreightClaim(actor: Actor, id: string): Promise<FreightClaimRow | null> {
  const [row] = await selectClaims(sql`f.id = ${id}::uuid AND ${scopeOf(actor, sql`f.customer_id`)}`)
  return row ?? null
}

/** The claims whose next day is near or over, that day first. */
export async function findDueFreightClaims(actor: Actor, until: CalendarDate, limit: number): Promise<FreightClaimRow[]> {
  return selectClaims(sql`${scopeOf(actor, sql`f.customer_id`)} AND ${DUE} <= ${until}::date ORDER BY ${DUE}, f.number LIMIT ${limit}`)
}

// The same day that the rule names, for the database to sort by; the rule's own test and this query's hold them against each other.
const DUE: Sql = sql`CASE f.state WHEN 'open' THEN CASE WHEN f.noticed_on IS NULL THEN least(f.notice_by, f.file_by) ELSE f.file_by END
  WHEN 'filed' THEN f.acknowledge_by WHEN 'acknowledged' THEN f.answer_by WHEN 'offered' THEN f.answer_by WHEN 'declined' THEN f.sue_by END`

async function selectClaims(where: Sql): Promise<FreightClaimRow[]> {
  const rows = await select<Found>(sql`
    SELECT f.id::text, f.number, f.version, f.customer_id::text AS "customerId", c.name AS "customerName", f.carrier, f.pro_number AS pro, f.bol_number AS bol,
      f.delivery_key AS "deliveryKey", f.kind, f.state, f.delivered_on AS "deliveredOn", f.shipped_on AS "shippedOn", f.notice_by AS "noticeBy",
      f.noticed_on AS "noticedOn", f.file_by AS "fileBy", f.filed_on AS "filedOn", f.claim_reference AS "claimReference", f.late_reason AS "lateReason",
      f.acknowledge_by AS "acknowledgeBy", f.acknowledged_on AS "acknowledgedOn", f.answer_by AS "answerBy", f.answered_on AS "answeredOn",
      f.answer_note AS "answerNote", f.sue_by AS "sueBy", f.currency, l.minor, l.count AS deductions, f.offered_minor AS "offeredMinor", f.paid_minor AS "paidMinor"
    FROM freight_claim f ${LINES} WHERE ${where}`)
  return rows.map(({ currency, minor, offeredMinor, paidMinor, ...row }) => ({
    ...row,
    amount: money(minor, currency),
    offered: money(offeredMinor, currency),
    paid: money(paidMinor, currency),
    due: dueNow(row),
  }))
}

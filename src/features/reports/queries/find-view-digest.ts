import type { Actor } from '@/core/actor'
import { asCalendarDate, type CalendarDate, dateInZone } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { countExactly } from '@/features/deductions/queries/tracker-counts'
import { readTrackerFilter } from '@/features/deductions/schemas'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { INVOICE_SOURCE } from '@/features/invoices/queries/invoice-list'
import { findOrders } from '@/features/orders/queries/find-orders'
import { OrderFilter } from '@/features/orders/schemas'
import type { ViewPage } from '@/features/people/rules/saved-view'
import { findDifferences } from '@/features/reconciliation/queries/find-differences'
import { DifferenceFilter } from '@/features/reconciliation/schemas'
import { PAYMENT_SOURCE } from '@/features/remittances/queries/payment-list'
import { findTasks } from '@/features/tasks/queries/find-tasks'
import { TaskFilter } from '@/features/tasks/schemas'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'
import { findListTop } from '@/server/lists/find-list-top'
import type { ListSource } from '@/server/lists/list-source'

export type DigestRow = {
  name: string
  customer: string
  /** What is to be done or wrong: keys of messages. */
  what: string[]
  amount: Money | null
  dueOn: CalendarDate | null
}

/** What a view holds for one reader: how many, what it is worth per currency, and the first rows. */
export type ViewDigest = { count: number; sums: { count: number; amount: Money }[]; rows: DigestRow[] }

const ROWS_MAX = 20
type Params = Readonly<Record<string, string | string[]>>
type Find = (actor: Actor, params: Params) => Promise<ViewDigest>

/** Reads a view as its list would show it to this reader. */
export async function findViewDigest(actor: Actor, page: ViewPage, query: string): Promise<ViewDigest> {
  const search = new URLSearchParams(query)
  const params: Record<string, string | string[]> = {}
  for (const key of search.keys()) {
    const values = search.getAll(key)
    params[key] = values.length === 1 ? (values[0] ?? '') : values
  }
  const digest = await FIND[page](actor, params)
  return { ...digest, rows: digest.rows.slice(0, ROWS_MAX) }
}

const FIND: Readonly<Record<ViewPage, Find>> = {
  async deductions(actor, params) {
    const filter = readTrackerFilter(params)
    const [found, all] = await Promise.all([
      findDeductions(actor, { ...filter, limit: ROWS_MAX }),
      countExactly(actor, filter, companyToday()),
    ])
    return {
      count: all.count,
      sums: all.totals,
      rows: found.rows.map((row) => ({
        name: row.claimNumber ?? String(row.number),
        customer: row.customerName,
        what: [`deductions.action.${row.nextAction ?? 'none'}`],
        amount: row.amount,
        dueOn: row.open.minor === 0n ? null : row.deadlineOn,
      })),
    }
  },
  async orders(actor, params) {
    const found = await findOrders(actor, OrderFilter.parse(params))
    return {
      count: found.total,
      sums: found.sums.map((sum) => ({ count: sum.count, amount: money(sum.at_stake_minor, sum.currency) })),
      rows: found.rows.map((row) => ({
        name: row.number,
        customer: row.customer_name,
        what: row.kinds.map((kind) => `orders.kind.${kind}`),
        amount: money(row.at_stake_minor, row.currency),
        dueOn: row.ship_by,
      })),
    }
  },
  async reconciliation(actor, params) {
    const found = await findDifferences(actor, DifferenceFilter.parse(params))
    return {
      count: found.total,
      sums: found.sums.map((sum) => ({ count: sum.count, amount: money(sum.severity_minor, sum.currency) })),
      rows: found.rows.map((row) => ({
        name: row.po_number ?? row.delivery_key ?? row.invoice_key ?? '',
        customer: row.customer_name,
        what: [`reconciliation.kind.${row.kind}`],
        amount: money(row.severity_minor, row.currency),
        dueOn: row.due_on,
      })),
    }
  },
  async tasks(actor, params) {
    const found = await findTasks(actor, TaskFilter.parse(params))
    return {
      count: found.total,
      sums: [],
      rows: found.rows.map((row) => ({
        name: row.title,
        customer: row.customer_name ?? '',
        what: [`tasks.teams.${row.team}`],
        amount: row.amount_minor === null || row.currency === null ? null : money(row.amount_minor, row.currency),
        dueOn: row.due_at === null ? null : dateInZone(row.due_at, env().RECOUP_TIMEZONE),
      })),
    }
  },
  disputes: (actor, params) =>
    digestOf(DISPUTE_SOURCE, actor, params, { name: 'claim', amount: 'amount', dueOn: 'answerDue', what: ['disputes.status', 'state'] }),
  invoices: (actor, params) => digestOf(INVOICE_SOURCE, actor, params, { name: 'number', amount: 'net', dueOn: 'due', what: null }),
  payments: (actor, params) => digestOf(PAYMENT_SOURCE, actor, params, { name: 'number', amount: 'total', dueOn: 'paidOn', what: null }),
}

/** Which cells of a list stand in the mail; `what`: where the words of a choice are, and its column. */
type DigestCells = { name: string; amount: string; dueOn: string; what: readonly [words: string, key: string] | null }

async function digestOf(source: ListSource, actor: Actor, params: Params, cells: DigestCells): Promise<ViewDigest> {
  const found = await findListTop(source, actor, { ...params, limit: ROWS_MAX })
  return {
    count: found.count,
    sums: found.sums.flatMap(({ count, sums }) => (sums[cells.amount] ? [{ count, amount: sums[cells.amount] as Money }] : [])),
    rows: found.rows.map((row) => {
      const [name, customer, amount, dueOn] = [cells.name, 'customer', cells.amount, cells.dueOn].map((key) => row.cells[key] ?? null)
      const values = cells.what === null ? [] : (row.cells[cells.what[1]] ?? '').split(',').filter((value) => value !== '')
      return {
        name: name ?? '',
        customer: customer ?? '',
        what: values.map((value) => `${cells.what?.[0] ?? ''}.${value}`),
        amount: amount === null || amount === undefined || row.currency === '' ? null : money(BigInt(amount), row.currency),
        dueOn: dueOn ? asCalendarDate(dueOn) : null,
      }
    }),
  }
}

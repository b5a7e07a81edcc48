import type { Actor } from '@/core/actor'
import { asCalendarDate, type CalendarDate } from '@/core/calendar-date'
import { type Money, money } from '@/core/money'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { countExactly } from '@/features/deductions/queries/tracker-counts'
import { readTrackerFilter } from '@/features/deductions/schemas'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { INVOICE_SOURCE } from '@/features/invoices/queries/invoice-list'
import { ORDER_SOURCE } from '@/features/orders/queries/order-list'
import type { ViewPage } from '@/features/people/rules/saved-view'
import { DIFFERENCE_SOURCE } from '@/features/reconciliation/queries/difference-list'
import { PAYMENT_SOURCE } from '@/features/remittances/queries/payment-list'
import { TASK_SOURCE } from '@/features/tasks/queries/task-list'
import { companyToday } from '@/server/clock'
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
  orders: (actor, params) =>
    digestOf(ORDER_SOURCE, actor, params, { name: 'number', amount: 'at-stake', dueOn: 'ship-by', what: ['orders.kind', 'kind'] }),
  reconciliation: (actor, params) =>
    digestOf(DIFFERENCE_SOURCE, actor, params, { name: 'number', amount: 'worth', dueOn: 'due', what: ['reconciliation.kind', 'kind'] }),
  tasks: (actor, params) =>
    digestOf(TASK_SOURCE, actor, params, { name: 'title', amount: 'worth', dueOn: 'due', what: ['tasks.teams', 'team'] }),
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

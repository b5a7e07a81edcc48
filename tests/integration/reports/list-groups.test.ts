import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { readListAddress } from '@/core/list-address'
import { type ListGroup, sumOfGroups } from '@/core/list-groups'
import { groupColumns, quickColumns } from '@/core/list-shape'
import { assignDeduction } from '@/features/deductions/commands/assign-deduction'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { INVOICE_SOURCE } from '@/features/invoices/queries/invoice-list'
import { ORDER_SOURCE } from '@/features/orders/queries/order-list'
import { LIST_SOURCES } from '@/features/reports/queries/list-sources'
import { TASK_SOURCE } from '@/features/tasks/queries/task-list'
import { companyToday } from '@/server/clock'
import { countListExactly } from '@/server/lists/count-list'
import { findListPage } from '@/server/lists/find-list'
import { findListFacets } from '@/server/lists/find-list-facets'
import { addressOfGroup, findListGroups } from '@/server/lists/find-list-groups'
import type { ListSource } from '@/server/lists/list-source'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const BATCH = '00000000-0000-7000-8000-0000000000aa'
const today = companyToday()
let harbor = ''

beforeAll(async () => {
  harbor = await insertCustomer(database, 'HARBOR')
  const yen = await insertCustomer(database, 'NIPPON', 'JPY')
  await nameTestActor(database)
  for (let at = 1; at <= 6; at += 1) {
    const customer = at > 4 ? yen : harbor
    const deduction = await insertDeduction(database, customer, `GRP-${at}`, BigInt(at) * 1_000n)
    await nameTestActor(database)
    await database.query(
      `insert into dispute (deduction_id, customer_id, amount_minor, currency, state, submitted_on, won_minor)
       select id, customer_id, amount_minor, currency, case when $2::int % 2 = 0 then 'answered' else 'submitted' end, current_date, 100 * $2::int
       from deduction where id = $1`,
      [deduction, at],
    )
    await database.query(
      `insert into task (kind, subject_kind, subject_id, customer_id, team, title, state)
       values ('question', 'deduction', $1, $2, case when $3::int % 2 = 0 then 'sales' else 'logistics' end, 'T' || $3, case when $3::int > 4 then 'closed' else 'open' end)`,
      [deduction, at === 1 ? null : customer, at],
    )
    await database.query(
      `insert into invoice (customer_id, number, number_key, currency, net_minor, fingerprint, batch_id, position)
       select $1, 'I' || $2, 'I' || $2, currency, $3::int * 500, 'x' || $2, $4, '1' from customer where id = $1`,
      [customer, String(at), at, BATCH],
    )
    await database.query(
      `with o as (insert into purchase_order (customer_id, number, number_key, currency, source, fingerprint, batch_id, position)
         select $1, 'P' || $2, 'P' || $2, currency, '850', 'x' || $2, $4, '1' from customer where id = $1 returning *)
       insert into order_exception (customer_id, purchase_order_id, po_number, po_key, line, kind, field, at_stake_minor, currency)
       select o.customer_id, o.id, o.number, o.number_key, '1', k.kind, k.kind, 100 * $3::int, o.currency
       from o, (values ('price', 4), ('quantity', 2)) k(kind, most) where $3::int <= k.most`,
      [customer, String(at), at, BATCH],
    )
  }
})

const read = (source: ListSource, params: Record<string, string>) => readListAddress(source.shape, params)
const allOf = (source: ListSource) => ({ [source.shape.tabs?.param ?? 'tab']: 'all', state: 'all' })
const short = (groups: readonly ListGroup[]) =>
  groups.map(({ key, count, sums }) => [key, count, ...sums.flatMap((sum) => Object.values(sum.sums).map(({ minor }) => minor))])

async function counted(source: ListSource, facet: string, params: Record<string, string>, actor = specialist) {
  const facets = await findListFacets(source, actor, read(source, params))
  return Object.fromEntries((facets.find((one) => one.facet === facet)?.values ?? []).map(({ key, count }) => [key, count]))
}

test.each(LIST_SOURCES.map(({ source }) => [source.shape.key, source] as const))(
  'in the list of %s a value counts what choosing it shows, and groups come to the whole',
  async (_key, source) => {
    const address = read(source, allOf(source))
    for (const { facet, values, isAtLeast } of await findListFacets(source, specialist, address)) {
      expect(isAtLeast).toBe(false)
      for (const { key, count } of values) {
        const page = await findListPage(source, specialist, { ...address, quick: { ...address.quick, [facet]: [key] } })
        expect(`${facet} ${key} ${page.rows.length}`).toBe(`${facet} ${key} ${count}`)
      }
    }
    expect((await findListFacets(source, specialist, address)).map(({ facet }) => facet)).toEqual(
      quickColumns(source.shape).map(({ key }) => key),
    )
    const whole = await countListExactly(source, specialist, address, today)
    for (const { key } of groupColumns(source.shape)) {
      const grouped = { ...address, group: key }
      const groups = await findListGroups(source, specialist, grouped)
      expect(groups.reduce((all, { count }) => all + count, 0)).toBe(whole.count)
      const byCurrency = (a: { currency: string }, b: { currency: string }) => a.currency.localeCompare(b.currency)
      expect(sumOfGroups(groups).sort(byCurrency)).toEqual([...whole.sums].sort(byCurrency))
      for (const group of groups) {
        const rows = await findListPage(source, specialist, addressOfGroup(grouped, group.key))
        expect(`${key} ${group.key} ${rows.rows.length}`).toBe(`${key} ${group.key} ${group.count}`)
      }
    }
  },
)

test('subtotals are told per currency, the group that is worth most first', async () => {
  const address = read(DISPUTE_SOURCE, { tab: 'all', group: 'state' })
  expect(await findListGroups(DISPUTE_SOURCE, specialist, address)).toMatchObject([
    { key: 'answered', count: 3, sums: [{ currency: 'USD' }, { currency: 'JPY' }] },
    { key: 'submitted', count: 3 },
  ])
  expect(short(await findListGroups(DISPUTE_SOURCE, specialist, address))).toEqual([
    ['answered', 3, 6_000n, 600n, 6_000n, 600n],
    ['submitted', 3, 5_000n, 500n, 4_000n, 400n],
  ])
})

test('a facet is counted under the rest of the address, not under itself', async () => {
  expect(await counted(DISPUTE_SOURCE, 'customer', { tab: 'all', customer: 'HARBOR', state: 'answered' })).toEqual({ HARBOR: 2, NIPPON: 1 })
  expect(await counted(DISPUTE_SOURCE, 'state', { tab: 'all', customer: 'HARBOR', state: 'answered' })).toEqual({
    answered: 2,
    submitted: 2,
  })
  expect(await counted(TASK_SOURCE, 'state', { view: 'all' })).toEqual({ open: 4, closed: 2 })
})

test('a row with several values counts for each, and what has nothing there can be asked for', async () => {
  expect(await counted(ORDER_SOURCE, 'kind', { view: 'all' })).toEqual({ price: 4, quantity: 2, none: 2 })
  expect(await counted(INVOICE_SOURCE, 'answer', {})).toEqual({ none: 6 })
  const nobodys = read(TASK_SOURCE, { view: 'all', state: 'all', customer: 'none' })
  expect((await findListPage(TASK_SOURCE, specialist, nobodys)).rows.map(({ cells }) => cells['title'])).toEqual(['T1'])
  expect((await findListPage(ORDER_SOURCE, specialist, read(ORDER_SOURCE, { view: 'all', kind: 'price,none' }))).rows).toHaveLength(6)
})

test('nobody counts or sums customers that are not theirs', async () => {
  const own = buildActor(['account-manager'], [harbor])
  expect(short(await findListGroups(INVOICE_SOURCE, own, read(INVOICE_SOURCE, { group: 'customer' })))).toEqual([['HARBOR', 4, 5_000n]])
  expect(await counted(INVOICE_SOURCE, 'customer', {}, own)).toEqual({ HARBOR: 4 })
  const stranger = buildActor(['account-manager'], [])
  expect(await findListGroups(INVOICE_SOURCE, stranger, read(INVOICE_SOURCE, { group: 'customer' }))).toEqual([])
  expect(await counted(INVOICE_SOURCE, 'customer', {}, stranger)).toEqual({})
})

test('a dispute is given to somebody through its deduction, and counted under the new owner', async () => {
  const owner = await insertUser(database, 'wei@groups.test', ['specialist'])
  const address = read(DISPUTE_SOURCE, { tab: 'all', customer: 'NIPPON' })
  const rows = (await findListPage(DISPUTE_SOURCE, specialist, address)).rows
  const deductions = rows.map(({ cells }) => ({ id: cells['deductionId'] ?? '', version: Number(cells['version']) }))
  expect((await assignDeduction(specialist, { deductions, ownerId: owner })).count).toBe(2)
  const after = (await findListPage(DISPUTE_SOURCE, specialist, address)).rows
  expect(after.map(({ cells }) => [cells['owner'], Number(cells['version'])])).toEqual(
    deductions.map(({ version }) => ['wei@groups.test', version + 1]),
  )
  expect(await counted(DISPUTE_SOURCE, 'owner', { tab: 'all' })).toEqual({ none: 4, [owner]: 2 })
})

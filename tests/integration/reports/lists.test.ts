import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { readListAddress } from '@/core/list-address'
import { operatorsOf, valuesOf } from '@/core/list-conditions'
import { fieldsOf, type ListShape, sortKeyOf } from '@/core/list-shape'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { INVOICE_SOURCE } from '@/features/invoices/queries/invoice-list'
import { LIST_SOURCES } from '@/features/reports/queries/list-sources'
import { companyToday } from '@/server/clock'
import { countListExactly, countListTabs } from '@/server/lists/count-list'
import { findListBatch, findListPage } from '@/server/lists/find-list'
import { findListTop } from '@/server/lists/find-list-top'
import type { ListSource } from '@/server/lists/list-source'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const BATCH = '00000000-0000-7000-8000-0000000000aa'
const today = companyToday()
let harbor = ''

beforeAll(async () => {
  harbor = await insertCustomer(database, 'HARBOR')
  const yen = await insertCustomer(database, 'NIPPON', 'JPY')
  for (let at = 1; at <= 9; at += 1) {
    const customer = at > 7 ? yen : harbor
    const deduction = await insertDeduction(database, customer, `LST-${at}`, BigInt(at % 3) * 1_000n + 500n)
    await nameTestActor(database)
    await database.query(
      `insert into dispute (deduction_id, customer_id, amount_minor, currency, state, submitted_on, answer_due_on)
       select id, customer_id, amount_minor, currency, 'submitted', current_date, case when $2::int % 2 = 0 then null else current_date + $2::int end
       from deduction where id = $1`,
      [deduction, at],
    )
    await database.query(
      `insert into invoice (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, net_minor, fingerprint, batch_id, position)
       values ($1, 'INV-' || $2, 'INV' || $2, case when $3::int % 4 = 0 then null else current_date - $3::int end,
         (select currency from customer where id = $1), 'PO-' || $2, 'PO' || $2, $3::int % 3 * 100000 + 50, 'x' || $2, $4, '1')`,
      [customer, String(at), at, BATCH],
    )
  }
})

const addressOf = (source: ListSource, params: Record<string, string>) => readListAddress(source.shape, params)
const sortsOf = (shape: ListShape) => shape.columns.flatMap((column) => sortKeyOf(column) ?? [])

test.each(LIST_SOURCES.map(({ source }) => [source.shape.key, source] as const))(
  'the list of %s shows, sorts and asks every one of its columns',
  async (_key, source) => {
    const sorts = sortsOf(source.shape).flatMap((sort) => ['asc', 'desc'].map((direction) => addressOf(source, { sort, direction })))
    await Promise.all(sorts.map((address) => findListPage(source, specialist, address)))
    const asked = Object.entries(fieldsOf(source.shape)).flatMap(([field, known]) => {
      const value = { text: 'A1', money: '5.5', number: '2', date: today as string, choice: known.choices?.[0] ?? 'HARBOR' }[known.kind]
      return operatorsOf(known).map((operator) => {
        const said = operator === 'next' || operator === 'last' ? '7' : value
        const count = valuesOf(operator)
        return JSON.stringify({ all: [[field, operator, ...Array(count === 'several' ? 1 : count).fill(said)]] })
      })
    })
    await Promise.all(
      asked.map(async (where) => {
        const address = addressOf(source, { where, [source.shape.tabs?.param ?? 'tab']: 'all' })
        expect(address.where).toBe(where)
        const [page, exact] = await Promise.all([
          findListPage(source, specialist, address),
          countListExactly(source, specialist, address, today),
        ])
        expect(exact.count).toBe(page.rows.length)
      }),
    )
  },
)

test('a list is read to its end by pages, forwards and backwards, in every order', async () => {
  for (const source of [DISPUTE_SOURCE, INVOICE_SOURCE])
    for (const [at, sort] of sortsOf(source.shape).entries()) {
      const then = at % 2 === 0 ? '' : 'customer:desc'
      const address = { ...addressOf(source, { sort, then, tab: 'all', direction: 'desc' }), limit: 4 }
      const whole = (await findListPage(source, specialist, { ...address, limit: 100 })).rows.map(({ id }) => id)
      expect(whole).toHaveLength(9)
      const forwards: string[] = []
      for (let after: string | null = ''; after !== null; ) {
        const batch: Awaited<ReturnType<typeof findListBatch>> = await findListBatch(
          source,
          specialist,
          address,
          after === '' ? {} : { after },
        )
        forwards.push(...batch.rows.map(({ id }) => id))
        after = batch.after
      }
      const end = await findListBatch(source, specialist, address, { isEnd: true })
      const middle = await findListBatch(source, specialist, address, { before: end.before ?? '' })
      const start = await findListBatch(source, specialist, address, { before: middle.before ?? '' })
      const backwards = [...start.rows, ...middle.rows, ...end.rows].map(({ id }) => id)
      expect({ sort, then, forwards, backwards }).toEqual({ sort, then, forwards: whole, backwards: whole })
      expect(start.before).toBeNull()
    }
})

test('rows with nothing in the column come last, whichever way it is sorted', async () => {
  for (const direction of ['asc', 'desc']) {
    const page = await findListPage(INVOICE_SOURCE, specialist, addressOf(INVOICE_SOURCE, { sort: 'invoiced', direction }))
    expect(page.rows.map(({ cells }) => cells['invoiced'] === null)).toEqual([...Array(7).fill(false), true, true])
  }
})

test('nobody sees a row, a count or a sum of customers that are not theirs', async () => {
  const stranger = buildActor(['account-manager'], [])
  const own = buildActor(['account-manager'], [harbor])
  for (const source of [DISPUTE_SOURCE, INVOICE_SOURCE]) {
    expect(await findListTop(source, stranger, { tab: 'all' })).toMatchObject({ count: 0, sums: [], rows: [] })
    expect((await findListTop(source, own, { tab: 'all' })).rows).toHaveLength(7)
    expect((await countListTabs(source, own, addressOf(source, {}), today)).get('all')?.sums.map(({ currency }) => currency)).toEqual([
      'USD',
    ])
  }
})

test('conditions, quick filters and search narrow rows, tabs and sums alike', async () => {
  const ask = async (params: Record<string, string>) => {
    const found = await findListTop(INVOICE_SOURCE, specialist, params)
    return [found.count, found.sums.find(({ currency }) => currency === 'USD')?.sums['net']?.minor]
  }
  expect(await ask({ q: 'inv 3' })).toEqual([1, 50n])
  expect(await ask({ customer: 'HARBOR,NIPPON', where: '{"all":[["net","over","1000"]]}' })).toEqual([6, 700_250n])
  expect(await ask({ where: '{"any":[["invoiced","empty"],["number","is","inv-1"]]}' })).toEqual([3, 200_100n])
  expect(await ask({ where: '{"all":[["net","over","x"]]}', sort: 'nonsense', after: 'nonsense' })).toEqual([9, 700_350n])
})

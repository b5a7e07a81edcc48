import { specialist } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import { type Row, takeRows } from '@tests/integration/file-intake/stage-rows'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { useTestDatabase } from '../database'
import { deliveryRows, insertArticles, invoiceRows, type Line, noticeRow, orderRow, receiptRow, salesRows } from './trade-rows'

const database = await useTestDatabase()
let customer = 'T0'
let count = 0
let [sales, delivery, invoice] = ['', '', '']

beforeAll(() => insertArticles(database))
beforeEach(async () => {
  count += 1
  customer = `T${count}`
  ;[sales, delivery, invoice] = [`${1000 + count}`, `${8000 + count}`, `${9000 + count}`]
  await insertCustomer(database, customer)
})

/** Takes the rows over, compares what changed, and answers what is known of this test's customer. */
async function compare(rows: readonly Row[]) {
  await takeRows(rows)
  await reconcile(specialist, { only: 'changed' })
  const differences = await database.query<{ text: string }>(
    `select kind || ' ' || coalesce(line, '-') || ': ' || coalesce(sap_value, '') || ' / ' || coalesce(other_value, '') || case when match_id is not null then ' matched' else '' end as text
     from difference d join customer c on c.id = d.customer_id where c.code = $1 and state <> 'resolved' order by kind, line`,
    [customer],
  )
  const matches = await database.query<{ step: string; kind: string; score: number; codes: string }>(
    `select m.step, m.kind, m.score, (select string_agg(r ->> 'code' || coalesce(' ' || nullif(r ->> 'value', ''), ''), ', ') from jsonb_array_elements(m.reasons) r) as codes
     from record_match m join customer c on c.id = m.customer_id where c.code = $1 order by m.step, m.kind, codes`,
    [customer],
  )
  return { differences: differences.map((row) => row.text), matches }
}

const line = (quantity: number, more: Line = {}): Line => ({ quantity, ...more })
const order = (number: string, lines?: readonly Line[]) => orderRow({ customer, number, ...(lines ? { lines } : {}) })
const sold = (number: string, lines?: readonly Line[], name = sales) =>
  salesRows({ customer, number, sales: name, ...(lines ? { lines } : {}) })

test.each([
  ['a prefix', 'PO-4500118', '4500118', 'prefix'],
  ['a number cut off at its end', '450011800', '45001180077', 'truncated'],
  ['one mistyped digit', '4500118', '4500178', 'typo'],
  ['two digits in the wrong order', '4500118', '4500181', 'typo'],
])('an order is found under its number with %s, and says why', async (_name, inSap, theirs, kind) => {
  const { differences, matches } = await compare([order(theirs), ...sold(inSap)])
  expect(differences).toEqual([])
  expect(matches).toMatchObject([{ step: 'order', kind }])
  expect(matches[0]?.score).toBeGreaterThanOrEqual(80)
  expect(matches[0]?.codes).toContain('lines 2/2')
})

test("the store in front of a number is known by the customer's own sites", async () => {
  await database.query(
    `insert into ship_to (customer_id, account, account_key, number, name) select id, '600001', '600001', '0417', 'Store 417' from customer where code = $1`,
    [customer],
  )
  const { differences, matches } = await compare([order('0417-4500118'), ...sold('4500118')])
  expect(differences).toEqual([])
  expect(matches).toMatchObject([{ step: 'order', kind: 'store', codes: expect.stringContaining('store 417') }])
})

test('similar numbers with other articles stay different orders, and two equal candidates are not guessed between', async () => {
  const { differences, matches } = await compare([
    order('7700118', [line(24, { article: 2 })]),
    ...sold('7700119', [line(24, { article: 3 })]),
    order('8800100'),
    order('8800200'),
    ...sold('8800000', undefined, `${sales}0`),
  ])
  expect(matches).toEqual([])
  expect(differences).toEqual([
    'missing-order -: 24 / no order',
    'missing-order -: 72 / no order',
    'missing-sales-order -: no sales order / 24',
    'missing-sales-order -: no sales order / 72',
    'missing-sales-order -: no sales order / 72',
  ])
})

test('lines that were renumbered, split and merged are compared by their sums', async () => {
  const { differences, matches } = await compare([
    order('4500118', [line(24), line(48, { article: 1 }), line(6, { article: 2 }), line(6, { article: 2 }), line(96, { article: 3 })]),
    ...sold('4500118', [
      line(24, { line: '70' }),
      line(20, { article: 1, line: '80' }),
      line(28, { article: 1, line: '90' }),
      line(12, { article: 2, line: '100' }),
      line(40, { article: 3, line: '110' }),
      line(40, { article: 3, line: '120' }),
    ]),
  ])
  expect(matches.map(({ kind, codes }) => `${kind}: ${codes}`)).toEqual([
    'merged: article, sums 12/12',
    'renumbered: article, sums 24/24',
    'split: article, sums 48/48',
    'split: article, sums 80/96',
  ])
  expect(differences).toEqual(['order-quantity 5: 80 / 96 matched'])
})

test('units, currencies, articles and missing lines are differences of their own kind; packed units agree', async () => {
  const { differences } = await compare([
    order('4500118', [
      line(2, { unit: 'CA', article: 1 }),
      line(24, { unit: 'CA', article: 2 }),
      line(6, { article: 0 }),
      line(10, { article: 3 }),
    ]),
    ...sold('4500118', [line(24, { article: 1 }), line(24, { article: 2 }), line(7, { article: 1 }), line(99, { article: 0, line: '90' })]),
  ])
  expect(differences).toEqual([
    'missing-order 3: 7 / no order',
    'missing-sales-order 4: no sales order / 10',
    'order-quantity 3: 99 / 6 matched',
    'order-unit 2: EA / CA',
  ])
})

test('an order entered twice is a double, not more ordered; its second half is not', async () => {
  const twice = await compare([order('4500118'), ...sold('4500118'), ...sold('4500118', undefined, `${sales}9`)])
  expect(twice.differences).toEqual(
    [`order-duplicate 1: ${sales}9 / ${sales}`, `order-duplicate 2: ${sales}9 / ${sales}`].map((text) => `${text} matched`),
  )
  const halves = await compare([
    order('4500200', [line(24)]),
    ...sold('4500200', [line(10)], `${sales}7`),
    ...sold('4500200', [line(14)], `${sales}8`),
  ])
  expect(halves.differences).toEqual(twice.differences)
})

test('a ship notice of another number is found by its bill of lading, a receipt by the order it misspells', async () => {
  const trade = { customer, number: '4500118', sales, delivery }
  const { differences, matches } = await compare([
    order('4500118'),
    ...sold('4500118'),
    ...deliveryRows({ ...trade, bol: `B-${count}-7` }),
    noticeRow({ ...trade, delivery: `SN${count}-A`, bol: `B-${count}-7`, lines: [line(24), line(40, { article: 1 })] }),
    receiptRow({ ...trade, number: '4500l18'.replace('l', '7'), receipt: `R${count}`, lines: [line(20), line(48, { article: 1 })] }),
    ...invoiceRows({ ...trade, invoice }),
  ])
  expect(matches.map(({ step, kind }) => `${step} ${kind}`)).toEqual(['receipt typo', 'ship-notice transport'])
  expect(differences).toEqual(['received-quantity 1: 24 / 20 matched', 'shipped-quantity 2: 48 / 40 matched'])
})

test('what was billed is held against what left the dock, and a second invoice for it is seen', async () => {
  const trade = { customer, number: '4500118', sales, delivery, invoice }
  const { differences } = await compare([
    order('4500118'),
    ...sold('4500118'),
    ...deliveryRows(trade),
    ...invoiceRows({ ...trade, lines: [line(24), line(50, { article: 1, price: 20 })] }),
  ])
  expect(differences).toEqual(['billed-quantity 2: 48 / 50'])
  const second = await compare(invoiceRows({ ...trade, invoice: `${invoice}1`, lines: [line(24), line(50, { article: 1, price: 20 })] }))
  expect(second.differences).toContain(`double-invoice -: ${invoice}1 / ${invoice}`)
})

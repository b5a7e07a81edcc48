import { specialist } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import { type Row, takeRows } from '@tests/integration/file-intake/stage-rows'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { useTestDatabase } from '../database'
import { deliveryRows, insertArticles, invoiceRows, type Line, noticeRow, orderRow, receiptRow, salesRows } from './trade-rows'

const database = await useTestDatabase()
beforeAll(() => insertArticles(database))

/** What went differently with one order; everything else went as ordered. */
const FAULTS = [
  'none',
  'quantity',
  'price',
  'renumbered',
  'split',
  'prefix',
  'typo',
  'not-in-sap',
  'not-ordered',
  'announced',
  'counted',
  'uncounted',
  'billed',
  'unbilled',
] as const
type Fault = (typeof FAULTS)[number]
type World = readonly { fault: Fault; cases: number; articles: number }[]

let runs = 0

/** The rows of all systems for one world. Numbers differ from run to run in three digits, so that equal worlds stay apart. */
function rowsOf(world: World, customer: string, run: number): Row[] {
  return world.flatMap(({ fault, cases, articles }, index) => {
    const name = (head: number) => `${head}${String(run).padStart(3, '0')}${String(index * 37 + 11).padStart(4, '0')}`
    const lines: Line[] = Array.from({ length: articles }, (_, article) => ({ article, quantity: cases * 24, price: 10 + article }))
    const changed = (change: Line) => lines.map((line, at) => (at === 0 ? { ...line, ...change } : line))
    const inSap =
      fault === 'quantity'
        ? changed({ quantity: cases * 24 + 24 })
        : fault === 'price'
          ? changed({ price: 11.5 })
          : fault === 'renumbered'
            ? changed({ line: '900' })
            : lines
    const split = [...changed({ quantity: cases * 24 - 5 }), { article: 0, quantity: 5, price: 10, line: '800' }]
    const number = fault === 'prefix' ? `PO${name(45)}` : fault === 'typo' ? `${name(45).slice(0, -1)}9` : name(45)
    const trade = { customer, number, lines: inSap, sales: name(11), delivery: name(80), invoice: name(90) }
    return [
      ...(fault === 'not-ordered' ? [] : [orderRow({ customer, number: name(45), lines })]),
      ...(fault === 'not-in-sap' ? [] : salesRows({ ...trade, lines: fault === 'split' ? split : inSap })),
      ...deliveryRows(trade),
      noticeRow({ ...trade, lines: fault === 'announced' ? changed({ quantity: 7 }) : inSap }),
      ...(fault === 'uncounted'
        ? []
        : [receiptRow({ ...trade, lines: fault === 'counted' ? changed({ quantity: 3 }) : inSap, receipt: name(70) })]),
      ...(fault === 'unbilled' ? [] : invoiceRows({ ...trade, lines: fault === 'billed' ? changed({ quantity: cases * 24 + 1 }) : inSap })),
    ]
  })
}

/** Imports the files one after the other, comparing what changed after some of them; the last comparison examines what is left. */
async function found(world: World, filesOf: (rows: Row[]) => Row[][]): Promise<string[]> {
  const run = (runs += 1)
  const customer = `W${String(run).padStart(3, '0')}`
  await insertCustomer(database, customer)
  for (const [at, file] of filesOf(rowsOf(world, customer, run)).entries()) {
    if (file.length > 0) await takeRows(file)
    if (at % 3 === 1) await reconcile(specialist, { only: 'changed' })
  }
  await reconcile(specialist, { only: 'changed' })
  const rows = await database.query<{ text: string }>(
    `select concat_ws(' ', kind, po_key, delivery_key, invoice_key, line, field, sap_value, other_value, severity_minor, (match_id is not null)::text) as text
     from difference d join customer c on c.id = d.customer_id where c.code = $1 and state <> 'resolved'`,
    [customer],
  )
  const ownNumber = new RegExp(`(11|45|70|80|90)${String(run).padStart(3, '0')}(?=\\d{4})`, 'g')
  return rows.map((row) => row.text.replace(ownNumber, '$1###')).sort()
}

/** One file per kind of row, as the systems send them. */
const byKind = (rows: Row[]) => [...Map.groupBy(rows, (row) => row.kind).values()]
/** Deals rows out to files by the numbers drawn, in the order drawn: any system may come first, any document in parts. */
const dealt = (draws: readonly number[], rows: Row[]) => {
  const shuffled = rows
    .map((row, index) => ({ row, draw: draws[(index * 7) % draws.length] ?? 0, index }))
    .sort((a, b) => a.draw - b.draw || b.index - a.index)
  return [...Map.groupBy(shuffled, ({ draw }) => draw % 4).values()].map((file) => file.map(({ row }) => row))
}

const orders = fc.array(
  fc.record({ fault: fc.constantFrom(...FAULTS), cases: fc.integer({ min: 1, max: 4 }), articles: fc.integer({ min: 1, max: 3 }) }),
  {
    minLength: 2,
    maxLength: 4,
  },
)

test('shuffled, split and repeated files give the same set of differences', { timeout: 400_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(orders, fc.array(fc.nat(99), { minLength: 5, maxLength: 20 }), async (world, draws) => {
      const plain = await found(world, byKind)
      const mixed = await found(world, (rows) => {
        const files = dealt(draws, rows)
        // Everything once more, as one file of all rows, in the middle and at the end.
        return [...files.slice(0, 2), rows.slice(0, rows.length / 2), ...files.slice(2), rows]
      })
      expect(mixed).toEqual(plain)
    }),
    { numRuns: 3, seed: 20260306, endOnFailure: true },
  )
})

test('examining what changed finds what examining everything finds', { timeout: 200_000 }, async () => {
  const world: World = FAULTS.map((fault, index) => ({ fault, cases: (index % 3) + 1, articles: (index % 3) + 1 }))
  await found(world, byKind)
  const kept = () =>
    database.query(`select identity, sap_value, other_value, severity_minor, state, version from difference order by identity`)
  const matches = () => database.query(`select identity, kind, score from record_match order by identity`)
  const before = { differences: await kept(), matches: await matches() }
  expect(before.differences.length).toBeGreaterThan(12)
  expect(await reconcile(specialist, {})).toMatchObject({ changed: 0 })
  expect({ differences: await kept(), matches: await matches() }).toEqual(before)
  expect(await reconcile(specialist, { only: 'changed' })).toMatchObject({ examined: 0, changed: 0 })
})

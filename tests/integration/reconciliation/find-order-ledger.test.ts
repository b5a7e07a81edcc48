import { specialist } from '@tests/factories/people'
import { beforeAll, expect, test } from 'vitest'
import { findOrderLedger } from '@/features/reconciliation/queries/find-order-ledger'
import { COMPARED_STEPS, ORDER_LEDGER_STEPS } from '@/features/reconciliation/rules/order-ledger-steps'
import { useTestDatabase } from '../database'
import { changeOrder, HARBOR, insertHarborOrder } from './harbor-order'

const database = await useTestDatabase()
beforeAll(() => insertHarborOrder(database))

/** Where the count of a record stands: the table, the column, and how the row is found by its place. */
const STORED: Readonly<Record<string, string>> = {
  'purchase-order': 'select l.quantity as units from purchase_order_line l where l.purchase_order_id = $1 and l.position = $2',
  'order-confirmation': 'select quantity as units from order_confirmation_line where id = $1 and position = $2',
  'sales-order': 'select quantity as units, net_minor as minor from sales_order_line where id = $1 and position = $2',
  delivery: 'select quantity as units from delivery_line where id = $1 and position = $2',
  'ship-notice': 'select quantity as units from ship_notice_line where ship_notice_id = $1 and position = $2',
  receipt: 'select received as units from receipt_line where receipt_id = $1 and position = $2',
  invoice: 'select quantity as units, net_minor as minor from invoice_line where invoice_id = $1 and position = $2',
  remittance: 'select paid_minor + discount_minor as paid from remittance_line where remittance_id = $1 and position = $2',
}

test('the ledger says of every line where counts and amounts part', async () => {
  const { lines } = await findOrderLedger(specialist, HARBOR, '4500118')
  expect(lines.map((line) => COMPARED_STEPS.map((step) => line.figures[step].units))).toEqual([
    [24n, 24n, 24n, 24n, 24n, 24n, 24n, 24n, 24n],
    [120n, 120n, 120n, 120n, 120n, 120n, 96n, 120n, null],
  ])
  expect(lines.map((line) => line.unitsBreak)).toEqual([null, { step: 'received', before: 120n, after: 96n }])
  expect(lines.map((line) => line.figures.received.minor)).toEqual([178_800n, 95_040n])
  expect(lines.map((line) => line.figures.deducted.minor)).toEqual([null, 23_760n])
  // The payment is short of just that: the first line was paid in full.
  expect(lines.map(({ figures }) => (figures.invoiced.minor ?? 0n) - (figures.paid.minor ?? 0n))).toEqual([0n, 23_760n])
})

test('every figure is the sum of records that say so at the place named', async () => {
  const { lines } = await findOrderLedger(specialist, HARBOR, '4500118')
  const figures = lines
    .flatMap((line) => ORDER_LEDGER_STEPS.map((step) => line.figures[step]))
    .filter((figure) => figure.sources.length > 0)
  expect(figures.length).toBeGreaterThan(18)
  const add = (values: readonly (bigint | null)[]) =>
    values.reduce<bigint | null>((sum, value) => (value === null ? sum : (sum ?? 0n) + value), null)
  for (const figure of figures) {
    expect(add(figure.sources.map((source) => source.units))).toBe(figure.units)
    expect(add(figure.sources.map((source) => source.minor))).toBe(figure.minor)
    for (const source of figure.sources) {
      const question = STORED[source.record]
      if (question === undefined) {
        const table = source.record === 'deduction' ? 'deduction' : 'document'
        expect(await database.query(`select 1 from ${table} where id = $1`, [source.id])).toHaveLength(1)
        continue
      }
      expect(source.file_name).toBe('orders.edi')
      const [stored] = await database.query<{ units?: string; minor?: string }>(question, [source.id, source.position])
      expect(stored).toBeDefined()
      if (stored?.units !== undefined) expect(BigInt(stored.units)).toBe(source.units)
      if (stored?.minor !== undefined) expect(BigInt(stored.minor)).toBe(source.minor)
    }
  }
})

test('what the lines share of a payment adds up to the advice to the cent', async () => {
  const { lines } = await findOrderLedger(specialist, HARBOR, '4500118')
  const shares = lines.flatMap((line) => line.figures.paid.sources)
  expect(shares.map((share) => share.position)).toEqual(['segment 9', 'segment 9'])
  expect(shares.reduce((sum, share) => sum + (share.minor ?? 0n), 0n)).toBe(273_840n)
})

test('a changed order adds the change, with its own source, to what was ordered first', async () => {
  await changeOrder(database, { quantity: 30, on: '2026-03-04' })
  const { lines } = await findOrderLedger(specialist, HARBOR, '4500118')
  const ordered = lines[0]?.figures.ordered
  expect(ordered?.sources.map((source) => [source.record, source.units, source.position])).toEqual([
    ['purchase-order', 24n, 'segment 9'],
    ['order-change', 6n, 'segment 4'],
  ])
  expect([ordered?.units, ordered?.minor]).toEqual([30n, 223_500n])
  expect(lines[0]?.unitsBreak?.step).toBe('confirmed')
})

test('a deduction of the whole invoice belongs to no line and is not lost', async () => {
  await database.query(
    `insert into deduction (customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, po_number, po_key, invoice_key)
     values ($1, 'OTIF-1', 'OTIF1', '2026-04-10', 5000, 5000, 'USD', 'compliance', '4500118', '4500118', '90417733')`,
    [HARBOR],
  )
  const { lines } = await findOrderLedger(specialist, HARBOR, '4500118')
  expect(lines.at(-1)).toMatchObject({ line: null, figures: { deducted: { minor: 5_000n } }, unitsBreak: null })
})

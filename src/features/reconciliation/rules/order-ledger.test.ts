import { expect, test } from 'vitest'
import { buildOrderLedger, type LedgerShare } from './order-ledger'

const HEADS = [1, 2].map((line) => ({ line, item_id: `item-${line}`, item_number: `HM-${line}`, description: null }))

function share(over: Partial<LedgerShare> & Pick<LedgerShare, 'step'>): LedgerShare {
  return {
    line: 1,
    record: 'invoice',
    id: 'r',
    number: '1',
    on: null,
    units: null,
    priced: null,
    price_micros: null,
    minor: null,
    batch_id: 'b',
    file_name: 'f',
    position: 'row 1',
    invoice_id: null,
    ...over,
  }
}

const invoiced = (line: number, units: bigint, minor: bigint) => share({ step: 'invoiced', line, units, minor, invoice_id: 'v' })
const paid = (minor: bigint) => share({ step: 'paid', line: null, record: 'remittance', minor, invoice_id: 'v' })

test('lines share a payment in proportion to their amounts, to the cent', () => {
  const { lines } = buildOrderLedger(HEADS, [invoiced(1, 3n, 100n), invoiced(2, 3n, 200n), paid(299n)], 'USD')
  expect(lines.map((line) => line.figures.paid.minor)).toEqual([100n, 199n])
})

test('where the deductions of its lines are all that a payment is short of, each line was paid but for its own', () => {
  const deducted = share({ step: 'deducted', line: 2, record: 'deduction', units: 1n, minor: 120n })
  const { lines } = buildOrderLedger(HEADS, [invoiced(1, 3n, 100n), invoiced(2, 3n, 200n), deducted, paid(180n)], 'USD')
  expect(lines.map(({ figures: { paid: figure } }) => [figure.minor, figure.units])).toEqual([
    [100n, 3n],
    [80n, null],
  ])
  // Paid in whole and taken back in part by the same advice, in two steps.
  const twice = buildOrderLedger(HEADS, [invoiced(1, 3n, 100n), invoiced(2, 3n, 200n), deducted, paid(300n), paid(-120n)], 'USD')
  expect(twice.lines.map(({ figures: { paid: figure } }) => [figure.minor, figure.units])).toEqual([
    [100n, 3n],
    [80n, null],
  ])
  // Short of more than was deducted: nobody knows of which line.
  const other = buildOrderLedger(HEADS, [invoiced(1, 3n, 100n), invoiced(2, 3n, 200n), deducted, paid(150n)], 'USD')
  expect(other.lines.map((line) => line.figures.paid.minor)).toEqual([50n, 100n])
})

test('a line counts as paid only when its invoice was paid in full', () => {
  const units = (...payments: bigint[]) =>
    buildOrderLedger(HEADS, [invoiced(1, 3n, 100n), ...payments.map(paid)], 'USD').lines[0]?.figures.paid.units
  expect(units(100n)).toBe(3n)
  expect(units(60n, 40n)).toBe(3n)
  expect(units(99n)).toBeNull()
})

test('goods are priced, and a price alone can be where amounts part', () => {
  const ordered = share({ step: 'ordered', record: 'purchase-order', units: 10n, price_micros: 9_900_000n })
  const inSap = share({ step: 'in_sap', record: 'sales-order', units: 10n, minor: 10_500n })
  const line = buildOrderLedger(HEADS, [ordered, inSap], 'USD').lines[0]
  expect(line?.figures.ordered.minor).toBe(9_900n)
  expect(line?.unitsBreak).toBeNull()
  expect(line?.moneyBreak).toEqual({ step: 'in_sap', before: 9_900n, after: 10_500n })
})

test('a share of a line nobody ordered is kept beside the lines', () => {
  const { lines } = buildOrderLedger(HEADS, [invoiced(7, 1n, 50n)], 'USD')
  expect(lines.map((line) => line.line)).toEqual([1, 2, null])
  expect(lines[2]?.figures.invoiced.minor).toBe(50n)
})

test('the first count that parts is named with both figures; a step that no document tells of is unknown, not nothing', () => {
  const steps = [
    share({ step: 'ordered', line: 2, units: 120n }),
    share({ step: 'shipped', line: 2, units: 120n }),
    share({ step: 'received', line: 2, units: 96n }),
  ]
  const line = buildOrderLedger(HEADS, steps, 'USD').lines.find((one) => one.line === 2)
  expect(line?.unitsBreak).toEqual({ step: 'received', before: 120n, after: 96n })
  expect(line?.figures.signed).toEqual({ units: null, minor: null, sources: [] })
})

test('without an order, a delivery or an invoice there is nothing to show', () => {
  expect(buildOrderLedger([], [], 'USD')).toEqual({ currency: 'USD', lines: [] })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FieldReader } from './read-fields'
import type { MatchedShape } from './table-shape'

const MATCHED: MatchedShape = {
  shape: {
    kind: 'list',
    totalField: 'amount',
    currencyField: 'currency',
    fields: {
      number: { titles: 'Number', as: 'id', needs: 'value' },
      amount: { titles: 'Amount', as: 'amount' },
      currency: { titles: 'Currency', as: 'text' },
      on: { titles: 'Date', as: 'date' },
      pieces: { titles: 'Pieces', as: 'whole' },
    },
  },
  columns: new Map([
    ['number', 0],
    ['amount', 1],
    ['currency', 2],
    ['on', 3],
    ['pieces', 4],
  ]),
}

const dialects = new Map([...MATCHED.columns.keys()].map((name) => [name, { numbers: 'point', dates: 'iso' } as const]))
const reader = () => new FieldReader(MATCHED, dialects, null, { given: { constants: new Map(), negated: new Set(['pieces']) } })

test('a row reads the same below a row like it as by itself, in whatever currency and after rows that were refused', () => {
  const row = fc.tuple(
    fc.constantFrom('A1', 'A2', ''),
    fc.constantFrom('12.00', '-3', '1.234', 'x', ''),
    fc.constantFrom('USD', 'JPY', 'KWD', ''),
    fc.constantFrom('2026-01-02', '2026-01-32', ''),
    fc.constantFrom('7', '0', 'seven'),
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
      const together = reader()
      const read = rows.map((cells, index) => together.read({ row: index + 1, cells }))
      expect(read).toEqual(rows.map((cells, index) => reader().read({ row: index + 1, cells })))
    }),
    { numRuns: 500 },
  )
})

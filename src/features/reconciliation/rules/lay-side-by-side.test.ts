import { expect, test } from 'vitest'
import { type ComparedLine, laySideBySide } from './lay-side-by-side'

const line = (record: string, item: string | null, quantity: bigint, more: Partial<ComparedLine> = {}): ComparedLine => ({
  record,
  number: '1',
  line: '1',
  item_id: item,
  item,
  quantity,
  unit: 'EA',
  price: '10.00',
  ...more,
})

test('an article stands in one row whatever its line is called, and what differs comes first', () => {
  const { papers, rows } = laySideBySide([
    line('purchase-order', 'A', 24n),
    line('purchase-order', 'B', 12n, { line: '2' }),
    line('sales-order', 'A', 24n, { line: '10' }),
    line('sales-order', 'B', 12n, { line: '20', price: '11.00' }),
  ])
  expect(papers.map((paper) => paper.record)).toEqual(['purchase-order', 'sales-order'])
  expect(rows.map((row) => [row.key, [...row.differs]])).toEqual([
    ['B', ['price']],
    ['A', []],
  ])
})

test('split lines are told by their sum', () => {
  const { rows } = laySideBySide([
    line('purchase-order', 'A', 24n),
    line('sales-order', 'A', 20n),
    line('sales-order', 'A', 4n, { line: '20' }),
  ])
  expect(rows[0]?.cells.map((cell) => cell?.quantity)).toEqual([24n, 24n])
  expect(rows[0]?.differs.size).toBe(0)
})

test('a paper that leaves an article out is missing it; what it does not speak of does not differ', () => {
  const { rows } = laySideBySide([
    line('delivery', 'A', 6n, { price: null }),
    line('receipt', 'A', 6n, { price: null, unit: null }),
    line('delivery', 'B', 3n),
  ])
  expect(rows.map((row) => [row.key, row.isMissing, row.differs.size])).toEqual([
    ['B', true, 0],
    ['A', false, 0],
  ])
})

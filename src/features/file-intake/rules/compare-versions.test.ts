import { expect, test } from 'vitest'
import { compareVersions } from './compare-versions'

const order = {
  id: 'a',
  number: '4500001',
  number_key: '4500001',
  ship_by: '2026-02-10',
  version: 1,
  lines: [
    { id: 'x', line: '1', line_no: 1, quantity: 12, unit: 'EA' },
    { id: 'y', line: '2', line_no: 2, quantity: 6, unit: 'EA' },
  ],
}

test('equal content has no differences, whatever its ids, keys, places and numbers of version', () => {
  const again = {
    ...order,
    id: 'b',
    version: 2,
    batch_id: 'z',
    position: 'row 9',
    lines: order.lines.map((line) => ({ ...line, id: 'q' })),
  }
  expect(compareVersions(order, again)).toEqual([])
})

test('fields of the head come first, then lines that changed, came and went', () => {
  const changed = {
    ...order,
    ship_by: null,
    lines: [
      { line: '1', line_no: 1, quantity: 24, unit: 'EA' },
      { line: '3', line_no: 3, quantity: 1, unit: 'CA' },
    ],
  }
  expect(compareVersions(order, changed)).toEqual([
    { line: null, field: 'ship_by', before: '2026-02-10', after: null },
    { line: '1', field: 'quantity', before: '12', after: '24' },
    { line: '2', field: 'line', before: '6 · EA', after: null },
    { line: '3', field: 'line', before: null, after: '1 · CA' },
  ])
})

test('two lines of one number are compared by their place', () => {
  const twice = {
    lines: [
      { line: '1', quantity: 1 },
      { line: '1', quantity: 2 },
    ],
  }
  expect(
    compareVersions(twice, {
      lines: [
        { line: '1', quantity: 1 },
        { line: '1', quantity: 3 },
      ],
    }),
  ).toEqual([{ line: '1 (2)', field: 'quantity', before: '2', after: '3' }])
})

test('a record without lines is compared by its fields, and nothing equals empty text', () => {
  expect(compareVersions({ text: '', code: '22' }, { text: null, code: '23' })).toEqual([
    { line: null, field: 'code', before: '22', after: '23' },
  ])
})

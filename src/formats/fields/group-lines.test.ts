import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../csv/read-csv'
import type { ReadFile, StagedRow } from '../staged-row'
import { asLongTable, type LongTable } from '../table'
import type { ListReader } from './list-reader'
import { readList, readLongList } from './read-list'

/** Receipts of several lines; says how many lines were held together, and whether the receipt was the only one. */
const RECEIPTS: ListReader = {
  rowKind: 'receipt',
  documents: {
    by: ['number'],
    keyOf: () => (values) => values['number'] ?? '',
    stage: (rows, { isOnly, table }) => {
      const lines = rows.map(({ position, values }) => `${position} ${values['received']}`)
      const total = isOnly ? (table.totals.at(-1)?.at(-1) ?? null) : null
      return [{ kind: 'receipt', position: rows[0]?.position ?? '', values: { number: rows[0]?.values['number'] ?? null, lines, total } }]
    },
  },
  shape: {
    kind: 'receipts',
    fields: {
      number: { titles: 'Receipt', as: 'id', needs: 'value' },
      day: { titles: 'Date', as: 'date' },
      text: { titles: 'Text', as: 'text' },
      received: { titles: 'Qty', as: 'quantity', needs: 'value' },
    },
  },
}
const HERE = { customerHint: null, fileName: 'receipts.csv' }

async function readLong(table: LongTable): Promise<ReadFile & { order: string[] }> {
  const rows: StagedRow[] = []
  const rejected: ReadFile['rejected'] = []
  const order: string[] = []
  const end = await readLongList(RECEIPTS, table, HERE, {
    add(row) {
      rows.push(row)
      order.push(String(row.values['number']))
    },
    reject: (row) => void rejected.push(row),
    room: async () => void order.push('|'),
    isEmpty: () => rows.length + rejected.length === 0,
    withdraw() {
      rows.length = 0
      rejected.length = 0
    },
  })
  return { ...end, rows, rejected, order }
}

/** The table as one that is read from a file, so many rows at a time. */
function longTable(text: string, rowsAtOnce: number): LongTable {
  const { top, sample, read } = asLongTable(readCsv(text))
  return {
    top,
    sample: sample.slice(0, 2),
    read: (take) =>
      read(async (rows) => {
        for (let at = 0; at < rows.length; at += rowsAtOnce) await take(rows.slice(at, at + rowsAtOnce))
      }),
  }
}

const HEADER = 'Receipt,Date,Text,Qty'
const line = fc
  .tuple(fc.constantFrom('R1', 'R2', '="R2"', 'R3', ''), fc.constantFrom('01/02/2024', '02/13/2024'), fc.constantFrom('1', '2', 'x', ''))
  .map(([number, day, quantity]) => `${number},${day},t,${quantity}`)

test('documents are the same, however their lines are mixed and whether they stand in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 14 }), fc.integer({ min: 1, max: 4 }), async (lines, rowsAtOnce) => {
      const text = [HEADER, ...lines, 'Total,,,9', ''].join('\n')
      const { rows, ...long } = await readLong(longTable(text, rowsAtOnce))
      const { rows: all, ...whole } = readList(RECEIPTS, readCsv(text), HERE)
      const byPosition = (a: StagedRow, b: StagedRow) => a.position.localeCompare(b.position)
      expect({ ...long, rows: [...rows].sort(byPosition) }).toMatchObject({ ...whole, rows: [...all].sort(byPosition) })
    }),
    { numRuns: 300 },
  )
})

test('a document goes on with its last line, before the next rows are read', async () => {
  const text = [HEADER, 'R1,2024-01-02,t,1', 'R2,2024-01-02,t,1', 'R1,2024-01-02,t,x', 'R2,2024-01-02,t,1', 'R3,2024-01-02,t,1', ''].join(
    '\n',
  )
  expect((await readLong(longTable(text, 1))).order).toEqual(['|', '|', 'R1', '|', 'R2', '|', 'R3', '|'])
})

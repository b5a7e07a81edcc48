import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Table, TableRow } from '../table'
import { openCsv } from './open-csv'
import { readCsv } from './read-csv'

/** The text cut into pieces of one size, as a file would give it. */
function inPieces(text: string, size: number) {
  return async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }
}

async function readInPieces(text: string, size: number): Promise<Table> {
  const table = await openCsv(inPieces(text, size))
  const rows: TableRow[] = []
  const end = await table.read((more) => void rows.push(...more))
  return { ...table.top, ...end, rows }
}

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('A1', '12.50', '1,234.00', '01/31/2024', 'Total', '', '', 'note', '="0012"', '5" cable') },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'ab",;\n\r\t 1é额'), maxLength: 8 }) },
)
const written = (value: string, isQuoted: boolean) => (isQuoted ? `"${value.replaceAll('"', '""')}"` : value)
const line = fc
  .array(fc.tuple(cell, fc.boolean()), { maxLength: 6 })
  .map((cells) => cells.map(([value, isQuoted]) => written(value, isQuoted)).join(','))
const text = fc
  .tuple(fc.constantFrom('', 'Report 12\n\n', 'sep=,\r\n'), fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([above, lines, end]) => `${above}PO Number,Date,Text,Amount,Qty${end}${lines.join(end)}`)

describe('a table that comes in pieces', () => {
  test('is the table of the whole text, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (whole, size) => {
        expect(await readInPieces(whole, size)).toEqual(readCsv(whole))
      }),
      { numRuns: 300 },
    )
  })

  test('reads any text as the whole does, quotes that never close and lone line ends too', async () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'",;\t\n|\r=1aTotal '), maxLength: 120 })
    await fc.assert(
      fc.asyncProperty(hostile, fc.integer({ min: 1, max: 9 }), async (whole, size) => {
        expect(await readInPieces(whole, size)).toEqual(readCsv(whole))
      }),
      { numRuns: 300 },
    )
  })

  test('can be read again', async () => {
    const table = await openCsv(inPieces('PO,Qty,Price\nA,1,2.00\nB,2,3.00\n', 5))
    const counts = [0, 0]
    for (const pass of [0, 1]) await table.read((rows) => void (counts[pass] = (counts[pass] ?? 0) + rows.length))
    expect(counts).toEqual([2, 2])
  })

  test('names the first findings of a kind and counts the others', async () => {
    const ragged = Array.from({ length: 250 }, (_, row) => `A${row},1,2.00,extra\n`).join('')
    const { problems, rows } = await readInPieces(`PO Number,Qty,Price\nB,1,2.00\n${ragged}`, 300)
    expect(rows).toHaveLength(251)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toMatchObject({ code: 'table/more-findings', message: expect.stringMatching(/^150 /) })
  })

  test('a row without end is cut, so that no row fills the memory', async () => {
    const { problems, rows } = await readInPieces(`PO Number,Qty,Price\nA,1,2.00\nB,1,${'9'.repeat(4_100_000)}\nC,1,3.00\n`, 262_144)
    expect(problems.map(({ code, position }) => [code, position])).toContainEqual(['csv/record-too-long', 'row 3'])
    expect(rows.at(-1)?.cells).toEqual(['C', '1', '3.00'])
  })
})

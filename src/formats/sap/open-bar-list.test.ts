import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Table, TableRow } from '../table'
import { openBarList, readBarList } from './read-bar-list'

const RULER = '-'.repeat(44)
/** Records of two lines, one of them broken inside a text, behind page heads that come again. */
const PAGE = [
  'Sales orders                          Page 1',
  RULER,
  '|Sales Doc.|Item|Sold-to  |Purchase Order No.|',
  '|Material         |Order Qty|Net Value|Curr. |',
  RULER,
  '|10001     |  10|500001   |4500118           |',
  '|5000001          |   24    | 1.234,50|EUR   |',
  '|10002     |  10|500002   |45',
  '19                |',
  '|5000002          |    2    |    10,00|EUR   |',
  '|10003|x|',
  '|*         |    |         |                  |',
  '|                 |   27    | 1.249,50|EUR   |',
  RULER,
  '',
]
const LONG = Array.from({ length: 400 }, () => PAGE)
  .flat()
  .join('\r\n')
const LISTS = [readFileSync('tests/fixtures/sap/fbl5n-unconverted.txt', 'utf8'), LONG]

/** The list as it is read when its text comes in pieces of so many characters. */
async function readInPieces(text: string, length: number): Promise<Table | null> {
  const list = await openBarList(async function* () {
    for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
  })
  if (list === null) return null
  const rows: TableRow[] = []
  const end = await list.read((some) => void rows.push(...some))
  return { ...list.top, ...end, rows }
}

it('a list that comes in pieces is the list as a whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LISTS), fc.integer({ min: 3_000, max: 70_000 }), async (text, length) => {
      expect(await readInPieces(text, length)).toEqual(readBarList(text))
    }),
    { numRuns: 25 },
  )
  const [short = ''] = LISTS
  for (const length of [1, 2, 3, 7]) expect(await readInPieces(short, length)).toEqual(readBarList(short))
})

it('a line that was cut elsewhere is a problem in every page, and the rows around it stand', async () => {
  const table = await readInPieces(LONG, 5_000)
  expect([table?.rows.length, table?.problems.length, table?.totals.length]).toEqual([800, 400, 400])
  expect(table?.rows.at(-1)?.row).toBe(PAGE.length * 399 + 8)
})

it('sums that are named in Chinese are no rows', () => {
  const text = ['|客户|凭证编号|金额  |', '|----|--------|------|', '|100 |90000001|  5.00|', '|合计|        |  5.00|', ''].join('\n')
  expect(readBarList(text)).toMatchObject({ rows: [{ row: 3 }], totals: [['合计', '', '5.00']] })
})

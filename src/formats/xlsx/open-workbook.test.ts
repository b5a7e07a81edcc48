import { buildXlsx, plainSheet, sheetOf } from '@tests/fixtures/xlsx/build-xlsx'
import { expect, test } from 'vitest'
import type { TableRow } from '../table'
import { packedIn } from '../zip/packed-bytes'
import { ZIP_LIMITS } from '../zip/zip-limits'
import { openWorkbook } from './open-workbook'
import { readWorkbook } from './read-workbook'

const rows = (from: number) => [
  ['Report of March', '', '', ''],
  ['Invoice', 'Amount', 'Date', 'Text'],
  ...Array.from({ length: 900 }, (_, at) => [`R${from + at}`, at / 4, '2026-03-01', at % 50 === 0 ? 'a < b'.replace('<', '&lt;') : 'x']),
  ['', '', '', ''],
  ['Total', 5, '', ''],
]
const workbook = (...sheets: string[]) => buildXlsx({ sheets: sheets.map((xml, at) => ({ name: `S${at}`, xml })) })

async function streamed(bytes: Uint8Array) {
  const { tables, whole, problems } = await openWorkbook(packedIn(bytes), ZIP_LIMITS, undefined, 0)
  expect(whole).toBeNull()
  const read = []
  for (const { top, read: readRows } of tables) {
    const taken: TableRow[] = []
    const end = await readRows((some) => void taken.push(...some))
    read.push({ ...top, rows: taken, ...end })
  }
  return { tables: read, problems }
}

test('a long workbook is the tables that a short one is', async () => {
  const odd = sheetOf(`<row><c t="inlineStr"><is><t>Invoice</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c></row>
    <row hidden="1"><c t="inlineStr"><is><t>A1</t></is></c><c><f>B2*2</f><v>19.989999999999998</v></c></row>`)
  const bytes = workbook(plainSheet(rows(1)), odd, plainSheet(rows(1)), plainSheet([]))
  const found = await streamed(bytes)
  expect(found).toEqual(await readWorkbook(bytes))
  expect(found.problems.map(({ code }) => code)).toEqual(['xlsx/same-rows'])
  expect(found.tables.map((table) => table.rows.length)).toEqual([900, 1, 900])
})

test('a long workbook that says of itself that it is too large is not begun', async () => {
  const bytes = workbook(plainSheet(rows(1)))
  const { tables, problems } = await openWorkbook(packedIn(bytes), { ...ZIP_LIMITS, bytesMax: 20_000 }, undefined, 0)
  expect([tables, problems.map(({ code }) => code)]).toEqual([[], ['zip/too-large']])
})

test('a long workbook that breaks off in the middle is an error, not a shorter one', async () => {
  const { tables } = await openWorkbook(packedIn(workbook(plainSheet(rows(1)).replace('R800', '<broken'))), ZIP_LIMITS, undefined, 0)
  await expect(tables[0]?.read(() => undefined)).rejects.toThrow()
})

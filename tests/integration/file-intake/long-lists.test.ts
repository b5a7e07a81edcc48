import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildXlsx } from '@tests/fixtures/xlsx/build-xlsx'
import { afterAll, expect, test } from 'vitest'
import { ReaderProcess } from '@/features/file-intake/imports/reader-process'
import type { ReadSummary } from '@/features/file-intake/imports/reading'

const folder = mkdtempSync(join(tmpdir(), 'recoup-long-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Reads a file in a process that may take 200 MB in all, itself included, and counts the rows that come out. */
async function readLean(name: string, bytes: Uint8Array | string): Promise<{ summary: ReadSummary; rows: number }> {
  const storedAt = join(folder, name)
  writeFileSync(storedAt, bytes)
  const reader = new ReaderProcess({ memoryBytesMax: 200 * 1024 * 1024, secondsPerStep: 120 })
  let rows = 0
  const batchId = '00000000-0000-7000-8000-00000000000a'
  const request = { id: 1, batchId, path: name, storedAt, bytes: bytes.length, partsAt: join(folder, `${name}.parts`), around: [] }
  const summary = await reader.read(request, async (text) => void (rows += text.split('\n').length - 1))
  reader.stop()
  return { summary, rows }
}

const LINES = 90_000

test('an SAP list with bars is read as it comes, however long it is', async () => {
  const ruler = '-'.repeat(157)
  const head = [
    ruler,
    '|Customer  |Assignment        |Reference       |DocumentNo|Type|Doc. Date |PK|Amount in DC    |Curr.|Clrng doc.|RCd|Text                                              |',
    ruler,
  ]
  const line = (at: number) =>
    `|100501    |PO-${String(at).padEnd(15)}|90${String(at).padEnd(14)}|${String(1_400_000_000 + at)}|RV  |02/14/2025|01|        1,234.50|USD  |          |   |${'Invoice of February, '.repeat(2)} ${String(at).padEnd(7)}|`
  const text: string[] = []
  for (let at = 0; at < LINES; at++) {
    if (at % 60 === 0) text.push(`Customer Line Items                     Page ${at / 60 + 1}`, ...head)
    text.push(line(at))
  }
  const { summary, rows } = await readLean('fbl5n.txt', [...text, ruler, ''].join('\n'))
  expect(summary).toMatchObject({ kind: 'sap-fbl5n', refused: null, rowsRead: LINES, rejected: 0 })
  expect([rows, summary.totals.computed]).toEqual([LINES, (LINES * 1234.5).toFixed(2)])
})

test('lines of receipts are grouped as they come', async () => {
  const lines = ['Receipt No,Receipt Date,PO Number,PO Line,Item Number,Received Qty,Purpose']
  for (let at = 0; at < LINES; at++)
    lines.push(
      `R${Math.floor(at / 5)},2025-02-14,45${Math.floor(at / 10)},${(at % 5) + 1},HM2-BK-${at % 700},12,${'first count at the dock '.repeat(4)}`,
    )
  const { summary, rows } = await readLean('receipts.csv', `${lines.join('\n')}\n`)
  expect(summary).toMatchObject({ kind: 'receipts', refused: null, rowsRead: LINES / 5, rejected: 0 })
  expect(rows).toBe(LINES / 5)
})

test('a long workbook that is damaged far down is refused with the place, and not taken for a shorter one', async () => {
  const rows: string[] = []
  const cell = (text: string | number) =>
    typeof text === 'number' ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (cells: readonly (string | number)[]) => `<row>${cells.map(cell).join('')}</row>`
  rows.push(row(['Claim Number', 'Claim Date', 'Reason Code', 'PO Number', 'Amount']))
  for (let at = 2; at <= 80_000; at++) rows.push(row([`CL-${at}`, '2025-02-14', '22', `PO-${at} ${'x'.repeat(40)}`, 12.5]))
  rows[70_000] = row(['CL-x', '2025-02-14', '22', 'PO', 12.5]).replace('</row>', '</broken>')
  const xml = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
  expect(xml.length).toBeGreaterThan(16 * 1024 * 1024)
  const { summary } = await readLean('claims.xlsx', buildXlsx({ sheets: [{ name: 'Claims', xml }] }))
  expect(summary).toMatchObject({ refused: 'intake/unreadable-broken', rowsRead: 0 })
  expect(summary.problems).toMatchObject([{ position: expect.stringMatching(/^sheet Claims row (?:69|70)\d{3}$/), code: 'xml/broken' }])
})

import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import ExcelJS from 'exceljs'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { type Excerpt, showPlace } from '@/features/file-intake/imports/show-place'
import { findRecordPlace } from '@/features/file-intake/queries/find-record-place'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database)
await insertCustomer(database, 'C03')
afterAll(closeReaders)

const HEADER = 'Claim Number,Claim Date,Reason Code,Description,PO Number,Quantity,Unit Cost,Amount'
const text = (content: string) => new TextEncoder().encode(content)

async function excerptOf(path: string, bytes: Uint8Array, position: string, field = ''): Promise<Excerpt> {
  const batch = await receiveFile(specialist, { path, bytes, way: 'api' })
  const shown = await showPlace(specialist, batch.id, { position, field })
  if (!shown?.excerpt) throw new Error('nothing is shown')
  return shown.excerpt
}

function meantCells({ lines, meant }: Excerpt): readonly string[] {
  return lines.find(({ number }) => number === meant)?.cells ?? []
}

test('a segment of an X12 file is shown with its neighbours, its byte and the element that is meant', async () => {
  const bytes = bytesOf([orderSet('4500010', ['12', '7'])])
  const excerpt = await excerptOf('a.edi', bytes, 'interchange 1 segment 7', 'PO102')
  const meant = excerpt.lines.find(({ number }) => number === excerpt.meant)
  expect(meant?.cells.slice(0, 3)).toEqual(['PO1', '1', '12'])
  expect(excerpt.cell).toBe(2)
  expect(new TextDecoder().decode(bytes.subarray(meant?.byteOffset ?? 0, (meant?.byteOffset ?? 0) + 6))).toBe('PO1*1*')
  expect(excerpt.lines.map(({ cells }) => cells[0])).toEqual(['BEG', 'FOB', 'ITD', 'PO1', 'PO1', 'CTT', 'SE'])
})

test('a cell of a CSV is found under its title, with the byte of its row, however long the file is', async () => {
  const note = `Größe, ""klein"" ${'x'.repeat(900)}`
  const rows = Array.from({ length: 4_000 }, (_, index) => `9${index},11/17/2026,24,"${note}",0798,2,33.00,66.00`)
  const bytes = text(`${HEADER}\n${rows.join('\n')}\n`)
  const excerpt = await excerptOf('portal/C03/long.csv', bytes, 'row 3001', 'amountMinor')
  expect(meantCells(excerpt).toSpliced(3, 1)).toEqual(['92999', '11/17/2026', '24', '0798', '2', '33.00', '66.00'])
  expect(excerpt.titles?.[excerpt.cell ?? -1]).toBe('Amount')
  const offset = excerpt.lines.find(({ number }) => number === 3001)?.byteOffset ?? 0
  expect(new TextDecoder().decode(bytes.subarray(offset, offset + 5))).toBe('92999')
  expect(excerpt.lines).toHaveLength(7)
})

test('bytes are counted in the encoding of the file', async () => {
  const bytes = new Uint8Array(
    Buffer.from(`\ufeff${HEADER}\n1,11/17/2026,24,ä,0798,2,33.00,66.00\n2,11/17/2026,24,ä,0798,2,33.00,66.00\n`, 'utf16le'),
  )
  const excerpt = await excerptOf('portal/C03/wide.csv', bytes, 'row 3')
  const offset = excerpt.lines.find(({ number }) => number === 3)?.byteOffset ?? 0
  expect(Buffer.from(bytes.subarray(offset, offset + 4)).toString('utf16le')).toBe('2,')
})

test('a row of a workbook is shown in its sheet', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Read me').addRow(['Claims of October'])
  const sheet = book.addWorksheet('Claims 2026')
  sheet.addRows([
    HEADER.split(','),
    ['870001', '11/17/2026', '24', 'x', '0798', '2', '33.00', '66.00'],
    ['870002', '11/17/2026', '24', 'x', '0798', '2', '33.00', 'xx'],
  ])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  expect(meantCells(await excerptOf('portal/C03/c.xlsx', bytes, 'sheet Claims 2026 row 3'))[0]).toBe('870002')
})

test('a line of a text is shown; a place that is not there shows the top of the file', async () => {
  const mt940 = text(
    ':20:STMT1\r\n:25:1234\r\n:28C:1/1\r\n:60F:C261101USD100,00\r\n:61:2611021102C50,00NTRFREF1\r\n:62F:C261102USD150,00\r\n-\r\n',
  )
  expect(meantCells(await excerptOf('bank.sta', mt940, 'statement 1 entry 1'))).toEqual([':61:2611021102C50,00NTRFREF1'])
  const batch = await receiveFile(specialist, { path: 'bank.sta', bytes: mt940, way: 'api' })
  const nowhere = await showPlace(specialist, batch.id, { position: 'statement 7', field: '' })
  expect([nowhere?.excerpt?.meant, nowhere?.excerpt?.lines[0]?.cells]).toEqual([null, [':20:STMT1']])
})

test('a page of a PDF is shown by its lines', async () => {
  const paper = await PDFDocument.create()
  const font = await paper.embedFont(StandardFonts.Courier)
  const page = paper.addPage()
  for (const [index, line] of ['DELIVERY RECEIPT', 'PRO number: 302786171', 'Pieces received: 24 CTN'].entries())
    page.drawText(line, { x: 40, y: 760 - index * 16, size: 10, font })
  const excerpt = await excerptOf('pod.pdf', await paper.save(), 'page 1 line 2')
  expect(meantCells(excerpt)).toEqual(['PRO number: 302786171'])
})

test('a file of several customers is closed to an account manager, and to nobody who sees all', async () => {
  const batch = await receiveFile(specialist, { path: 'a2.edi', bytes: bytesOf([orderSet('4500011')]), way: 'api' })
  await database.query('update import_batch set customer_id = null where id = $1', [batch.id])
  const [customer] = await database.query<{ id: string }>(`select id from customer where code = 'R01'`)
  const manager = {
    ...buildActor(['account-manager'], [customer?.id ?? '']),
    userId: '00000000-0000-7000-8000-0000000000fe' as typeof specialist.userId,
  }
  expect(await showPlace(manager, batch.id, { position: 'interchange 1 segment 3', field: '' })).toBeNull()
  const [order] = await database.query<{ id: string }>(`select id from purchase_order where number = '4500011'`)
  expect(await findRecordPlace(manager, 'purchase-order', order?.id ?? '')).toBeNull()
  expect(await findRecordPlace(specialist, 'purchase-order', order?.id ?? '')).toMatchObject({ batchId: batch.id })
})

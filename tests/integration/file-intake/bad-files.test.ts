import { buildX12 } from '@tests/factories/build-x12'
import { specialist } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { findImportReport, type ImportReport } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'
import { insertRetailer, orderSet, remittanceSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database)
await insertCustomer(database, 'C03')
afterAll(closeReaders)

const HEADER = 'Claim Number,Claim Date,Reason Code,Description,PO Number,Quantity,Unit Cost,Amount'
const GOOD = '770591,11/17/2026,24,Carton shortage,0798934569,2,33.00,66.00'

type BadFile = {
  path: string
  content: string | (() => Promise<Uint8Array>)
  /** What must be found, 'code at position in field'. */
  finds: string
  /** Rows that come in all the same. */
  accepted: number
  rejected: number
}

const BAD_FILES: Readonly<Record<string, BadFile>> = {
  'an amount that is none': {
    path: 'portal/C03/amount.csv',
    content: `${HEADER}\n${GOOD}\n770592,11/18/2026,24,Short,0798934570,2,33.00,xx.xx\n`,
    finds: 'table/unreadable-number at row 3 in amountMinor',
    accepted: 1,
    rejected: 1,
  },
  'the 30th of February': {
    path: 'portal/C03/february.csv',
    content: `${HEADER}\n${GOOD.replace('770591', '770601')}\n770602,02/30/2026,24,Short,0798934570,2,33.00,66.00\n`,
    finds: 'table/unreadable-date at row 3 in claimedOn',
    accepted: 1,
    rejected: 1,
  },
  'a formula without its value': {
    path: 'portal/C03/formula.xlsx',
    content: formulaWorkbook,
    finds: 'xlsx/formula-without-value at sheet Claims row 3 in H',
    accepted: 1,
    rejected: 1,
  },
  'a total that is not the sum of its rows': {
    path: 'portal/C03/total.csv',
    content: `${HEADER}\n${GOOD.replace('770591', '770611')}\nTotal,,,,,,,99.00\n`,
    finds: 'table/total-differs at file in total',
    accepted: 1,
    rejected: 0,
  },
  'a file that breaks off inside an order': {
    path: 'edi/cut.edi',
    content: cutOrders(),
    finds: 'set-cut-off at interchange 1 segment 10 in SE',
    accepted: 1,
    rejected: 1,
  },
  'an order that counts its segments wrongly': {
    path: 'edi/counts.edi',
    content: x12(orderSet('4600003')).replace(/SE\*\d+\*/, 'SE*99*'),
    finds: 'segment-count-differs at interchange 1 segment 9 in SE01',
    accepted: 1,
    rejected: 0,
  },
  'a payment that is not the sum of its lines': {
    path: 'edi/balance.edi',
    content: x12(remittanceSet('99001', '100.00', ['RMR*IV*90001**90.00*90.00'])),
    finds: 'remittance/does-not-balance at interchange 1 segment 4 in BPR02',
    accepted: 1,
    rejected: 0,
  },
  'an order of a retailer that nobody knows': {
    path: 'edi/unknown.edi',
    content: x12(orderSet('4600004')).replaceAll('RETAILER', 'STRANGER'),
    finds: 'intake/unknown-customer at interchange 1 segment 3',
    accepted: 0,
    rejected: 1,
  },
}

function x12(...sets: string[][]): string {
  return buildX12(sets)
}

/** Two orders, the second without its end. */
function cutOrders(): string {
  const whole = x12(orderSet('4600001'), orderSet('4600002'))
  return whole.slice(0, whole.lastIndexOf('CTT*'))
}

async function formulaWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Claims')
  sheet.addRows([HEADER.split(','), GOOD.replace('770591', '770621').split(','), GOOD.replace('770591', '770622').split(',')])
  sheet.getRow(3).getCell(8).value = { formula: 'F3*G3' }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function reportOf({ path, content }: Pick<BadFile, 'path' | 'content'>): Promise<ImportReport> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : await content()
  const batch = await receiveFile(specialist, { path, bytes, way: 'api' })
  const [report] = await findImportReport(specialist, [batch.id])
  if (!report) throw new Error('no report')
  return report
}

test.each(Object.entries(BAD_FILES))('%s is named by file, position and field; the good rows come in', async (_name, bad) => {
  const report = await reportOf(bad)
  expect(report.file).toBe(bad.path)
  expect(report.findings.map(({ code, position, field }) => `${code} at ${position} in ${field}`)).toContainEqual(
    expect.stringContaining(bad.finds),
  )
  expect(report).toMatchObject({ status: 'done', rows: { accepted: bad.accepted, rejected: bad.rejected } })
  const { read, accepted, duplicate, rejected, blank } = report.rows
  expect(read).toBe(accepted + duplicate + rejected + blank)
})

test('what is neither EDI nor a list is kept and says so', async () => {
  expect(await reportOf({ path: 'edi/letter.edi', content: 'Dear supplier,\nplease find our order attached.\n' })).toMatchObject({
    status: 'waiting',
    reason: 'intake/kind-unknown',
  })
  expect(await reportOf({ path: 'edi/zeros.edi', content: async () => new Uint8Array(200) })).toMatchObject({
    status: 'refused',
    reason: 'intake/unreadable-binary',
  })
})

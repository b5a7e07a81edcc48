import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { writeRejectedCsv, writeRejectedWorkbook } from '@/features/file-intake/exports/write-rejected-rows'
import { correctRow } from '@/features/file-intake/imports/correct-row'
import { gatherRejected } from '@/features/file-intake/imports/gather-rejected'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { findBroughtRecords, findCorrections, findKindCounts, findSendings } from '@/features/file-intake/queries/find-brought'
import { findFindings, findRejectedRows } from '@/features/file-intake/queries/find-findings'
import { findImport } from '@/features/file-intake/queries/find-import'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { findRejectedFile } from '@/features/file-intake/queries/find-rejected-file'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
await insertCustomer(database, 'C03')
afterAll(closeReaders)

const HEADER = 'Claim Number,Claim Date,Reason Code,Description,PO Number,Quantity,Unit Cost,Amount'
const LINES = [
  '880001,11/17/2026,24,Carton shortage,0798934569,2,33.00,66.00',
  '880002,02/30/2026,24,Carton shortage,0798934570,2,33.00,66.00',
  '880003,11/18/2026,24,Carton shortage,0798934571,2,33.00,xx.xx',
  ',11/18/2026,24,=HYPERLINK("x"),0798934572,2,33.00,10.00',
  '880005,11/19/2026,24,Carton shortage,0798934573,1,33.00,33.00',
]
const claims = (lines: readonly string[]) => new TextEncoder().encode(`${HEADER}\n${lines.join('\n')}\nTotal,,,,,,,241.00\n`)
const TEXTS = {
  titles: ['Position', 'Field', 'Reason'],
  cellsOf: (position: string, row: { code: string }) => [position, 'field', row.code],
}

async function reportOf(id: string) {
  const [report] = await findImportReport(specialist, [id])
  if (!report) throw new Error('no report')
  return report
}

async function rejectedWorkbook(batchId: string): Promise<ExcelJS.Workbook> {
  const found = await findRejectedFile(specialist, batchId)
  if (!found) throw new Error('nothing to correct')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await writeRejectedWorkbook(found.file.id, await gatherRejected(found), TEXTS)).content.buffer)
  return book
}

/** Fills cells of the downloaded workbook, `{ 3: { Amount: '5.00' } }` by row of the first file, and sends it. */
async function sendCorrected(batchId: string, cells: Record<number, Record<string, string>>) {
  const book = await rejectedWorkbook(batchId)
  const sheet = book.worksheets[0]
  const titles = (sheet?.getRow(1).values as string[] | undefined) ?? []
  sheet?.eachRow((row) => {
    const changes = cells[Number(String(row.getCell(1).value).replace('row ', ''))] ?? {}
    for (const [title, value] of Object.entries(changes)) row.getCell(titles.indexOf(title)).value = value
  })
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  return { bytes, batch: await receiveFile(specialist, { path: 'corrected.xlsx', bytes, way: 'browser' }) }
}

const first = await receiveFile(specialist, { path: 'portal/C03/claims.csv', bytes: claims(LINES), way: 'browser' })

test('each bad row is rejected with its place, its field and its code, and the equation holds', async () => {
  expect(await reportOf(first.id)).toMatchObject({ status: 'done', rows: { read: 5, accepted: 2, duplicate: 0, rejected: 3, blank: 0 } })
  const { rows, codes } = await findRejectedRows(specialist, first.id, { code: '', page: 1 })
  expect(rows.map(({ position, field, code, facts }) => ({ position, field, code, facts }))).toEqual([
    { position: 'row 3', field: 'claimedOn', code: 'table/unreadable-date', facts: { found: '02/30/2026' } },
    { position: 'row 4', field: 'amountMinor', code: 'table/unreadable-number', facts: { found: 'xx.xx' } },
    { position: 'row 5', field: 'claimNumber', code: 'table/missing-value', facts: {} },
  ])
  expect(codes.map(({ count }) => count)).toEqual([1, 1, 1])
  expect((await findRejectedRows(specialist, first.id, { code: 'table/missing-value', page: 1 })).rows).toHaveLength(1)
})

test('the total that the file states is held against the rows that came in, and the difference is a finding', async () => {
  expect((await findImport(specialist, first.id))?.sums).toEqual([
    { kind: 'portal-claims', currency: null, own: '241.00', computed: '99.00' },
  ])
  const { rows } = await findFindings(specialist, first.id, { code: 'table/total-differs', page: 1 })
  expect(rows).toMatchObject([{ position: 'file', field: 'total', facts: { stated: '241.00', computed: '99.00', difference: '142.00' } }])
})

test('rejected rows go out with all their columns as text that never runs', async () => {
  const sheet = (await rejectedWorkbook(first.id)).worksheets[0]
  expect(sheet?.getRow(1).values).toEqual([undefined, `recoup-correction:${first.id}`, ...TEXTS.titles, ...HEADER.split(',')])
  expect(sheet?.getColumn(1).hidden).toBe(true)
  expect(sheet?.getRow(2).getCell(6).value).toBe('02/30/2026')
  expect(sheet?.getRow(4).getCell(8).value).toBe('=HYPERLINK("x")')
  expect(sheet?.getRow(4).getCell(8).numFmt).toBe('@')
  const found = await findRejectedFile(specialist, first.id)
  const csv = new TextDecoder().decode(writeRejectedCsv(found ? await gatherRejected(found) : [], TEXTS).content)
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
})

test('corrected rows come in for the first customer, rows still wrong stay with the new reason, nothing doubles', async () => {
  const { batch, bytes } = await sendCorrected(first.id, { 3: { 'Claim Date': '02/28/2026' }, 4: { Amount: '1.2.3' } })
  expect(await reportOf(batch.id)).toMatchObject({
    kind: 'portal-claims',
    status: 'done',
    rows: { read: 3, accepted: 1, rejected: 2, blank: 0 },
  })
  const [link] = await database.query(`select parent_id, parent_reason from import_batch where id = $1`, [batch.id])
  expect(link).toEqual({ parent_id: first.id, parent_reason: 'correction' })
  const stored = await database.query(
    `select p.claim_number, p.claimed_on::text, p.position, c.code from portal_claim p join customer c on c.id = p.customer_id where p.batch_id = $1`,
    [batch.id],
  )
  expect(stored).toEqual([{ claim_number: '880002', claimed_on: '2026-02-28', position: 'row 3', code: 'C03' }])
  const parent = await findImport(specialist, first.id)
  expect(parent).toMatchObject({ read: 5, accepted: 2, rejected: 3, corrected: 1 })
  const { rows } = await findRejectedRows(specialist, first.id, { code: '', page: 1 })
  expect(rows.map(({ position, facts, corrected_number }) => [position, facts?.found ?? '', corrected_number])).toEqual([
    ['row 4', '1.2.3', null],
    ['row 5', '', null],
    ['row 3', '02/30/2026', batch.number],
  ])
  expect((await receiveFile(specialist, { path: 'again.xlsx', bytes, way: 'api' })).id).toBe(batch.id)
  expect((await findSendings(specialist, batch.id)).map(({ path, way }) => `${way} ${path}`)).toEqual([
    'api again.xlsx',
    'browser corrected.xlsx',
  ])
})

test('the next workbook holds only what still waits, with the cells as they were last corrected', async () => {
  const sheet = (await rejectedWorkbook(first.id)).worksheets[0]
  expect(sheet?.rowCount).toBe(3)
  expect([sheet?.getRow(2).getCell(1).value, sheet?.getRow(2).getCell(12).value]).toEqual(['row 4', '1.2.3'])
})

test('once all rows are corrected the file adds up to its own total', async () => {
  const { batch } = await sendCorrected(first.id, {
    4: { Amount: '66.00' },
    5: { 'Claim Number': '880004' },
  })
  expect(await reportOf(batch.id)).toMatchObject({ rows: { read: 2, accepted: 2, rejected: 0 } })
  expect(await findImport(specialist, first.id)).toMatchObject({
    rejected: 3,
    corrected: 3,
    sums: [{ own: '241.00', computed: '99.00' }],
    corrected_sums: [{ own: '241.00', computed: '241.00' }],
  })
  const [sum] = await database.query<{ n: number; total: string }>(
    `select count(*)::int as n, sum(amount_minor)::text as total from portal_claim`,
  )
  expect(sum).toEqual({ n: 5, total: '24100' })
})

test('rows that came in already are not taken a second time, whatever is sent', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('x')
  sheet.addRow([`recoup-correction:${first.id}`, 'Position', 'Field', 'Reason', ...HEADER.split(',')])
  for (const row of [2, 3, 4]) sheet.addRow([`row ${row}`, '', '', '', '999', '11/17/2026', '24', 'x', 'y', '2', '33.00', '66.00'])
  const batch = await receiveFile(specialist, { path: 'forged.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()), way: 'browser' })
  expect(await reportOf(batch.id)).toMatchObject({ rows: { read: 0, accepted: 0, rejected: 0 } })
  expect(await database.query(`select 1 from portal_claim where claim_number = '999'`)).toEqual([])
})

test('a correction of an import that is not open to its sender is refused', async () => {
  const stranger = { ...buildActor(['account-manager'], []), userId: '00000000-0000-7000-8000-0000000000ff' as typeof specialist.userId }
  await database.query(
    `insert into app_user (id, email, name, password_hash) values ($1, 'x@x.example', 'X', 'x') on conflict do nothing`,
    [stranger.userId],
  )
  const book = new ExcelJS.Workbook()
  book.addWorksheet('x').addRows([
    [`recoup-correction:${first.id}`, 'Position', 'Field', 'Reason', ...HEADER.split(',')],
    ['row 3', '', '', '', '997', '11/17/2026', '24', 'x', 'y', '2', '33.00', '66.00'],
  ])
  const batch = await receiveFile(stranger, { path: 'c.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()), way: 'browser' })
  const [report] = await findImportReport(stranger, [batch.id])
  expect(report).toMatchObject({ status: 'refused', reason: 'intake/correction-unknown' })
})

test('equal rows stay apart when one of them was rejected first', async () => {
  const twin = '890001,11/17/2026,24,Carton shortage,0798934599,1,5.00,5.00'
  const batch = await receiveFile(specialist, {
    path: 'portal/C03/twins.csv',
    bytes: new TextEncoder().encode(`${HEADER}\n${twin}\n${twin.replace(/5\.00$/, 'five')}\n`),
    way: 'browser',
  })
  expect(await reportOf(batch.id)).toMatchObject({ rows: { read: 2, accepted: 1, rejected: 1 } })
  const { batch: corrected } = await sendCorrected(batch.id, { 3: { Amount: '5.00' } })
  expect(await reportOf(corrected.id)).toMatchObject({ rows: { read: 1, accepted: 1, duplicate: 0 } })
})

test('a single row is corrected on the page, by whoever may import', async () => {
  const batch = await receiveFile(specialist, {
    path: 'portal/C03/single.csv',
    bytes: new TextEncoder().encode(`${HEADER}\n${LINES[0]?.replace('880001', '895001')}\n895002,11/17/2026,24,Short,0798,1,5.00,five\n`),
    way: 'browser',
  })
  const cells = ['895002', '11/17/2026', '24', 'Short', '0798', '1', '5.00', '5.00']
  await expect(correctRow(buildActor(['warehouse']), batch.id, { position: 'row 3', cells })).rejects.toMatchObject({ code: 'not-allowed' })
  const corrected = await correctRow(specialist, batch.id, { position: 'row 3', cells })
  expect(await reportOf(corrected.id)).toMatchObject({ rows: { read: 1, accepted: 1 } })
  await expect(correctRow(specialist, batch.id, { position: 'row 3', cells })).rejects.toMatchObject({ code: 'not-found' })
  expect(await findKindCounts(specialist, batch.id)).toMatchObject([
    { kind: 'portal-claim', accepted: 1, duplicate: 0 },
    { kind: 'unread', rejected: 1, corrected: 1 },
  ])
  expect(await findCorrections(specialist, batch.id)).toMatchObject([{ id: corrected.id, is_parent: false }])
  expect(await findCorrections(specialist, corrected.id)).toMatchObject([{ id: batch.id, is_parent: true }])
  expect(await findBroughtRecords(specialist, batch.id)).toEqual([])
})

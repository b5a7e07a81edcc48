import { specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { askExport } from '@/features/deductions/commands/ask-export'
import { EXPORT_CELLS } from '@/features/deductions/exports/export-cells'
import { exportListJob } from '@/features/deductions/jobs/export-list'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findExport } from '@/features/deductions/queries/find-export'
import { readTrackerFilter } from '@/features/deductions/schemas'
import english from '@/i18n/messages/en/deductions.json' with { type: 'json' }
import { actorOf, findPerson } from '@/server/actor-of-user'
import { readStored } from '@/server/file-store'
import { stopQueue } from '@/server/jobs/queue'
import { runJob } from '@/server/jobs/run-job'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(stopQueue)
const customer = await insertCustomer(database, 'EXPORT')
for (const [claim, minor] of [
  ['EX-1', 178_800n],
  ['EX-2', 5_000n],
  ['=1+1', 5_000n],
  ['EX-4', 90_000n],
] as const)
  await insertDeduction(database, customer, claim, minor)
await database.query(`update deduction set category = 'damage' where claim_number in ('EX-1', 'EX-2')`)
const person = await findPerson(await insertUser(database, 'export@example.test', ['specialist']))
if (!person) throw new Error('no such person')
const actor = actorOf(person)

async function exported(format: 'xlsx' | 'csv', query: string, columns: string[]) {
  const { id } = await askExport(actor, { query, columns, format, locale: 'en' })
  await runJob(exportListJob, id, new AbortController().signal, true)
  const file = await findExport(actor, id)
  if (!file) throw new Error('no file')
  expect(await findExport(specialist, id)).toBeNull()
  return readStored(file.storageKey)
}

test('a list becomes a workbook with the columns, rows and order that are seen, typed, and says what it is', async () => {
  const content = await exported('xlsx', 'customer=EXPORT&sort=amount&direction=desc', ['claim', 'amount', 'taken'])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(content).buffer)
  const [rows, about] = [book.getWorksheet('Deductions'), book.getWorksheet('About')]
  expect(rows?.getRow(1).values).toEqual([undefined, 'Claim no.', 'Amount', 'Taken on', 'Currency'])
  expect(rows?.getColumn(2).values.slice(2)).toEqual([1788, 900, 50, 50])
  expect(rows?.getRow(2).getCell(3).value).toBeInstanceOf(Date)
  expect(rows?.rowCount).toBe(5)
  const lines = new Map<unknown, unknown>()
  about?.eachRow((row) => lines.set(row.getCell(1).value, row.getCell(2).value))
  expect(lines.get('Filters')).toBe('Customer: EXPORT')
  expect(lines.get('Rows')).toBe('4')
  expect(lines.get('Written by')).toBe(actor.name)
})

test('as CSV numbers are plain, and nothing runs', async () => {
  const text = (await exported('csv', 'customer=EXPORT&sort=claim', ['claim', 'amount'])).toString('utf8')
  expect(text).toContain('EX-1,1788.00,USD')
  expect(text).toContain(`"'=1+1",50.00,USD`)
})

test('a grouped list keeps its groups: heads with subtotals that tie out to their rows, folded under them', async () => {
  const content = await exported('xlsx', 'customer=EXPORT&group=category&sort=claim', ['claim', 'amount', 'category'])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(content).buffer)
  const sheet = book.getWorksheet('Deductions')
  const lines = Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, at) => sheet?.getRow(at + 2))
  expect(sheet?.getRow(1).values).toEqual([undefined, 'Category', 'Claim no.', 'Amount', 'Currency'])
  expect(lines.map((row) => [row?.outlineLevel, row?.getCell(1).value, row?.getCell(2).value, row?.getCell(3).value])).toEqual([
    [0, 'Damage', '2 deductions', 1838],
    [1, 'Damage', 'EX-1', 1788],
    [1, 'Damage', 'EX-2', 50],
    [0, 'Unclear', '2 deductions', 950],
    [1, 'Unclear', '=1+1', 50],
    [1, 'Unclear', 'EX-4', 900],
    [0, 'Total', '4 deductions', 2788],
  ])
  const text = (await exported('csv', 'customer=EXPORT&group=customer', ['claim', 'amount'])).toString('utf8').split('\r\n')
  expect([text[0], text[1], text[2]?.split(',')[0]]).toEqual([
    '\uFEFFCustomer,Claim no.,Amount,Currency',
    'EXPORT,4 deductions,2788.00,USD',
    'EXPORT',
  ])
})

test('every column of the tracker can be exported', () => {
  expect(Object.keys(english.column).filter((key) => !Object.hasOwn(EXPORT_CELLS, key))).toEqual([])
})

test('a list is sorted by several columns, and the next page goes on where the first one ends', async () => {
  const filter = readTrackerFilter({ customer: 'EXPORT', sort: 'category', direction: 'asc', then: 'amount:desc,claim:asc', limit: '2' })
  const first = await findDeductions(actor, filter)
  const second = await findDeductions(actor, { ...filter, after: first.nextAfter ?? '' })
  expect([...first.rows, ...second.rows].map((row) => row.claimNumber)).toEqual(['EX-1', 'EX-2', 'EX-4', '=1+1'])
  expect(second.nextAfter).toBeNull()
})

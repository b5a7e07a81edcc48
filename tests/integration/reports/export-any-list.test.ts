import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertUser, nameTestActor } from '@tests/factories/records'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { findExport } from '@/features/deductions/queries/find-export'
import { askListExport } from '@/features/reports/commands/ask-list-export'
import { exportAnyListJob } from '@/features/reports/jobs/export-any-list'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { readStored } from '@/server/file-store'
import { stopQueue } from '@/server/jobs/queue'
import { runJob } from '@/server/jobs/run-job'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(stopQueue)
const customer = await insertCustomer(database, 'FILED')
await nameTestActor(database)
for (const [number, minor] of [
  ['9001', 178_800],
  ['=9002', 5_000],
  ['9003', 90_000],
] as const)
  await database.query(
    `insert into invoice (customer_id, number, number_key, invoiced_on, currency, net_minor, fingerprint, batch_id, position)
     values ($1, $2, comparison_key($2), current_date, 'USD', $3, $2, '00000000-0000-7000-8000-0000000000aa', '1')`,
    [customer, number, minor],
  )
const person = await findPerson(await insertUser(database, 'lists@example.test', ['specialist']))
if (!person) throw new Error('no such person')
const actor = actorOf(person)

async function exported(format: 'xlsx' | 'csv', query: string, columns: string[], locale: 'en' | 'zh-CN' = 'en') {
  const { id } = await askListExport(actor, { list: 'invoices', query, columns, format, locale })
  await runJob(exportAnyListJob, id, new AbortController().signal, true)
  const file = await findExport(actor, id)
  if (!file) throw new Error('no file')
  return readStored(file.storageKey)
}

test('any list becomes a workbook with its columns, rows and order, typed, that says in its language what it is', async () => {
  const where = encodeURIComponent('{"all":[["net","over","100"]]}')
  const content = await exported('xlsx', `customer=FILED&sort=net&direction=desc&where=${where}`, ['number', 'net', 'invoiced'], 'zh-CN')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(content).buffer)
  const [rows, about] = [book.getWorksheet('发票'), book.getWorksheet('说明')]
  expect(rows?.getRow(1).values).toEqual([undefined, '发票号', '开票金额', '开票日期', '币种'])
  expect(rows?.getColumn(2).values.slice(2)).toEqual([1788, 900])
  expect(rows?.getRow(2).getCell(3).value).toBeInstanceOf(Date)
  const lines = new Map<unknown, unknown>()
  about?.eachRow((row) => lines.set(row.getCell(1).value, row.getCell(2).value))
  expect(lines.get('筛选')).toBe('客户: FILED; 开票金额 > 100')
  expect(lines.get('行数')).toBe('2')
})

test('as CSV numbers are plain, and nothing runs', async () => {
  const text = (await exported('csv', 'sort=net&direction=asc', ['number', 'net'])).toString('utf8')
  expect(text.split('\r\n').slice(1, 4)).toEqual([`"'=9002",50.00,USD`, '9003,900.00,USD', '9001,1788.00,USD'])
})

test('a list that somebody may not see is not written', async () => {
  const ask = (list: string) =>
    askListExport(buildActor(['warehouse']), { list, query: '', columns: ['claim'], format: 'csv', locale: 'en' })
  await expect(ask('disputes')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(ask('nonsense')).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a grouped list is written with its subtotals per currency, rows below them, and the sum of all at the end', async () => {
  const text = (await exported('csv', 'group=customer&sort=net&direction=asc', ['number', 'customer', 'net'])).toString('utf8')
  expect(text.trim().replace('\uFEFF', '').split('\r\n')).toEqual([
    'Customer,Invoice no.,Billed,Currency',
    'FILED,3 rows,2738.00,USD',
    `FILED,"'=9002",50.00,USD`,
    'FILED,9003,900.00,USD',
    'FILED,9001,1788.00,USD',
    'Total,3 rows,2738.00,USD',
  ])
})

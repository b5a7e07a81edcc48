import { afterAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { CUSTOMERS, takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
afterAll(closeReaders)

test('a customer list gives customers, and rows with a parent accounts of the parent', async () => {
  const reports = await takeMasterData()
  expect(reports.map((report) => [report.kind, report.rows.accepted, report.rows.rejected])).toEqual([
    ['master-customers', 6, 0],
    ['master-ship-to', 1, 0],
    ['master-items', 2, 0],
    ['master-customer-items', 2, 0],
  ])
  expect(await database.query('select code, net_days, discount_ppm, edi_id from customer order by code')).toEqual([
    { code: 'D01', net_days: 30, discount_ppm: 10_000, edi_id: null },
    { code: 'R01', net_days: 45, discount_ppm: 20_000, edi_id: 'PINEWOOD' },
    { code: 'R02', net_days: 30, discount_ppm: 0, edi_id: null },
    { code: 'R03', net_days: 45, discount_ppm: 0, edi_id: null },
  ])
  const dealers = await database.query(
    `select a.account from customer_account a join customer c on c.id = a.customer_id where c.code = 'D01' order by 1`,
  )
  expect(dealers).toEqual([{ account: '0000500009' }, { account: '0000700001' }, { account: '0000700002' }])
})

test('the same list in other bytes changes nothing', async () => {
  const report = await takeFile('customers.csv', `${CUSTOMERS}\n`)
  expect(report).toMatchObject({ rows: { read: 6, accepted: 0, duplicate: 6, rejected: 0 }, changed: 0 })
})

test('other terms are a new version of the customer and the old terms are kept', async () => {
  const report = await takeFile('customers.csv', CUSTOMERS.replace('USD,45,2,10', 'USD,60,2,10'))
  expect(report).toMatchObject({ rows: { accepted: 1, duplicate: 5 }, changed: 1 })
  expect(await database.query(`select net_days, version from customer where code = 'R01'`)).toEqual([{ net_days: 60, version: 2 }])
  expect(
    await database.query(`select (content ->> 'net_days')::int as net_days from record_version where table_name = 'customer'`),
  ).toEqual([{ net_days: 45 }])
})

test('a currency that is none and a parent that nobody knows are rejected; the good row goes in', async () => {
  const header = CUSTOMERS.split('\n')[0]
  const rows = [
    'X01,1,Bad Money,,retail,US01,$$,30,0,0,prepaid,0,7,',
    'X02,2,Orphan,4711,dealer,US01,USD,30,0,0,prepaid,0,7,',
    'X03,3,Good,,retail,US01,USD,30,0,0,prepaid,0,7,',
  ]
  const report = await takeFile('customers.csv', [header, ...rows, ''].join('\n'))
  expect(report.rows).toMatchObject({ accepted: 1, rejected: 2 })
  expect(report.findings.map((finding) => [finding.position, finding.code])).toEqual([
    ['row 2', 'intake/unknown-currency'],
    ['row 3', 'intake/unknown-customer'],
  ])
})

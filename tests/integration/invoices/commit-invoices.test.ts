import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const RULER = '-'.repeat(150)
const HEADER =
  '|Bill. Doc.|Item  |Bill. Date|Sold-to   |Sales Doc.|Delivery  |Material   |Billed Qty|SU |Gross Price  |Allowance    |Net Value      |Curr.|Purchase Order No.  |'
const line = (item: string, material: string, quantity: string, price: string, allowance: string, net: string) =>
  `|90000002  |${item.padStart(6)}|01/25/2024|500001    |11000002  |80000002  |${material.padEnd(11)}|${quantity.padStart(10)}|EA |${price.padStart(13)}|${allowance.padStart(13)}|${net.padStart(15)}|USD  |4500077             |`
const page = (...lines: string[]) =>
  ['List of Billing Documents      Page 1', 'Company code US01', '', RULER, HEADER, RULER, ...lines, RULER, ''].join('\r\n')
const invoices = () =>
  database.query(
    `select i.number, i.net_minor::text as net, i.version, (select count(*)::int from invoice_line l where l.invoice_id = i.id) as lines from invoice i`,
  )

const FIRST = line('10', '5000001', '4', '335.39', '0.00', '1,341.56')
const SECOND = line('20', '5000002', '48', '20.90', '50.00-', '953.20')

test('billing lines of an unconverted list become one invoice whose net is the sum of its lines', async () => {
  const report = await takeFile('vf05.txt', page(FIRST, SECOND))
  expect(report).toMatchObject({ kind: 'sap-vf05', rows: { accepted: 2, rejected: 0 }, totals: { computed: '2294.76' } })
  expect(await invoices()).toEqual([{ number: '90000002', net: '229476', version: 1, lines: 2 }])
  expect(
    await database.query('select line, allowance_minor::text as allowance, item_id is not null as known from invoice_line order by line'),
  ).toEqual([
    { line: '10', allowance: '0', known: true },
    { line: '20', allowance: '-5000', known: true },
  ])
})

test('the list of the next month that repeats the invoice changes nothing', async () => {
  const report = await takeFile('vf05-again.txt', page(SECOND, FIRST))
  expect(report).toMatchObject({ rows: { accepted: 0, duplicate: 2 }, changed: 0 })
})

test('a changed line is a new version of the invoice, and the old lines are kept', async () => {
  const report = await takeFile('vf05-changed.txt', page(FIRST, line('20', '5000002', '48', '20.90', '0.00', '1,003.20')))
  expect(report).toMatchObject({ rows: { accepted: 1, duplicate: 1 }, changed: 1 })
  expect(await invoices()).toEqual([{ number: '90000002', net: '234476', version: 2, lines: 2 }])
  const [kept] = await database.query<{ net: string }>(
    `select sum((l ->> 'net_minor')::bigint)::text as net from record_version v, jsonb_array_elements(v.content -> 'lines') l where v.table_name = 'invoice'`,
  )
  expect(kept).toEqual({ net: '229476' })
})

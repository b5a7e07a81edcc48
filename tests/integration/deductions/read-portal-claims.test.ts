import { Workbook } from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

test('claims under any titles become claims: American, German and Chinese', async () => {
  const files = {
    'portal/R01/a.csv':
      'Debit Memo,DM Date,Reason,Reason Text,PO,Vendor Invoice,Location,SKU,Quantity,Unit Cost,Extended Cost,RGA/Agreement\nRC39,01/29/2024,SHT,Carton shortage,4500001,90000001,7001,PW-772,135,6.78,915.30,A-1\n',
    'portal/R02/b.csv':
      'Belastungsnummer;Datum;Grund;Bezeichnung;Bestellung;Rechnung;Lager;EAN;Menge;Stückpreis;Betrag €;Referenz\nBA17;25.02.2024;RTV;Retoure;4522;90000021;6355;00860009000024;3;27,36;1.082,08;RGA8\n',
    'portal/R03/c.csv':
      '扣款单号,日期,代码,原因,订单号,发票号,仓库,商品编码,数量,单价,金额,参考\nKK53,2024-03-08,RTV,退货,JB19,90000068,6392,10000050,1,4745.96,4745.96,RGA24\n',
  }
  for (const [path, text] of Object.entries(files)) expect((await takeFile(path, text)).rows).toMatchObject({ accepted: 1, rejected: 0 })
  expect(
    await database.query(
      'select claim_number, claimed_on::text, code, quantity::text, unit_micros::text, amount_minor::text, currency, item_id is not null as known from portal_claim order by 1',
    ),
  ).toEqual([
    {
      claim_number: 'BA17',
      claimed_on: '2024-02-25',
      code: 'RTV',
      quantity: '3',
      unit_micros: '27360000',
      amount_minor: '108208',
      currency: 'EUR',
      known: true,
    },
    {
      claim_number: 'KK53',
      claimed_on: '2024-03-08',
      code: 'RTV',
      quantity: '1',
      unit_micros: '4745960000',
      amount_minor: '474596',
      currency: 'CNY',
      known: false,
    },
    {
      claim_number: 'RC39',
      claimed_on: '2024-01-29',
      code: 'SHT',
      quantity: '135',
      unit_micros: '6780000',
      amount_minor: '91530',
      currency: 'USD',
      known: true,
    },
  ])
})

test('a workbook with a title, real dates and numbers reads like the text export, and says the sheet of a bad row', async () => {
  const workbook = new Workbook()
  workbook.addWorksheet('Notes').addRow(['Prepared by accounts payable'])
  const sheet = workbook.addWorksheet('Claims')
  sheet.addRow(['Open claims', 'as of June'])
  sheet.addRow([])
  sheet.addRow(['Claim ID', 'Created', 'Claim Type', 'Purchase Order', 'Invoice', 'ASIN', 'Disputed Units', 'Cost', 'Claim Amount'])
  sheet.addRow(['X-1', new Date(Date.UTC(2024, 5, 3)), 'Shortage Claim', 'FDANMREC', 90000233, 'PW-772', 10, 34.82, 348.2])
  sheet.addRow(['X-2', new Date(Date.UTC(2024, 5, 13)), 'Shortage Claim', 'FDANMREC', 90000234, 'PW-772', 2.5, 34.82, 87.05])
  const report = await takeFile('portal/R01/claims.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))
  expect(report).toMatchObject({ kind: 'portal-claims', rows: { accepted: 1, rejected: 1 } })
  expect(report.findings).toContainEqual(expect.objectContaining({ position: 'sheet Claims row 5', field: 'quantity' }))
  expect(
    await database.query(
      `select claimed_on::text, invoice_key, quantity::text, amount_minor::text, position from portal_claim where claim_key = 'X1'`,
    ),
  ).toEqual([{ claimed_on: '2024-06-03', invoice_key: '90000233', quantity: '10', amount_minor: '34820', position: 'sheet Claims row 4' }])
})

test('a claim line that comes again with another amount is a version of itself, not a second claim', async () => {
  const list = (...rows: string[]) =>
    ['Claim Number,Claim Date,Deduction Code,PO Number,Invoice Number,Item Number,Claim Qty,Claim Amount', ...rows, ''].join('\n')
  await takeFile(
    'portal/R01/june.csv',
    list('C-9,06/20/2024,24,45001,90001,PW-772,10,348.20', 'C-9,06/20/2024,24,45001,90001,PW-771,1,99.00'),
  )
  const again = await takeFile(
    'portal/R01/july.csv',
    list('C-9,06/20/2024,24,45001,90001,PW-772,6,208.92', 'C-9,06/20/2024,24,45001,90001,PW-771,1,99.00'),
  )
  expect(again).toMatchObject({ rows: { accepted: 1, duplicate: 1 }, changed: 1 })
  expect(await database.query(`select quantity::text, amount_minor::text from portal_claim where claim_key = 'C9' order by 1`)).toEqual([
    { quantity: '1', amount_minor: '9900' },
    { quantity: '6', amount_minor: '20892' },
  ])
  const more = await takeFile(
    'portal/R01/august.csv',
    list('C-9,06/20/2024,24,45001,90001,PW-772,6,208.92', 'C-9,06/20/2024,24,45001,90001,PW-772,2,69.64'),
  )
  expect(more).toMatchObject({ rows: { accepted: 1, duplicate: 1 }, changed: 0 })
  expect(await database.query(`select content ->> 'amount_minor' as amount from record_version where table_name = 'portal_claim'`)).toEqual(
    [{ amount: '34820' }],
  )
})

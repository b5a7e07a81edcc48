import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

test('a German price list with decimal commas gives prices in micros', async () => {
  const list =
    'Kunde;Material;Gültig ab;Gültig bis;Preis €;Währung;Angelegt am\n0000500002;5000001;01.03.2024;31.12.2024;1.469,935;EUR;12.02.2024\n'
  const report = await takeFile(
    'preise.csv',
    Buffer.from(list, 'latin1').map((byte, at) => (list[at] === '€' ? 0x80 : byte)),
  )
  expect(report).toMatchObject({ kind: 'master-price-conditions', rows: { accepted: 1, rejected: 0 } })
  expect(
    await database.query('select price_micros::text, valid_from::text, valid_to::text, currency, account_key from price_condition'),
  ).toEqual([{ price_micros: '1469935000', valid_from: '2024-03-01', valid_to: '2024-12-31', currency: 'EUR', account_key: '500002' }])
})

test('prices of an article that nobody knows, and dates in the wrong order, are rejected', async () => {
  const header = 'customer,material,valid_from,valid_to,price,currency,created_on'
  const rows = ['0000500001,9999,2024-01-01,2024-12-31,1.00,USD,', '0000500001,5000001,2024-12-31,2024-01-01,1.00,USD,']
  const report = await takeFile('prices.csv', [header, ...rows, ''].join('\n'))
  expect(report.findings.map((finding) => finding.code)).toEqual(['intake/unknown-item', 'intake/dates-out-of-order'])
})

test('agreements, their articles, reason codes, dispute windows and tariffs go in once', async () => {
  const files = {
    'agreements.csv':
      'agreement,customer,kind,family,valid_from,valid_to,percent,unit_limit_per_order_line,claim_days_after_drop,text\nPP-1,R01,priceProtection,SC,2024-05-01,2024-06-30,,,20,Price drop\nPR-1,R01,promotion,SC,2024-05-01,2024-06-30,7.5,96,,Summer\n',
    'agreement_materials.csv': 'agreement,material\nPP-1,5000001\nPR-1,5000001\nPR-1,5000001\nNONE,5000001\n',
    'reason_codes.csv': 'customer,code,x12_426,edifact_4465,text\nR01,022,06,4,Carton shortage\nR01,59,59,32,Not received\n',
    'dispute_windows.csv': 'customer,type,days,anchor\nR01,default,90,payment\nR01,priceProtection,30,invoiceDue\n',
    'freight_tariff.csv': 'carrier,base_usd,per_carton_usd\nNRTL,175.00,3.90\n',
  }
  for (const [name, text] of Object.entries(files)) await takeFile(name, text)
  expect(await database.query('select number, kind, rate_ppm from agreement order by number')).toEqual([
    { number: 'PP-1', kind: 'price-protection', rate_ppm: null },
    { number: 'PR-1', kind: 'promotion', rate_ppm: 75_000 },
  ])
  expect(await database.query('select count(*)::int as n from agreement_item')).toEqual([{ n: 2 }])
  expect(await database.query('select category, days, anchor from dispute_window order by days')).toEqual([
    { category: 'price-protection', days: 30, anchor: 'invoiceDue' },
    { category: 'default', days: 90, anchor: 'payment' },
  ])
  expect(await database.query(`select base_minor::text, per_carton_minor::text from freight_tariff`)).toEqual([
    { base_minor: '17500', per_carton_minor: '390' },
  ])
  const again = await Promise.all(Object.entries(files).map(([name, text]) => takeFile(name, `${text}\n`)))
  expect(again.map((report) => report.rows.accepted)).toEqual([0, 0, 0, 0, 0])
})

test('another number of days replaces the window of the same type and anchor', async () => {
  const report = await takeFile('dispute_windows.csv', 'customer,type,days,anchor\nR01,default,120,payment\n')
  expect(report).toMatchObject({ rows: { accepted: 1 }, changed: 1 })
  expect(await database.query(`select days from dispute_window where category = 'default'`)).toEqual([{ days: 120 }])
})

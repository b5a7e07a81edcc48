import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

test('equal counts of returned goods are two counts, and the list sent again adds none', async () => {
  const list =
    'Receipt Date,RGA,Customer,Material,UPC,Received Qty,Condition,Plant\n2024-01-31,RGA1,0000500001,5000001,,4,used,2000\n2024-01-31,RGA1,0000500001,5000001,,4,used,2000\n'
  expect((await takeFile('returns.csv', list)).rows).toMatchObject({ accepted: 2 })
  expect((await takeFile('returns.csv', `${list}\n`)).rows).toMatchObject({ accepted: 0, duplicate: 2 })
  expect(await database.query('select sum(quantity)::text as n from return_receipt')).toEqual([{ n: '8' }])
})

test('stock reports find their article and their customer by the folder', async () => {
  const report = await takeFile('portal/R01/stock.csv', 'Report Date,Location,Item,UPC,On Hand\n2024-05-20,7001,CH-20,860009000024,185\n')
  expect(report).toMatchObject({ kind: 'stock-report', rows: { accepted: 1 } })
  expect(await database.query('select quantity::text, item_id is not null as known from stock_report')).toEqual([
    { quantity: '185', known: true },
  ])
})

test('lines of a receipt list are grouped by receipt and order', async () => {
  const list =
    'Receipt No,Receipt Date,PO Number,Location,Item Number,UPC,Received Qty,UOM,BOL\nR2,01/21/2024,4500001,7001,PW-771,,2,EA,17\nR2,01/21/2024,4500001,7001,PW-772,,48,EA,17\nR2,01/21/2024,4500002,7001,PW-772,,12,EA,17\n'
  expect(await takeFile('portal/R01/receipts.csv', list)).toMatchObject({ kind: 'receipts', rows: { read: 2, accepted: 2 } })
  expect(await database.query('select count(*)::int as n, count(item_id)::int as known from receipt_line')).toEqual([{ n: 3, known: 3 }])
})

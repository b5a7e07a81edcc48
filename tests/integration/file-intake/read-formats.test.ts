import { buildX12 } from '@tests/factories/build-x12'
import { specialist } from '@tests/factories/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { findCashMatches } from '@/features/remittances/queries/find-cash-matches'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

test('orders of a vendor API become purchase orders of the customer of their folder', async () => {
  const order = {
    purchaseOrderNumber: '2PABCDEF',
    orderDetails: {
      purchaseOrderDate: '2024-01-02T08:00:00Z',
      deliveryWindow: '2024-01-07T00:00:00Z--2024-01-12T00:00:00Z',
      importDetails: { methodOfPayment: 'PrepaidBySeller' },
      items: [
        {
          itemSequenceNumber: '1',
          amazonProductIdentifier: 'PW-771',
          orderedQuantity: { amount: 4, unitOfMeasure: 'Eaches', unitSize: 2 },
          netCost: { currencyCode: 'USD', amount: '335.39' },
        },
      ],
    },
  }
  const report = await takeFile('portal/R01/orders.json', JSON.stringify({ payload: { orders: [order] } }))
  expect(report).toMatchObject({ kind: 'amazon-order', rows: { accepted: 1 } })
  expect(
    await database.query(
      `select o.freight_terms as terms, l.quantity::text, l.price_micros::text as price, l.item_id is not null as known
       from purchase_order o join purchase_order_line l on l.purchase_order_id = o.id where o.number = '2PABCDEF'`,
    ),
  ).toEqual([{ terms: 'prepaid', quantity: '4', price: '335390000', known: true }])
})

test('an 852 reports stock of a known article', async () => {
  const set = ['852', 'XQ*H*20240210*20240216', 'N1*BY*Pinewood*92*7001', 'LIN**VN*SC-10', 'ZA*QA*68*EA']
  const report = await takeFile('edi/R01/852.edi', buildX12([set]))
  expect(report).toMatchObject({ kind: 'x12-852', rows: { accepted: 1 } })
  expect(await database.query(`select quantity::text, reported_on::text as day, item_id is not null as known from stock_report`)).toEqual([
    { quantity: '68', day: '2024-02-16', known: true },
  ])
})

const STATEMENT = `01,BANKUSNY,SUPPLIER,240131,0600,240131,80,,2/
02,SUPPLIER,BANKUSNY,1,240131,0600,USD,2/
03,4450071123,USD,010,100000,,,015,165000,,/
16,142,50000,Z,BK1,4411,DEALER BIRCH EREF:4411
16,142,15000,Z,BK2,70011,PINEWOOD STORES EREF:70011
49,330000,4/
98,330000,1,6/
99,330000,1,8/
`

test('a booking finds its advice by number, amount and payer; sent again it is the same booking', async () => {
  const stubs = `Dealer Account,Check No,Check Date,Document,Order No,Item,Qty,Amount,Remark
0000700001,4411,01/24/2024,90000912,D75072,,,500.00,
0000700002,4411,01/24/2024,90000913,D75073,,,500.00,
`
  await takeFile('portal/D01/stubs.csv', stubs)
  expect(await takeFile('bank/a.txt', STATEMENT)).toMatchObject({ kind: 'bank-bai2', rows: { accepted: 2 } })
  expect(await takeFile('bank/b.txt', `${STATEMENT}\n`)).toMatchObject({ rows: { accepted: 0, duplicate: 2 } })
  expect(await database.query(`select payment_key as key, booked_on::text as day from bank_entry order by reference`)).toEqual([
    { key: '4411', day: '2024-01-31' },
    { key: '70011', day: '2024-01-31' },
  ])
  expect(await findCashMatches(specialist)).toEqual([
    {
      bankReference: 'BK1',
      remittance: '4411',
      customer: 'D01',
      amountMinor: 50000n,
      currency: 'USD',
      bookedOn: '2024-01-31',
      invoices: ['90000913'],
    },
  ])
})

test('a stock count by mail is found by the order it names', async () => {
  const mail = `From: warehouse@supplier.example
To: claims@supplier.example
Date: Mon, 18 Mar 2024 09:15:00 +0000
Subject: Stock count for delivery 80000140
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Delivery 80000140, PO 2PABCDEF, material SC-105:
we counted 3 EA more than the book stock.
`
  expect(await takeFile('mail/202403/count.eml', mail)).toMatchObject({ kind: 'mail', rows: { accepted: 1 } })
  expect(
    await database.query(
      `select d.kind, k.id_key as key from document d join document_link k on k.document_id = d.id where k.id_kind in ('po', 'delivery') order by k.id_kind`,
    ),
  ).toEqual([
    { kind: 'mail', key: '80000140' },
    { kind: 'mail', key: '2PABCDEF' },
  ])
})

test('an EDIFACT order belongs to the customer of the site that sent it', async () => {
  const order = `UNA:+.? 'UNB+UNOC:3+0078701700107:14+4000002000004:14+240110:0830+I1'UNH+1+ORDERS:D:96A:UN'BGM+220+4711+9'DTM+137:20240110:102'CUX+2:USD:9'LIN+1++00860009000017:SRV'QTY+21:12:PCE'PRI+AAA:6.61'UNS+S'UNT+9+1'UNZ+1+I1'`
  expect(await takeFile('edi/orders.edi', order)).toMatchObject({ kind: 'edifact-orders', rows: { accepted: 1 } })
  expect(
    await database.query(
      `select c.code, l.item_id is not null as known from purchase_order o join customer c on c.id = o.customer_id
       join purchase_order_line l on l.purchase_order_id = o.id where o.number = '4711'`,
    ),
  ).toEqual([{ code: 'R01', known: true }])
})

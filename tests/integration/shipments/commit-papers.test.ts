import { PDFDocument, StandardFonts } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

async function pdf(...lines: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Courier)
  const page = document.addPage()
  for (const [index, text] of lines.entries()) page.drawText(text, { x: 40, y: 760 - index * 16, size: 10, font })
  return document.save()
}

const RECEIPT = [
  'DELIVERY RECEIPT',
  'Carrier: Northern Trail (NRTL)',
  'PRO number: 302786171',
  'Customer PO: 4500001',
  'Delivery note: 80000001',
  'Delivered: 03/18/2024 10:41 Dock 16',
  'Pieces shipped: 26 CTN',
  'Pieces received: 24 CTN',
  'Remarks: SHORT 2 CTN',
  'Received by: S. Novak [signature]',
  'Stamp: RECEIVED 03/18/2024 7001',
]

test('a delivery receipt gives its facts with their lines, and waits for its delivery to know its customer', async () => {
  const report = await takeFile('pod/302786171.pdf', await pdf(...RECEIPT))
  expect(report).toMatchObject({ kind: 'proof-of-delivery', rows: { accepted: 1 } })
  const [paper] = await database.query(
    `select p.kind, pro_key, delivery_key, pieces_shipped, pieces_received, is_signed, is_stamped, exceptions, signed_on::text, p.customer_id, citations
     from delivery_paper p`,
  )
  expect(paper).toMatchObject({
    kind: 'proof-of-delivery',
    pro_key: '302786171',
    delivery_key: '80000001',
    pieces_shipped: 26,
    pieces_received: 24,
    is_signed: true,
    is_stamped: true,
    exceptions: 'Remarks: SHORT 2 CTN',
    signed_on: '2024-03-18',
    customer_id: null,
    citations: { piecesReceived: 'page 1 line 8' },
  })
  await takeFile(
    'vl06o.csv',
    'Delivery,Item,Sales Doc.,Ship-to,Material,Dlv. Qty,Pl. GI Date,GI\n80000001,10,11000001,600001,5000002,48,2024-03-09,C\n',
  )
  expect(
    await database.query(
      `select c.code from delivery_paper p join document d on d.id = p.document_id join customer c on c.id = p.customer_id and c.id = d.customer_id`,
    ),
  ).toEqual([{ code: 'R01' }])
})

test('the same paper in other bytes under the same name is known', async () => {
  const again = await takeFile('pod/302786171.pdf', Buffer.concat([await pdf(...RECEIPT), Buffer.from('\n%again\n')]))
  expect(again.rows).toMatchObject({ accepted: 0, duplicate: 1 })
  expect(await database.query('select count(*)::int as n from document')).toEqual([{ n: 1 }])
})

test('a scan without text is kept, with the number that its file name hints at', async () => {
  const report = await takeFile('pod/202403/20240318-155628453-delivery-receipt.pdf', await pdf())
  expect(report).toMatchObject({ kind: 'proof-of-delivery', rows: { accepted: 1 } })
  expect(
    await database.query(
      `select d.state, p.pro_key from document d join delivery_paper p on p.document_id = d.id where d.state = 'needs-reading'`,
    ),
  ).toEqual([{ state: 'needs-reading', pro_key: '155628453' }])
})

test('a bill of lading counted by the shipper proves no count of the driver', async () => {
  const lines = [
    'STRAIGHT BILL OF LADING',
    'Bill of lading: 08600040000001799',
    'PRO number: 1904062256',
    'Ship date: 03/15/2024',
    'Customer PO: 4500001',
    'Cartons: 13',
    'Shipper load and count (SLC)',
    'Driver signature: Osei Date: 03/15/2024',
  ]
  await takeFile('bol/NRTL-BOL.pdf', await pdf(...lines))
  expect(
    await database.query(`select cartons_printed, pieces_shipped, count_by, is_signed from delivery_paper where kind = 'bill-of-lading'`),
  ).toEqual([{ cartons_printed: 13, pieces_shipped: null, count_by: 'shipper', is_signed: true }])
})

test('a return authorisation is a paper and a permission to return', async () => {
  const lines = [
    'RETURN GOODS AUTHORISATION',
    'Number: RGA240031',
    'Date: 03/21/2024',
    'Customer: Pinewood Stores',
    'Purchase order: 4500001',
    'Invoice: 90000110',
    'Article: CH-20 UPC 860009000024',
    'Quantity authorised: 6 EA',
    'Unit price: 318.96 USD',
  ]
  const report = await takeFile('rga/RGA240031.pdf', await pdf(...lines))
  expect(report).toMatchObject({ kind: 'return-authorisation', rows: { accepted: 2 } })
  expect(
    await database.query(
      `select c.code, number_key, authorised_on::text, quantity::text, price_micros::text, item_id is not null as known from return_authorisation r join customer c on c.id = r.customer_id`,
    ),
  ).toEqual([{ code: 'R01', number_key: 'RGA240031', authorised_on: '2024-03-21', quantity: '6', price_micros: '318960000', known: true }])
})

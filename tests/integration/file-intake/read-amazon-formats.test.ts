import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const cases = (amount: number, unitSize: number) => ({ amount, unitOfMeasure: 'Cases', unitSize })
const item = { itemSequenceNumber: '1', buyerProductIdentifier: 'PW-771', vendorProductIdentifier: 'SC-10' }

function status(received: number) {
  const itemStatus = {
    ...item,
    orderedQuantity: { orderedQuantity: cases(6, 4) },
    acknowledgementStatus: { confirmationStatus: 'ACCEPTED', acceptedQuantity: cases(6, 4) },
    receivingStatus: { receivedQuantity: cases(received, 4), lastReceiveDate: '2024-03-12T00:00:00Z' },
  }
  return JSON.stringify({
    payload: { ordersStatus: [{ purchaseOrderNumber: '2PABC', lastUpdatedDate: '2024-03-13', itemStatus: [itemStatus] }] },
  })
}

test('a status report is our confirmation and what was received; a later one is a later version of it', async () => {
  expect(await takeFile('portal/R01/status.json', status(5))).toMatchObject({
    kind: 'amazon-order-status',
    rows: { accepted: 2, rejected: 0 },
  })
  expect(await takeFile('portal/R01/status-later.json', status(6))).toMatchObject({ rows: { accepted: 1, duplicate: 1 } })
  expect(
    await database.query(`select r.number, r.source, r.version, l.received::text, l.item_id is not null as known
      from receipt r join receipt_line l on l.receipt_id = r.id`),
  ).toEqual([{ number: '2PABC', source: 'amazon-status', version: 2, received: '24', known: true }])
  expect(await database.query(`select po_number as po, status, quantity::text from order_confirmation_line`)).toEqual([
    { po: '2PABC', status: 'IA', quantity: '24' },
  ])
})

test('where receipts are known one by one, the report counts nothing again', async () => {
  await takeFile('portal/R01/receipts.csv', 'Receipt No,Receipt Date,PO Number,Item Number,Received Qty\nGR1,2024-03-12,2PXYZ,PW-771,20\n')
  const report = await takeFile('portal/R01/status-2.json', status(5).replace('2PABC', '2PXYZ'))
  expect(report.rows).toMatchObject({ accepted: 1, duplicate: 1 })
})

test('shipments and invoices are what we sent', async () => {
  const shipment = {
    shipmentIdentifier: 'SHIP-9',
    shipmentConfirmationDate: '2024-03-01T12:30:00Z',
    transportationDetails: { carrierScac: 'RDWY', billOfLadingNumber: 'BOL1' },
    shippedItems: [{ ...item, shippedQuantity: cases(6, 4), itemDetails: { purchaseOrderNumber: '2PABC' } }],
  }
  const invoice = {
    id: '90000912',
    date: '2024-03-02T00:00:00Z',
    remitToParty: { partyId: 'V1' },
    invoiceTotal: { amount: '2400.00', currencyCode: 'USD' },
    items: [{ ...item, invoicedQuantity: cases(6, 4), netCost: { amount: '100.00', currencyCode: 'USD' }, purchaseOrderNumber: '2PABC' }],
  }
  expect(await takeFile('portal/R01/shipments.json', JSON.stringify({ shipmentConfirmations: [shipment] }))).toMatchObject({
    kind: 'amazon-shipment',
    rows: { accepted: 1 },
  })
  expect(await takeFile('portal/R01/invoices.json', JSON.stringify({ invoices: [invoice] }))).toMatchObject({
    kind: 'amazon-invoice',
    rows: { accepted: 1 },
    findings: [],
  })
  expect(
    await database.query(`select n.number, l.quantity::text, i.total_minor::text as total from ship_notice n
      join ship_notice_line l on l.ship_notice_id = n.id join sent_invoice i on i.po_key = l.po_key`),
  ).toEqual([{ number: 'SHIP-9', quantity: '24', total: '240000' }])
})

import { describe, expect, it } from 'vitest'
import { readAmazonFile } from './read-amazon-file'

const source = { customerHint: 'R01', fileName: 'x.json' }
const read = (content: unknown) => readAmazonFile(new TextEncoder().encode(JSON.stringify(content)), source)

const eaches = (amount: number) => ({ amount, unitOfMeasure: 'Eaches', unitSize: 1 })
const money = (amount: string) => ({ amount, currencyCode: 'USD' })

describe('a status report', () => {
  const item = {
    itemSequenceNumber: '1',
    buyerProductIdentifier: 'PW-771',
    vendorProductIdentifier: '860009000017',
    orderedQuantity: { orderedQuantity: { amount: 5, unitOfMeasure: 'Cases', unitSize: 4 } },
    acknowledgementStatus: { confirmationStatus: 'PARTIALLY_ACCEPTED', acceptedQuantity: eaches(16), rejectedQuantity: eaches(4) },
    receivingStatus: {
      receiveStatus: 'PARTIALLY_RECEIVED',
      receivedQuantity: { amount: 3, unitOfMeasure: 'Cases', unitSize: 5 },
      lastReceiveDate: '2024-03-12T10:00:00Z',
    },
  }
  const order = {
    purchaseOrderNumber: '2PABC',
    lastUpdatedDate: '2024-03-13T00:00:00Z',
    shipToParty: { partyId: 'ABE2' },
    itemStatus: [item],
  }

  it('says what we confirmed and what was received, in eaches', () => {
    const file = read({ payload: { ordersStatus: [order] } })
    expect(file).toMatchObject({ kind: 'amazon-order-status', rejected: [], problems: [] })
    expect(file?.rows).toMatchObject([
      { kind: 'order-confirmation', values: { poNumber: '2PABC', line: '1', status: 'IQ', quantity: '16', customerHint: 'R01' } },
      {
        kind: 'receipt',
        values: {
          number: '2PABC',
          poNumber: '2PABC',
          receivedOn: '2024-03-12',
          location: 'ABE2',
          source: 'amazon-status',
          lines: [{ line: '1', customerItem: 'PW-771', upc: '860009000017', received: '15' }],
        },
      },
    ])
  })

  it('counts an order that nothing has happened to as blank, and asks about cases without a size', () => {
    const untouched = {
      ...order,
      itemStatus: [{ ...item, acknowledgementStatus: undefined, receivingStatus: { receivedQuantity: eaches(0) } }],
    }
    expect(read({ payload: { ordersStatus: [untouched] } })).toMatchObject({ rows: [], blank: 1 })
    const sizeless = {
      ...order,
      itemStatus: [{ ...item, orderedQuantity: eaches(1), receivingStatus: { receivedQuantity: { amount: 3, unitOfMeasure: 'Cases' } } }],
    }
    expect(
      read({ payload: { ordersStatus: [{ ...sizeless, itemStatus: [{ ...sizeless.itemStatus[0], orderedQuantity: { amount: 1 } }] }] } }),
    ).toMatchObject({
      problems: [{ field: 'receivedQuantity', code: 'amount-unreadable', position: 'order 1 item 1' }],
    })
  })
})

describe('shipments', () => {
  const shipment = {
    shipmentIdentifier: 'SHIP-9',
    shipmentConfirmationDate: '2024-03-01T12:30:00Z',
    shippedDate: '2024-03-01T12:00:00Z',
    estimatedDeliveryDate: '2024-03-05T12:00:00Z',
    transportationDetails: { carrierScac: 'RDWY', carrierShipmentReferenceNumber: 'PRO1', billOfLadingNumber: 'BOL1' },
    shippedItems: [
      {
        itemSequenceNumber: '1',
        amazonProductIdentifier: 'PW-771',
        vendorProductIdentifier: 'SC-10',
        shippedQuantity: { amount: 2, unitOfMeasure: 'Cases', unitSize: 4 },
        itemDetails: { purchaseOrderNumber: '2PABC' },
      },
    ],
    cartons: [{ cartonIdentifiers: [{ containerIdentificationType: 'SSCC', containerIdentificationNumber: '00000000000000000019' }] }],
  }

  it('are ship notices', () => {
    expect(read({ shipmentConfirmations: [shipment] })?.rows).toMatchObject([
      {
        kind: 'ship-notice',
        values: {
          number: 'SHIP-9',
          sentAt: '2024-03-01 12:30',
          shippedOn: '2024-03-01',
          expectedOn: '2024-03-05',
          carrier: 'RDWY',
          bol: 'BOL1',
          pro: 'PRO1',
          cartons: 1,
          lines: [{ poNumber: '2PABC', line: '1', vendorPart: 'SC-10', quantity: '8' }],
        },
      },
    ])
  })

  it('come back with their items under the orders', () => {
    const { shippedItems, ...rest } = shipment
    const details = {
      ...rest,
      shipmentIdentifier: undefined,
      vendorShipmentIdentifier: 'V9',
      purchaseOrders: [{ purchaseOrderNumber: '2PXYZ', items: shippedItems }],
    }
    expect(read({ payload: { shipments: [details] } })?.rows).toMatchObject([{ values: { number: 'V9', lines: [{ poNumber: '2PXYZ' }] } }])
  })

  it('without a number or a quantity are kept for correction', () => {
    const file = read({
      shipmentConfirmations: [
        { ...shipment, shipmentIdentifier: '' },
        { ...shipment, shippedItems: [{ itemSequenceNumber: '1' }] },
      ],
    })
    expect(file?.rows).toEqual([])
    expect(file?.rejected.map(({ problem }) => problem.code)).toEqual(['shipment-number-missing', 'amount-unreadable'])
  })
})

describe('invoices', () => {
  const invoice = {
    invoiceType: 'Invoice',
    id: '90000912',
    date: '2024-03-02T00:00:00Z',
    remitToParty: { partyId: 'V1' },
    paymentTerms: { type: 'Basic', discountPercent: '2', discountDueDays: 30, netDueDays: 60 },
    invoiceTotal: money('205.00'),
    taxDetails: [{ taxType: 'CGST', taxAmount: money('10.00') }],
    items: [
      {
        itemSequenceNumber: 1,
        amazonProductIdentifier: 'PW-771',
        invoicedQuantity: eaches(2),
        netCost: money('100.00'),
        purchaseOrderNumber: '2PABC',
        allowanceDetails: [{ type: 'Discount', allowanceAmount: money('5.00') }],
      },
    ],
  }

  it('are invoices as sent, allowances under their lines', () => {
    const file = read({ invoices: [invoice] })
    expect(file).toMatchObject({ kind: 'amazon-invoice', problems: [] })
    expect(file?.rows).toMatchObject([
      {
        kind: 'sent-invoice',
        values: {
          number: '90000912',
          invoicedOn: '2024-03-02',
          poNumber: '2PABC',
          totalMinor: '20500',
          netDays: 60,
          discountPpm: 20_000,
          discountDays: 30,
          lines: [{ line: '1', quantity: '2', priceMicros: '100000000', allowanceMinor: '500' }],
        },
      },
    ])
  })

  it('whose items do not make the total are named; a credit note is negative', () => {
    expect(read({ invoices: [{ ...invoice, invoiceTotal: money('1.00') }] })?.problems).toMatchObject([{ code: 'total-differs' }])
    expect(read({ invoices: [{ ...invoice, invoiceType: 'CreditNote' }] })?.rows).toMatchObject([{ values: { totalMinor: '-20500' } }])
  })
})

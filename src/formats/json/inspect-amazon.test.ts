import { describe, expect, it } from 'vitest'
import { inspectAmazon } from './inspect-amazon'
import { readAmazonOrders } from './read-amazon-orders'
import { readJson, textAt } from './read-json'

const ORDER = {
  purchaseOrderNumber: '2P9D',
  purchaseOrderState: 'Acknowledged',
  orderDetails: {
    purchaseOrderDate: '2024-01-02T08:00:00Z',
    deliveryWindow: '2024-01-07T00:00:00Z--2024-01-12T00:00:00Z',
    buyingParty: { partyId: 'BUYER1' },
    sellingParty: { partyId: '4469' },
    shipToParty: { partyId: '6118' },
    items: [
      item('B01', { amount: 4, unitOfMeasure: 'Eaches', unitSize: 2 }, '335.39'),
      item('B02', { amount: 2, unitOfMeasure: 'Cases', unitSize: 10 }, '1.50'),
    ],
  },
}

function item(asin: string, orderedQuantity: object, amount: string) {
  return { amazonProductIdentifier: asin, vendorProductIdentifier: `V-${asin}`, orderedQuantity, netCost: { amount, currencyCode: 'USD' } }
}

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

describe('orders', () => {
  it('read with or without their payload, cases as eaches', () => {
    for (const file of [{ payload: { orders: [ORDER] } }, { orders: [ORDER] }]) {
      const { documents, counts } = inspectAmazon(bytes(file))
      expect(counts).toMatchObject({ documents: 1, rows: 2 })
      expect(documents[0]).toMatchObject({
        kind: 'amazon-order',
        number: '2P9D',
        date: '2024-01-02',
        currency: 'USD',
        lines: 2,
        amounts: { total: '1371.56' },
        references: { po: ['2P9D'], store: ['6118'], vendor: ['4469'], item: ['B01', 'V-B01', 'B02', 'V-B02'] },
      })
    }
    expect(readAmazonOrders(bytes({ orders: [ORDER] })).orders[0]).toMatchObject({
      windowStart: '2024-01-07',
      windowEnd: '2024-01-12',
      items: [{ ordered: '4' }, { ordered: '20' }],
    })
  })

  it('read status with what was accepted and received', () => {
    const status = {
      purchaseOrderNumber: '2JK3',
      purchaseOrderStatus: 'OPEN',
      itemStatus: [
        {
          ...item('B01', { orderedQuantity: { amount: 20, unitOfMeasure: 'Eaches', unitSize: 1 } }, '229.47'),
          acknowledgementStatus: {
            acceptedQuantity: { amount: 15, unitOfMeasure: 'Eaches' },
            rejectedQuantity: { amount: 5, unitOfMeasure: 'Eaches' },
          },
          receivingStatus: { receivedQuantity: { amount: 2, unitOfMeasure: 'Cases', unitSize: 5 } },
        },
      ],
    }
    const file = readAmazonOrders(bytes({ payload: { ordersStatus: [status] } }))
    expect(file).toMatchObject({
      kind: 'status',
      orders: [{ state: 'OPEN', items: [{ ordered: '20', accepted: '15', rejected: '5', received: '10' }] }],
    })
  })

  it('report what is no order file and what is no amount', () => {
    expect(inspectAmazon(bytes({ inventory: [] })).findings.map(({ code }) => code)).toEqual(['not-amazon-orders'])
    expect(inspectAmazon(Buffer.from('{"orders":[')).findings.map(({ code }) => code)).toEqual(['not-amazon-orders'])
    expect(inspectAmazon(bytes({ orders: [] })).findings).toEqual([])
    const masked = {
      ...ORDER,
      orderDetails: { ...ORDER.orderDetails, items: [item('B01', { amount: 1, unitOfMeasure: 'Eaches' }, 'xx.xx')] },
    }
    expect(inspectAmazon(bytes({ orders: [masked] })).findings).toEqual([
      expect.objectContaining({ position: 'order 1 item 1', field: 'netCost', code: 'amount-unreadable' }),
    ])
  })
})

it('keeps numbers as the text they arrive in', () => {
  const json = readJson(Buffer.from('{"amount": 12.10, "id": 12345678901234567890}'))
  expect([textAt(json, 'amount'), textAt(json, 'id')]).toEqual(['12.10', '12345678901234567890'])
})

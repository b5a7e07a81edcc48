import { expect, test } from 'vitest'
import { readAmazonJson } from './read-amazon-json'

const ORDER = {
  purchaseOrderNumber: '2PABCDEF',
  orderDetails: {
    purchaseOrderDate: '2024-01-02T08:00:00Z',
    deliveryWindow: '2024-01-07T00:00:00Z--2024-01-12T00:00:00Z',
    importDetails: { methodOfPayment: 'CollectOnDelivery', shippingInstructions: 'Carrier ABCD' },
    shipToParty: { partyId: '6118' },
    items: [
      {
        itemSequenceNumber: '1',
        amazonProductIdentifier: 'B0INVENTED',
        vendorProductIdentifier: '860009000017',
        orderedQuantity: { amount: 4, unitOfMeasure: 'Eaches', unitSize: 2 },
        netCost: { currencyCode: 'USD', amount: '335.39' },
      },
    ],
  },
}
const source = { customerHint: 'R01', fileName: 'orders.json' }
const bytesOf = (content: unknown) => new TextEncoder().encode(JSON.stringify(content))

test('an order carries its terms, its window and its lines', () => {
  const read = readAmazonJson(bytesOf({ payload: { orders: [ORDER] } }), source)
  expect(read?.rows).toEqual([
    {
      kind: 'purchase-order',
      position: 'order 1',
      values: {
        number: '2PABCDEF',
        orderedOn: '2024-01-02',
        currency: 'USD',
        shipFrom: '2024-01-07',
        shipBy: '2024-01-12',
        freightTerms: 'collect',
        netDays: null,
        discountPpm: null,
        discountDays: null,
        carrier: 'ABCD',
        shipToNumber: '6118',
        statedTotalMinor: '134156',
        source: 'amazon',
        customerHint: 'R01',
        lines: [
          {
            line: '1',
            customerItem: 'B0INVENTED',
            upc: '860009000017',
            vendorPart: null,
            quantity: '4',
            unit: 'EA',
            priceMicros: '335390000',
            pack: 2,
            position: 'order 1 item 1',
          },
        ],
      },
    },
  ])
})

test('an order without a number is rejected, a status report is not read', () => {
  expect(readAmazonJson(bytesOf({ payload: { orders: [{ ...ORDER, purchaseOrderNumber: '' }] } }), source)?.rejected).toHaveLength(1)
  expect(readAmazonJson(bytesOf({ payload: { ordersStatus: [ORDER] } }), source)).toBeNull()
})

import { expect, test } from 'vitest'
import { readOrderMail } from './read-order-mail'

const ORDER = [
  'Purchase order PO-125226',
  'Please ship the following on our PO PO-125226 dated 02/06/2024.',
  'Ship to: Pinewood DC 6407',
  'Deliver by: 02/08/2024   Freight: prepaid   Carrier: NRTL',
  '001  SC-10    Alpha Scooter 10      qty     8 EA  @ 73.41',
  '002  CH-20    Beta Charger          qty    20 EA  @ 35.59',
  'Total 1299.08 USD',
]

test('an order typed into a mail is read with its terms and lines', () => {
  expect(readOrderMail(ORDER, '2024-02-06')?.values).toMatchObject({
    number: 'PO-125226',
    orderedOn: '2024-02-06',
    shipBy: '2024-02-08',
    currency: 'USD',
    freightTerms: 'prepaid',
    carrier: 'NRTL',
    shipToNumber: '6407',
    statedTotalMinor: '129908',
    lines: [
      { line: '1', vendorPart: 'SC-10', quantity: '8', unit: 'EA', priceMicros: '73410000', position: 'line 5' },
      { line: '2', vendorPart: 'CH-20', quantity: '20', priceMicros: '35590000' },
    ],
  })
})

test('a mail about an order is no order', () => {
  expect(readOrderMail(['PO 4500001, your appointment is confirmed.'], '2024-02-06')).toBeNull()
})

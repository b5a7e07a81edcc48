import { describe, expect, it } from 'vitest'
import { readOdataFile } from './read-odata-file'

const read = (value: unknown) => readOdataFile(Buffer.from(JSON.stringify(value)))

const ORDER_ITEM = {
  SalesOrderItem: '10',
  Material: '5000001',
  RequestedQuantity: '24',
  RequestedQuantityUnit: 'EA',
  NetAmount: '2400.00',
  PurchaseOrderByCustomer: '',
}
const ORDER = {
  SalesOrder: '10001',
  SoldToParty: '500001',
  PurchaseOrderByCustomer: '4500118',
  SalesOrderDate: '/Date(1742947200000)/',
  TransactionCurrency: 'USD',
  CustomerPaymentTerms: 'ZB45',
  RequestedDeliveryDate: null,
}

describe('an OData answer of SAP', () => {
  it.each([
    ['version 2', { d: { results: [{ ...ORDER, to_Item: { results: [ORDER_ITEM] } }] } }],
    ['version 4', { value: [{ ...ORDER, SalesOrderDate: '2025-03-26', _Item: [ORDER_ITEM] }] }],
    ['a single entity', { d: { ...ORDER, to_Item: { results: [ORDER_ITEM] } } }],
  ])('of %s gives sales orders item by item; empty text says nothing', (_, answer) => {
    const { kind, rows, problems } = read(answer)
    expect(kind).toBe('odata-sales-order')
    expect(problems).toEqual([])
    expect(rows).toEqual([
      {
        kind: 'sales-order-line',
        position: 'entry 1 item 1',
        values: {
          number: '10001',
          line: '10',
          orderedOn: '2025-03-26',
          poNumber: '4500118',
          account: '500001',
          shipTo: null,
          material: '5000001',
          quantity: '24',
          unit: 'EA',
          priceMicros: null,
          netMinor: '240000',
          currency: 'USD',
          requestedOn: null,
          terms: 'ZB45',
          status: null,
        },
      },
    ])
  })

  it('gives invoices whose items stand alone, their price where it comes out even', () => {
    const item = {
      BillingDocument: '90000912',
      BillingDocumentItem: '10',
      Material: '5000001',
      BillingQuantity: '8',
      BillingQuantityUnit: 'EA',
      NetAmount: '100.00',
      TransactionCurrency: 'USD',
      SoldToParty: '500001',
      BillingDocumentDate: '/Date(1472796947125+0000)/',
      ReferenceSDDocument: '80001542',
      ReferenceSDDocumentCategory: 'J',
      SalesDocument: '10001',
    }
    const credit = { ...item, BillingDocument: '90000999', SDDocumentCategory: 'O' }
    const { rows } = read({ d: { results: [item, { ...item, BillingDocumentItem: '20', BillingQuantity: '3' }, credit] } })
    expect(rows).toMatchObject([
      {
        kind: 'invoice',
        values: {
          line: '10',
          invoicedOn: '2016-09-02',
          delivery: '80001542',
          salesOrder: '10001',
          priceMicros: '12500000',
          netMinor: '10000',
        },
      },
      { values: { line: '20', priceMicros: null } },
      { values: { number: '90000999', netMinor: '-10000' } },
    ])
  })

  it('gives deliveries with the dates of goods issue', () => {
    const answer = {
      d: {
        DeliveryDocument: '80001542',
        SoldToParty: '500001',
        ShipToParty: '600001',
        PlannedGoodsIssueDate: '/Date(1742860800000)/',
        ActualGoodsMovementDate: '/Date(1742947200000)/',
        BillOfLading: '0078701700000123',
        to_DeliveryDocumentItem: {
          results: [
            {
              DeliveryDocumentItem: '10',
              Material: '5000001',
              ActualDeliveryQuantity: '24.000',
              ReferenceSDDocument: '10001',
              Plant: '1000',
            },
          ],
        },
      },
    }
    expect(read(answer).rows).toMatchObject([
      {
        kind: 'delivery-line',
        values: {
          number: '80001542',
          line: '10',
          quantity: '24',
          plannedIssueOn: '2025-03-25',
          issuedOn: '2025-03-26',
          salesOrder: '10001',
        },
      },
    ])
  })

  it('says what was not sent along, and keeps an item that lacks something', () => {
    expect(read({ d: { ...ORDER, to_Item: { __deferred: { uri: 'x' } } } })).toMatchObject({
      rows: [],
      problems: [{ code: 'odata/items-deferred', position: 'entry 1' }],
    })
    const broken = read({ value: [{ ...ORDER, to_Item: [{ ...ORDER_ITEM, RequestedQuantity: '1.5' }, { SalesOrderItem: '20' }] }] })
    expect(broken.rows).toEqual([])
    expect(broken.rejected.map(({ position, problem }) => [position, problem.field, problem.code])).toEqual([
      ['entry 1 item 1', 'RequestedQuantity', 'amount-unreadable'],
      ['entry 1 item 2', 'Material', 'table/missing-value'],
    ])
  })
})

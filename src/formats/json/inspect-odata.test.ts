import { describe, expect, it } from 'vitest'
import { inspectOdata } from './inspect-odata'

const inspect = (value: unknown) => inspectOdata(Buffer.from(JSON.stringify(value)))

describe('an OData answer of SAP', () => {
  it('gives one document per billing document, items inside', () => {
    const { documents, findings } = inspect({
      d: {
        results: [
          {
            BillingDocument: '90001542',
            BillingDocumentDate: '/Date(1742947200000)/',
            SoldToParty: '100009',
            TransactionCurrency: 'EUR',
            TotalNetAmount: '79.50',
            TotalGrossAmount: '94.61',
            to_Item: {
              results: [
                { Material: 'ES-0100', ReferenceSDDocument: '80001542', ReferenceSDDocumentCategory: 'J' },
                { Material: 'ES-0101' },
              ],
            },
          },
        ],
      },
    })
    expect(findings).toEqual([])
    expect(documents).toMatchObject([
      {
        kind: 'odata-billing-document',
        number: '90001542',
        date: '2025-03-26',
        receiver: '100009',
        currency: 'EUR',
        lines: 2,
        amounts: { total: '94.61', gross: '79.50' },
        references: { invoice: ['90001542'], delivery: ['80001542'], item: ['ES-0100', 'ES-0101'] },
      },
    ])
  })

  it('reads a single entity, deferred items and the dates of version 4', () => {
    expect(
      inspect({
        d: {
          SalesOrder: '1',
          SalesOrderDate: '/Date(1472796947125+0000)/',
          PurchaseOrderByCustomer: '16306',
          to_Item: { __deferred: { uri: 'x' } },
        },
      }).documents,
    ).toMatchObject([{ number: '1', date: '2016-09-02', lines: 0, references: { po: ['16306'] } }])
    expect(inspect({ '@odata.context': 'x', value: [{ SalesOrder: '2', SalesOrderDate: '2025-03-26' }] }).documents).toMatchObject([
      { number: '2', date: '2025-03-26' },
    ])
  })

  it('gathers items that stand alone and keeps amounts as text', () => {
    const { documents } = inspect({
      d: {
        results: [
          { BillingDocument: '9', BillingDocumentItem: '10' },
          { BillingDocument: '9', BillingDocumentItem: '20' },
        ],
      },
    })
    expect(documents).toMatchObject([{ number: '9', lines: 2 }])
    expect(inspectOdata(Buffer.from('{"value":[{"SalesOrder":"1","TotalNetAmount":10.10}]}')).documents[0]?.amounts.total).toBe('10.10')
  })

  it('says what it does not know', () => {
    expect(inspect({ d: { results: [{ Plant: '1000' }] } }).findings).toMatchObject([{ code: 'odata/unknown-entity' }])
    expect(inspectOdata(Buffer.from('{"d":')).findings).toMatchObject([{ code: 'json/broken' }])
  })
})

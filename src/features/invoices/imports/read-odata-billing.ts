import { divideDecimals } from '@/formats/decimal-text'
import { toPriceText } from '@/formats/exact-text'
import { type OdataReader, odataDate, odataDecimal, odataMinor, odataText, odataWhole } from '@/formats/json/odata-draft'
import { textAt } from '@/formats/json/read-json'

const NEEDED = {
  line: 'BillingDocumentItem',
  material: 'Material',
  quantity: 'BillingQuantity',
  netMinor: 'NetAmount',
  currency: 'TransactionCurrency',
}

/** Billing documents of SAP (API_BILLING_DOCUMENT_SRV and its successor) as rows of kind 'invoice', one per item. */
export const readOdataBilling: OdataReader = (document, draft) => {
  for (const item of document.items) {
    const { value } = item
    const currency = odataText(document, value, 'TransactionCurrency')
    const text = (...fields: string[]) => odataText(document, value, ...fields)
    // Credit memos (O) and cancelled invoices (N) state their values without a sign.
    const isCredit = /^[ON]$/.test(text('SDDocumentCategory') ?? '')
    const netMinor = odataMinor(value, currency, 'NetAmount')
    const isDelivery = text('ReferenceSDDocumentCategory') === 'J'
    const net = odataDecimal(value, 'NetAmount')
    const quantity = odataWhole(value, 'BillingQuantity')
    const each = net === null || quantity === null ? null : divideDecimals(net, quantity)
    draft.add(
      'invoice',
      item,
      {
        number: document.number,
        line: textAt(value, 'BillingDocumentItem'),
        invoicedOn: odataDate(document, value, 'BillingDocumentDate', 'CreationDate'),
        account: text('SoldToParty', 'PayerParty'),
        salesOrder: text('SalesDocument', 'SalesOrder') ?? (isDelivery ? null : text('ReferenceSDDocument')),
        delivery: isDelivery ? text('ReferenceSDDocument') : null,
        material: textAt(value, 'Material') ?? textAt(value, 'Product'),
        quantity,
        unit: text('BillingQuantityUnit', 'BillingQuantitySAPUnit'),
        priceMicros: each === null ? null : toPriceText(each),
        allowanceMinor: '0',
        netMinor: isCredit && netMinor !== null ? (-BigInt(netMinor)).toString() : netMinor,
        currency,
        poNumber: text('PurchaseOrderByCustomer'),
      },
      NEEDED,
    )
  }
}

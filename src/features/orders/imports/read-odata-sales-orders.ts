import { divideDecimals } from '@/formats/decimal-text'
import { toPriceText } from '@/formats/exact-text'
import { type OdataReader, odataDate, odataDecimal, odataMinor, odataText, odataWhole } from '@/formats/json/odata-draft'
import { textAt } from '@/formats/json/read-json'

const NEEDED = { line: 'SalesOrderItem', material: 'Material', quantity: 'RequestedQuantity', currency: 'TransactionCurrency' }

/** Sales orders of SAP (API_SALES_ORDER_SRV and its successor) as rows of kind 'sales-order-line', one per item. */
export const readOdataSalesOrder: OdataReader = (document, draft) => {
  for (const item of document.items) {
    const { value } = item
    const currency = odataText(document, value, 'TransactionCurrency')
    const text = (...fields: string[]) => odataText(document, value, ...fields)
    const price = odataDecimal(value, 'NetPriceAmount')
    const each = price === null ? null : divideDecimals(price, odataDecimal(value, 'NetPriceQuantity') ?? '1')
    draft.add(
      'sales-order-line',
      item,
      {
        number: document.number,
        line: textAt(value, 'SalesOrderItem'),
        orderedOn: odataDate(document, value, 'SalesOrderDate', 'CreationDate'),
        poNumber: text('PurchaseOrderByCustomer'),
        account: text('SoldToParty'),
        shipTo: text('ShipToParty'),
        material: textAt(value, 'Material') ?? textAt(value, 'Product'),
        quantity: odataWhole(value, 'RequestedQuantity', 'OrderQuantity'),
        unit: text('RequestedQuantityUnit', 'RequestedQuantitySAPUnit', 'OrderQuantityUnit'),
        priceMicros: each === null ? null : toPriceText(each),
        netMinor: odataMinor(value, currency, 'NetAmount'),
        currency,
        requestedOn: odataDate(document, value, 'RequestedDeliveryDate'),
        terms: text('CustomerPaymentTerms'),
        status: text('SDProcessStatus', 'OverallSDProcessStatus'),
      },
      NEEDED,
    )
  }
}

import type { ListReader } from '@/formats/fields/list-reader'
import { SAP_LIST_COLUMNS } from '@/formats/sap/list-columns'

const TITLES = SAP_LIST_COLUMNS.va05

/** SAP VA05, our sales orders, in any layout and logon language: one row per order item. */
export const salesOrderList: ListReader = {
  rowKind: 'sales-order-line',
  shape: {
    kind: 'sap-va05',
    datesAreSap: true,
    totalField: 'netMinor',
    currencyField: 'currency',
    oneOf: ['status', 'requestedOn', 'terms', 'netMinor'],
    fields: {
      number: { titles: TITLES.salesDocument, as: 'id', needs: 'value' },
      line: { titles: TITLES.item, as: 'id', needs: 'value' },
      orderedOn: { titles: TITLES.documentDate, as: 'date' },
      poNumber: { titles: TITLES.customerPo, as: 'id' },
      account: { titles: TITLES.soldTo, as: 'id', needs: 'value' },
      shipTo: { titles: TITLES.shipTo, as: 'id' },
      material: { titles: TITLES.material, as: 'id', needs: 'value' },
      quantity: { titles: TITLES.quantity, as: 'quantity', needs: 'value' },
      unit: { titles: TITLES.unit, as: 'text' },
      priceMicros: { titles: TITLES.netPrice, as: 'price' },
      netMinor: { titles: TITLES.netValue, as: 'amount' },
      currency: { titles: TITLES.currency, as: 'text', needs: 'value' },
      requestedOn: { titles: TITLES.requestedDate, as: 'date' },
      terms: { titles: TITLES.paymentTerms, as: 'text' },
      status: { titles: TITLES.overallStatus, as: 'text' },
    },
  },
}

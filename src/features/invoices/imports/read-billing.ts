import type { ListReader } from '@/formats/fields/list-reader'
import { SAP_LIST_COLUMNS } from '@/formats/sap/list-columns'

const TITLES = SAP_LIST_COLUMNS.vf05

/** SAP VF05, our billing documents: one row per item; the committer groups them into invoices. The allowance is of the whole line, negative. */
export const billingList: ListReader = {
  rowKind: 'invoice',
  shape: {
    kind: 'sap-vf05',
    datesAreSap: true,
    totalField: 'netMinor',
    currencyField: 'currency',
    fields: {
      number: { titles: TITLES.billingDocument, as: 'id', needs: 'value' },
      line: { titles: TITLES.item, as: 'id', needs: 'value' },
      invoicedOn: { titles: TITLES.billingDate, as: 'date' },
      account: { titles: TITLES.soldTo, as: 'id', needs: 'value' },
      salesOrder: { titles: TITLES.salesDocument, as: 'id' },
      delivery: { titles: TITLES.delivery, as: 'id' },
      material: { titles: TITLES.material, as: 'id', needs: 'value' },
      quantity: { titles: TITLES.quantity, as: 'quantity', needs: 'value' },
      unit: { titles: TITLES.unit, as: 'text' },
      priceMicros: { titles: TITLES.grossPrice, as: 'price', needs: 'column' },
      allowanceMinor: { titles: TITLES.allowance, as: 'amount' },
      netMinor: { titles: TITLES.netValue, as: 'amount', needs: 'value' },
      currency: { titles: TITLES.currency, as: 'text', needs: 'value' },
      poNumber: { titles: TITLES.customerPo, as: 'id' },
    },
  },
}

import type { ListReader } from '@/formats/fields/list-reader'
import { SAP_LIST_COLUMNS } from '@/formats/sap/list-columns'

const TITLES = SAP_LIST_COLUMNS.fbl5n

/**
 * SAP FBL5N, customer line items, open or cleared: debit positive, credit negative. Residuals (posting key 06, with the
 * reason code) carry the claim number as assignment and the invoice as reference.
 */
export const ledgerList: ListReader = {
  rowKind: 'ledger-item',
  shape: {
    kind: 'sap-fbl5n',
    datesAreSap: true,
    totalField: 'amountMinor',
    currencyField: 'currency',
    oneOf: ['postingKey', 'kind', 'clearingNumber'],
    fields: {
      account: { titles: TITLES.customer, as: 'id', needs: 'value' },
      assignment: { titles: TITLES.assignment, as: 'id' },
      reference: { titles: TITLES.reference, as: 'id' },
      documentNumber: { titles: TITLES.document, as: 'id', needs: 'value' },
      kind: { titles: TITLES.documentType, as: 'text' },
      documentOn: { titles: TITLES.documentDate, as: 'date' },
      postedOn: { titles: TITLES.postingDate, as: 'date' },
      dueOn: { titles: TITLES.netDue, as: 'date' },
      postingKey: { titles: TITLES.postingKey, as: 'id' },
      amountMinor: { titles: TITLES.amount, as: 'amount', needs: 'value' },
      currency: { titles: TITLES.currency, as: 'text', needs: 'value' },
      clearingNumber: { titles: TITLES.clearingDocument, as: 'id' },
      clearedOn: { titles: TITLES.clearingDate, as: 'date' },
      reasonCode: { titles: TITLES.reasonCode, as: 'id' },
      text: { titles: TITLES.text, as: 'text' },
    },
  },
}

import { customerReference } from '@/features/customers/imports/customer-reference'
import type { ListReader } from '@/formats/fields/list-reader'

/** What our warehouse counted of returned goods, by return authorisation. */
export const returnReceiptList: ListReader = {
  rowKind: 'return-receipt',
  finish: customerReference,
  shape: {
    kind: 'return-receipts',
    fields: {
      receivedOn: { titles: 'Receipt Date · Received On · Return Date · Eingangsdatum · 收货日期', as: 'date', needs: 'value' },
      rgaNumber: {
        titles: 'RGA · RMA · RA Number · RGA Number · Return Authorisation · Return Authorization · Retourennummer · 退货授权号',
        as: 'id',
        needs: 'value',
      },
      customer: { titles: 'Customer · Account · Debitor · 客户', as: 'id', needs: 'value' },
      material: { titles: 'Material · Material Number · Materialnummer · 物料', as: 'id' },
      upc: { titles: 'UPC · EAN · 条码', as: 'id' },
      quantity: { titles: 'Received Qty · Qty · Quantity · Menge · 数量', as: 'quantity', needs: 'value' },
      condition: { titles: 'Condition · Zustand · 状况', as: 'text' },
      plant: { titles: 'Plant · Plnt · Werk · 工厂', as: 'id' },
    },
  },
}

import { customerReference } from '@/features/customers/imports/customer-reference'
import type { ListReader } from '@/formats/fields/list-reader'

/** Agreed prices per unit by account and article, valid by the date of the order. */
export const priceConditionList: ListReader = {
  rowKind: 'price-condition',
  finish: customerReference,
  shape: {
    kind: 'master-price-conditions',
    currencyField: 'currency',
    fields: {
      customer: { titles: 'customer · account · sold-to · Kunde · Debitor · 客户', as: 'id', needs: 'value' },
      material: { titles: 'material · material number · Materialnummer · 物料', as: 'id', needs: 'value' },
      validFrom: { titles: 'valid_from · valid from · Gültig ab · 有效期自', as: 'date', needs: 'value' },
      validTo: { titles: 'valid_to · valid to · Gültig bis · 有效期至', as: 'date', needs: 'value' },
      priceMicros: { titles: 'price · Preis · Preis € · Betrag · 价格', as: 'price', needs: 'value' },
      currency: { titles: 'currency · Währung · Währg · 货币', as: 'text', needs: 'value' },
      createdOn: { titles: 'created_on · created on · Angelegt am · 创建日期', as: 'date' },
    },
  },
}

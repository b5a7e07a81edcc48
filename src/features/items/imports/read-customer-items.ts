import { CUSTOMER_TITLES, customerReference } from '@/features/customers/imports/customer-reference'
import type { ListReader } from '@/formats/fields/list-reader'

/** The customers' own numbers of our articles. */
export const customerItemList: ListReader = {
  rowKind: 'customer-item',
  finish: customerReference,
  shape: {
    kind: 'master-customer-items',
    fields: {
      customer: { titles: CUSTOMER_TITLES, as: 'id', needs: 'value' },
      material: { titles: 'material · material number · Materialnummer · 物料 · 物料编号', as: 'id', needs: 'value' },
      customerItem: {
        titles: 'customer_item · customer material · customer item number · Kundenmaterial · 客户物料 · 客户商品编码',
        as: 'id',
        needs: 'value',
      },
      minimumQuantity: { titles: 'minimum_quantity · minimum quantity · min qty · MOQ · Mindestmenge · 起订量 · 最小订购量', as: 'whole' },
      listedFrom: { titles: 'listed_from · listed from · Gelistet ab · 上架日期', as: 'date' },
      listedTo: { titles: 'listed_to · listed to · delisted on · Gelistet bis · 下架日期', as: 'date' },
      upc: { titles: 'upc · EAN · 条码', as: 'id' },
    },
  },
}

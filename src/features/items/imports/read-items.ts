import type { ListReader } from '@/formats/fields/list-reader'
import { itemStatus } from './item-status'

/** Material master: our articles with their packs and bar codes. */
export const itemList: ListReader = {
  rowKind: 'item',
  finish: ({ values }) => ({ ...values, status: itemStatus(values['status'] ?? null) }),
  shape: {
    kind: 'master-items',
    fields: {
      material: { titles: 'material · material number · Materialnummer · 物料 · 物料编号', as: 'id', needs: 'value' },
      vendorPart: { titles: 'vendor_part · part number · our item · Artikelnummer · 货号', as: 'id' },
      description: {
        titles: 'description · material description · Bezeichnung · Materialkurztext · 描述 · 物料描述',
        as: 'text',
        needs: 'value',
      },
      family: { titles: 'family · product family · Warengruppe · 产品系列', as: 'text' },
      upc: { titles: 'upc · upc code · EAN · 条码', as: 'id' },
      gtin: { titles: 'gtin14 · gtin · case gtin', as: 'id' },
      innerPack: { titles: 'inner_pack · inner pack · Innenverpackung · 内包装数', as: 'whole' },
      casePack: { titles: 'case_pack · case pack · units per case · Karton · 装箱数', as: 'whole', needs: 'column' },
      palletQuantity: { titles: 'pallet_qty · pallet quantity · Palette · 托盘数量', as: 'whole' },
      status: { titles: 'status · item status · material status · Materialstatus · 状态 · 物料状态', as: 'text' },
      discontinuedOn: { titles: 'discontinued_on · discontinued on · end of sale · Auslaufdatum · 停售日期', as: 'date' },
      weightGrams: { titles: 'weight_g · weight g · gross weight g · Gewicht g · 重量克', as: 'whole' },
    },
  },
}

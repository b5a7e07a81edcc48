import type { ListReader } from '@/formats/fields/list-reader'

/** A customer's stock on hand on a day, by location and article. */
export const stockReportList: ListReader = {
  rowKind: 'stock-report',
  finish: () => ({ source: 'stock-csv' }),
  shape: {
    kind: 'stock-report',
    fields: {
      reportedOn: { titles: 'Report Date · Stock Date · As Of · Date · Bestandsdatum · 报告日期 · 库存日期', as: 'date', needs: 'value' },
      location: { titles: 'Location · Store · DC · Warehouse · Lager · 仓库 · 门店', as: 'id' },
      vendorPart: { titles: 'Item · Vendor Part · Model · Artikel · 供应商货号', as: 'id' },
      customerItem: { titles: 'ASIN · SKU · Item Number · 商品编码', as: 'id' },
      upc: { titles: 'UPC · EAN · GTIN · 条码', as: 'id' },
      quantity: { titles: 'On Hand · On Hand Qty · Stock On Hand · Stock · Bestand · 库存 · 库存数量', as: 'quantity', needs: 'value' },
    },
  },
}

import { type ListContext, type ListReader, withHint } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { StagedRow } from '@/formats/staged-row'
import type { PurchaseOrderValues } from './purchase-order-values'

/** Purchase orders as a table of lines (portal export, dealers' order list), one row per order. */
export const orderList: ListReader = {
  rowKind: 'purchase-order',
  documents: { by: ['account', 'number'], keyOf: () => (v) => `${v['account'] ?? ''}\n${v['number'] ?? ''}`, stage: stageOrder },
  shape: {
    kind: 'orders',
    totalField: 'netMinor',
    currencyField: 'currency',
    oneOf: ['customerItem', 'vendorPart', 'upc'],
    fields: {
      account: { titles: 'Dealer Account · Customer Account · Account · Debitor · 客户账户', as: 'id' },
      number: {
        titles: 'Order No · Order Number · PO Number · Purchase Order · PO · Bestellnummer · 订单号 · 采购订单',
        as: 'id',
        needs: 'value',
      },
      orderedOn: { titles: 'Order Date · Ordered On · PO Date · Bestelldatum · 下单日期 · 订单日期', as: 'date', needs: 'column' },
      line: { titles: 'Line · PO Line · Position · 行号', as: 'id' },
      customerItem: { titles: 'Item Number · ASIN · SKU · Customer Item · 商品编码 · 商品编号', as: 'id' },
      vendorPart: { titles: 'Vendor Part · Model · Item · 供应商货号 · 货号', as: 'id' },
      upc: { titles: 'UPC · EAN · GTIN · 条码', as: 'id' },
      quantity: { titles: 'Order Qty · Qty · Quantity · Menge · 数量 · 订购数量', as: 'quantity', needs: 'value' },
      unit: { titles: 'UOM · Unit · ME · 单位', as: 'text' },
      pack: { titles: 'Case Pack · Pack · 装箱数', as: 'whole' },
      priceMicros: { titles: 'Unit Price · Price · Unit Cost · Preis · 单价', as: 'price' },
      netMinor: { titles: 'Extended · Line Total · Amount · Betrag · 金额', as: 'amount' },
      currency: { titles: 'Currency · Währung · 货币 · 币种', as: 'text' },
      shipToNumber: { titles: 'Ship To · Location · Store · DC · Lager · 仓库', as: 'id' },
      shipFrom: { titles: 'Ship From · Not Before · Earliest · 最早到货日', as: 'date' },
      shipBy: { titles: 'Need By · Cancel Date · Deliver By · Not After · Liefertermin · 最晚到货日 · 交货日期', as: 'date' },
      freight: { titles: 'Freight · Freight Terms · Fracht · 运费条款', as: 'text' },
      carrier: { titles: 'Carrier · SCAC · Spediteur · 承运商', as: 'text' },
    },
  },
}

type Order = { position: string; account: string | null; total: bigint; isPriced: boolean; values: PurchaseOrderValues }

function stageOrder(rows: readonly FieldRow[], { source }: ListContext): StagedRow[] {
  const [first] = rows
  if (first === undefined) return []
  const order = startOrder(first)
  for (const row of rows) addLine(order, row)
  const statedTotalMinor = order.isPriced ? order.total.toString() : null
  const values = { ...order.values, statedTotalMinor, account: order.account }
  return [{ kind: 'purchase-order', position: order.position, values: withHint(values, source) }]
}

function addLine(order: Order, { position, values: v }: FieldRow): void {
  if (v['netMinor'] == null) order.isPriced = false
  order.total += BigInt(v['netMinor'] ?? '0')
  order.values.lines.push({
    line: v['line']?.replace(/^0+(?=.)/, '') ?? String(order.values.lines.length + 1),
    customerItem: v['customerItem'] ?? null,
    upc: v['upc'] ?? null,
    vendorPart: v['vendorPart'] ?? null,
    quantity: v['quantity'] ?? '0',
    unit: v['unit'] ?? 'EA',
    priceMicros: v['priceMicros'] ?? null,
    pack: v['pack'] == null ? null : Number(v['pack']),
    position,
  })
}

function startOrder({ position, values: v }: FieldRow): Order {
  return {
    position,
    account: v['account'] ?? null,
    total: 0n,
    isPriced: true,
    values: {
      number: v['number'] ?? '',
      orderedOn: v['orderedOn'] ?? null,
      currency: v['currency'] ?? null,
      shipFrom: v['shipFrom'] ?? null,
      shipBy: v['shipBy'] ?? null,
      freightTerms: freightTerms(v['freight'] ?? null),
      netDays: null,
      discountPpm: null,
      discountDays: null,
      carrier: v['carrier'] ?? null,
      shipToNumber: v['shipToNumber'] ?? null,
      statedTotalMinor: null,
      source: 'orders-csv',
      lines: [],
    },
  }
}

function freightTerms(text: string | null): string | null {
  if (text === null) return null
  if (/collect|unfrei|到付/i.test(text)) return 'collect'
  return /prepaid|pre-paid|frei|预付/i.test(text) ? 'prepaid' : null
}

import { type ListContext, type ListReader, withHint } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { StagedRow } from '@/formats/staged-row'
import type { ReceiptValues } from './receipt-values'

/** What a portal says was received: lines of receipts, grouped to one row per receipt and order. */
export const receiptList: ListReader = {
  rowKind: 'receipt',
  documents: { by: ['number', 'poNumber'], keyOf: () => (v) => `${v['number'] ?? ''}\n${v['poNumber'] ?? ''}`, stage: stageReceipt },
  shape: {
    kind: 'receipts',
    fields: {
      number: {
        titles: 'Receipt No · Receipt Number · Receipt · GR Number · Wareneingang · 收货单号 · 入库单号',
        as: 'id',
        needs: 'value',
      },
      receivedOn: { titles: 'Receipt Date · Received Date · Received On · Date · Eingangsdatum · 收货日期 · 入库日期', as: 'date' },
      poNumber: { titles: 'PO Number · Purchase Order · PO · Order · Bestellung · Bestellnummer · 订单号 · 采购订单', as: 'id' },
      location: { titles: 'Location · DC · Store · Warehouse · FC · Lager · 仓库 · 收货仓', as: 'id' },
      line: { titles: 'PO Line · Line · Position · 行号', as: 'id' },
      customerItem: { titles: 'Item Number · ASIN · SKU · Item · Artikel · 商品编码 · 商品编号', as: 'id' },
      upc: { titles: 'UPC · EAN · GTIN · 条码', as: 'id' },
      vendorPart: { titles: 'Vendor Part · Model · 供应商货号', as: 'id' },
      received: {
        titles: 'Received Qty · Qty Received · Units Received · Received · Erhaltene Menge · 实收数量 · 收货数量',
        as: 'quantity',
        needs: 'value',
      },
      damaged: { titles: 'Damaged Qty · Damaged · Beschädigt · 破损数量', as: 'quantity' },
      purpose: { titles: 'Purpose · Receipt Type · 收货类型', as: 'text' },
      bol: { titles: 'BOL · Bill of Lading · Frachtbrief · 提单', as: 'id' },
    },
  },
}

function stageReceipt(rows: readonly FieldRow[], { source }: ListContext): StagedRow[] {
  const [first] = rows
  if (first === undefined) return []
  const receipt = startReceipt(first.values)
  for (const { position, values: v } of rows)
    receipt.lines.push({
      line: v['line'] ?? '',
      customerItem: v['customerItem'] ?? null,
      upc: v['upc'] ?? null,
      vendorPart: v['vendorPart'] ?? null,
      received: v['received'] ?? '0',
      damaged: v['damaged'] ?? '0',
      position,
    })
  return [{ kind: 'receipt', position: first.position, values: withHint(receipt, source) }]
}

function startReceipt(v: FieldRow['values']): ReceiptValues {
  return {
    number: v['number'] ?? '',
    receivedOn: v['receivedOn'] ?? null,
    purpose: /correct|adjust|later|补|更正/i.test(v['purpose'] ?? '') ? 'correction' : 'first',
    poNumber: v['poNumber'] ?? null,
    bol: v['bol'] ?? null,
    location: v['location'] ?? null,
    source: 'receipts-csv',
    lines: [],
  }
}

import { agreementItemList, agreementList } from '@/features/agreements/imports/read-agreements'
import { disputeWindowList, freightTariffList, reasonCodeList } from '@/features/agreements/imports/read-customer-terms'
import { priceConditionList } from '@/features/agreements/imports/read-price-conditions'
import { customerList } from '@/features/customers/imports/read-customers'
import { shipToList } from '@/features/customers/imports/read-ship-to'
import { portalClaimList } from '@/features/deductions/imports/read-portal-claims'
import { shortageClaimList } from '@/features/deductions/imports/read-shortage-claims'
import { billingList } from '@/features/invoices/imports/read-billing'
import { ledgerList } from '@/features/invoices/imports/read-ledger'
import { customerItemList } from '@/features/items/imports/read-customer-items'
import { itemList } from '@/features/items/imports/read-items'
import { orderList } from '@/features/orders/imports/read-order-list'
import { salesOrderList } from '@/features/orders/imports/read-sales-orders'
import { remittanceList } from '@/features/remittances/imports/read-remittance-table'
import { deliveryList } from '@/features/shipments/imports/read-deliveries'
import { receiptList } from '@/features/shipments/imports/read-receipts'
import { returnReceiptList } from '@/features/shipments/imports/read-return-receipts'
import { stockReportList } from '@/features/shipments/imports/read-stock-reports'
import type { ListReader, ListSource } from '@/formats/fields/list-reader'
import { readLongList } from '@/formats/fields/read-list'
import { type MatchedShape, recogniseShape } from '@/formats/fields/table-shape'
import type { Table } from '@/formats/table'
import { customerHint } from '../rules/customer-hint'
import type { TableReader } from './reader'

const LISTS: readonly ListReader[] = [
  customerList,
  shipToList,
  itemList,
  customerItemList,
  priceConditionList,
  agreementList,
  agreementItemList,
  reasonCodeList,
  disputeWindowList,
  freightTariffList,
  salesOrderList,
  deliveryList,
  billingList,
  ledgerList,
  orderList,
  receiptList,
  returnReceiptList,
  stockReportList,
  portalClaimList,
  shortageClaimList,
  remittanceList,
]
/** The shapes of all lists: the kinds that a table can be mapped to. */
export const LIST_SHAPES = LISTS.map((list) => list.shape)

/** The list of a kind: 'portal-claims', 'receipts' …; null when there is none. */
export function listOfKind(kind: string): ListReader | null {
  return LISTS.find((list) => list.shape.kind === kind) ?? null
}

/** One reader per list. Of all lists whose columns a table has, the one that explains most of them reads it. */
export const LIST_READERS: readonly TableReader[] = LISTS.map((list) => ({
  kind: list.shape.kind,
  recognises: (table: Table) => recognise(table)?.shape === list.shape,
  read: (table, path, into, order) => readLongList(list, table, listSource(path), into, order),
}))

let last: { titles: string; matched: MatchedShape | null } | null = null

/** The list that a table is; the sheets of a workbook mostly have the same columns and are asked once. */
function recognise(table: Table): MatchedShape | null {
  const titles = JSON.stringify(table.columns)
  if (last?.titles !== titles) last = { titles, matched: recogniseShape(table, LIST_SHAPES) }
  return last.matched
}

/** The column of a field in a table that a list here recognises; null when there is none. */
export function columnOfField(table: Table, field: string): number | null {
  return recognise(table)?.columns.get(field) ?? null
}

/** What the place of a file says about its sender. */
export function listSource(path: string): ListSource {
  return { customerHint: customerHint(path), fileName: path.split(/[\\/]/).at(-1) ?? '' }
}

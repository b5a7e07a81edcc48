import { readAmazonInvoiceFile } from '@/features/invoices/imports/read-amazon-invoices'
import { amazonConfirmations } from '@/features/orders/imports/read-amazon-confirmations'
import { readAmazonJson } from '@/features/orders/imports/read-amazon-json'
import { amazonReceipt } from '@/features/shipments/imports/read-amazon-receipts'
import { readAmazonShipmentFile } from '@/features/shipments/imports/read-amazon-shipments'
import type { ListSource } from '@/formats/fields/list-reader'
import { readAmazonOrders } from '@/formats/json/read-amazon-orders'
import type { ReadFile } from '@/formats/staged-row'

/** Reads a file of the Amazon vendor API: orders, their status, shipments or invoices. */
export function readAmazonFile(bytes: Uint8Array, source: ListSource): ReadFile | null {
  return (
    readAmazonJson(bytes, source) ??
    readStatus(bytes, source) ??
    readAmazonShipmentFile(bytes, source) ??
    readAmazonInvoiceFile(bytes, source)
  )
}

/** A status report says what we confirmed and what was received of orders that are known. */
function readStatus(bytes: Uint8Array, source: ListSource): ReadFile | null {
  const { kind, orders, problems } = readAmazonOrders(bytes)
  if (kind !== 'status') return null
  const said = orders.map((order) => [...amazonConfirmations(order, source), ...amazonReceipt(order, source)])
  return {
    kind: 'amazon-order-status',
    rows: said.flat(),
    rejected: [],
    // An order that nothing has happened to yet says nothing.
    blank: said.filter((rows) => rows.length === 0).length,
    problems: [...problems],
    totals: { own: null, computed: null, currency: null },
  }
}

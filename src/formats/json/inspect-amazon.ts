import { multiplyDecimals, sumDecimals } from '@/formats/decimal-text'
import { emptyDocument, type InspectedDocument, type Inspection } from '@/formats/inspection'
import { type AmazonOrder, type AmazonOrderItem, type AmazonOrders, readAmazonOrders } from './read-amazon-orders'

/** What an Amazon vendor file holds, one document per purchase order; the total is the value of what was ordered. */
export function inspectAmazon(bytes: Uint8Array): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const file = readAmazonOrders(bytes)
  const rows = file.orders.reduce((sum, order) => sum + order.items.length, 0)
  return {
    delimiters: null,
    counts: { interchanges: null, groups: null, documents: file.orders.length, segments: null, rows },
    documents: file.orders.map((order) => inspectOrder(order, file.kind)),
    findings: [...file.problems],
  }
}

/** Quantity × net cost over the items that state both, decimal text. */
export function orderValue(order: AmazonOrder, quantity: 'ordered' | 'accepted' | 'received'): string {
  return sumDecimals(order.items.map((item) => multiplyDecimals(item[quantity] ?? '0', item.netCost ?? '0')))
}

function inspectOrder(order: AmazonOrder, kind: AmazonOrders['kind']): InspectedDocument {
  const document = emptyDocument(kind === 'status' ? 'amazon-order-status' : 'amazon-order')
  return {
    ...document,
    number: order.number,
    date: order.day,
    sender: order.buyer,
    receiver: order.seller,
    currency: order.items.find((item) => item.currency !== null)?.currency ?? null,
    lines: order.items.length,
    amounts: { ...document.amounts, total: orderValue(order, 'ordered'), gross: orderValue(order, 'ordered') },
    references: {
      ...document.references,
      po: present([order.number]),
      store: present([order.shipTo]),
      vendor: present([order.seller]),
      item: present(order.items.flatMap((item: AmazonOrderItem) => [item.asin, item.vendorItem])),
    },
  }
}

function present(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}

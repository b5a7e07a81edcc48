import { multiplyDecimals, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import { emptyDocument, type InspectedDocument, type Inspection } from '@/formats/inspection'
import { dayOf } from './amazon-values'
import { type AmazonInvoice, invoiceValue, readAmazonInvoices } from './read-amazon-invoices'
import { type AmazonOrder, type AmazonOrderItem, type AmazonOrders, readAmazonOrders } from './read-amazon-orders'
import { type AmazonShipment, readAmazonShipments } from './read-amazon-shipments'

/** What an Amazon vendor file holds, one document per purchase order, shipment or invoice; the total of an order is the value of what was ordered. */
export function inspectAmazon(bytes: Uint8Array): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const documents = [...readAmazonShipments(bytes).map(inspectShipment), ...readAmazonInvoices(bytes).map(inspectInvoice)]
  if (documents.length > 0) {
    const rows = documents.reduce((sum, { lines }) => sum + lines, 0)
    const counts = { interchanges: null, groups: null, documents: documents.length, segments: null, rows }
    return { delimiters: null, counts, documents, findings: [] }
  }
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

function inspectShipment(shipment: AmazonShipment): InspectedDocument {
  const document = emptyDocument('amazon-shipment')
  const { items } = shipment
  return {
    ...document,
    number: shipment.number,
    date: shipment.shippedOn ?? (shipment.sentAt === null ? null : dayOf(shipment.sentAt)),
    lines: items.length,
    references: {
      ...document.references,
      po: present(items.map(({ poNumber }) => poNumber)),
      bol: present([shipment.bol]),
      pro: present([shipment.pro]),
      sscc: [...new Set(shipment.ssccs)],
      store: present([shipment.shipTo]),
      item: present(items.flatMap(({ asin, vendorItem }) => [asin, vendorItem])),
    },
  }
}

function inspectInvoice(invoice: AmazonInvoice): InspectedDocument {
  const document = emptyDocument(invoice.isCreditNote ? 'amazon-credit-note' : 'amazon-invoice')
  const { items, total } = invoice
  const computed = invoiceValue(invoice)
  return {
    ...document,
    number: invoice.number,
    date: invoice.day,
    currency: invoice.currency,
    lines: items.length,
    amounts: { ...document.amounts, total, gross: computed },
    references: {
      ...document.references,
      po: present(items.map(({ poNumber }) => poNumber)),
      invoice: present([invoice.number]),
      store: present([invoice.shipTo]),
      item: present(items.flatMap(({ asin, vendorItem }) => [asin, vendorItem])),
    },
    balance: total === null || computed === null ? null : { stated: total, computed, difference: subtractDecimals(total, computed) },
  }
}

function present(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}

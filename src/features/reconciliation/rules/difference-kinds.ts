import type { Team } from '@/features/tasks/rules/teams'

/** What can differ between SAP, the customer's papers, logistics and billing. */
export const DIFFERENCE_KINDS = [
  'order-quantity',
  'order-pack',
  'order-price',
  'order-terms',
  'order-unit',
  'order-currency',
  'order-item',
  'order-date',
  'order-duplicate',
  'missing-sales-order',
  'missing-order',
  'shipped-quantity',
  'received-quantity',
  'missing-invoice',
  'missing-delivery',
  'missing-shipment',
  'status',
  'billed-quantity',
  'sent-invoice',
  'double-invoice',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** The team that can correct a difference of this kind. */
export const TEAM_OF_DIFFERENCE: Readonly<Record<DifferenceKind, Team>> = {
  'order-quantity': 'order-management',
  'order-pack': 'item-master',
  'order-price': 'sales',
  'order-terms': 'finance',
  'order-unit': 'item-master',
  'order-currency': 'finance',
  'order-item': 'order-management',
  'order-date': 'order-management',
  'order-duplicate': 'order-management',
  'missing-sales-order': 'order-management',
  'missing-order': 'order-management',
  'shipped-quantity': 'warehouse',
  'received-quantity': 'logistics',
  'missing-invoice': 'finance',
  'missing-delivery': 'logistics',
  'missing-shipment': 'warehouse',
  status: 'warehouse',
  'billed-quantity': 'finance',
  'sent-invoice': 'finance',
  'double-invoice': 'finance',
}

/** Working days within which a difference of this kind is to be corrected: before it costs the next step, the invoice, the payment. */
export const DUE_WORKING_DAYS: Readonly<Record<DifferenceKind, number>> = {
  'order-quantity': 2,
  'order-pack': 5,
  'order-price': 2,
  'order-terms': 5,
  'order-unit': 2,
  'order-currency': 2,
  'order-item': 1,
  'order-date': 2,
  'order-duplicate': 1,
  'missing-sales-order': 1,
  'missing-order': 3,
  'shipped-quantity': 1,
  'received-quantity': 3,
  'missing-invoice': 1,
  'missing-delivery': 1,
  'missing-shipment': 1,
  status: 1,
  'billed-quantity': 1,
  'sent-invoice': 2,
  'double-invoice': 1,
}

/** Kinds that an invoice carries; the others belong to an order or a delivery. */
export const INVOICE_KINDS: readonly DifferenceKind[] = ['missing-shipment', 'sent-invoice', 'double-invoice']

export const DIFFERENCE_STATES = ['open', 'asked', 'accepted', 'resolved'] as const
export type DifferenceState = (typeof DIFFERENCE_STATES)[number]

const EXPORT_NAMES: Readonly<Record<DifferenceKind, string>> = {
  'order-quantity': 'orderQuantity',
  'order-pack': 'orderPack',
  'order-price': 'orderPrice',
  'order-terms': 'orderTerms',
  'order-unit': 'orderUnit',
  'order-currency': 'orderCurrency',
  'order-item': 'orderItem',
  'order-date': 'orderDate',
  'order-duplicate': 'orderDuplicate',
  'missing-sales-order': 'missingSalesOrder',
  'missing-order': 'missingOrder',
  'shipped-quantity': 'shippedQuantity',
  'received-quantity': 'receivedQuantity',
  'missing-invoice': 'missingInvoice',
  'missing-delivery': 'missingDelivery',
  'missing-shipment': 'missingShipment',
  status: 'status',
  'billed-quantity': 'billedQuantity',
  'sent-invoice': 'sentInvoice',
  'double-invoice': 'doubleInvoice',
}

/** The name of a kind in the exported JSON lines. */
export function exportNameOf(kind: DifferenceKind): string {
  return EXPORT_NAMES[kind]
}

import type { Team } from '@/features/tasks/rules/teams'

/** What can differ between SAP, the customer's papers, logistics and billing. */
export const DIFFERENCE_KINDS = [
  'order-quantity',
  'order-pack',
  'order-price',
  'order-terms',
  'shipped-quantity',
  'received-quantity',
  'missing-invoice',
  'missing-delivery',
  'missing-shipment',
  'status',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** The team that can correct a difference of this kind. */
export const TEAM_OF_DIFFERENCE: Readonly<Record<DifferenceKind, Team>> = {
  'order-quantity': 'order-management',
  'order-pack': 'item-master',
  'order-price': 'sales',
  'order-terms': 'finance',
  'shipped-quantity': 'warehouse',
  'received-quantity': 'logistics',
  'missing-invoice': 'finance',
  'missing-delivery': 'logistics',
  'missing-shipment': 'warehouse',
  status: 'warehouse',
}

export const DIFFERENCE_STATES = ['open', 'asked', 'accepted', 'resolved'] as const
export type DifferenceState = (typeof DIFFERENCE_STATES)[number]

const EXPORT_NAMES: Readonly<Record<DifferenceKind, string>> = {
  'order-quantity': 'orderQuantity',
  'order-pack': 'orderPack',
  'order-price': 'orderPrice',
  'order-terms': 'orderTerms',
  'shipped-quantity': 'shippedQuantity',
  'received-quantity': 'receivedQuantity',
  'missing-invoice': 'missingInvoice',
  'missing-delivery': 'missingDelivery',
  'missing-shipment': 'missingShipment',
  status: 'status',
}

/** The name of a kind in the exported JSON lines. */
export function exportNameOf(kind: DifferenceKind): string {
  return EXPORT_NAMES[kind]
}

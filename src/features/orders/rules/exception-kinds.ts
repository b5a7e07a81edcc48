import type { Team } from '@/features/tasks/rules/teams'

/** What an order can have wrong before it is released, in the order in which a person would look. */
export const EXCEPTION_KINDS = [
  'price',
  'promotion',
  'allowance',
  'no-price',
  'two-prices',
  'currency',
  'pack',
  'minimum',
  'quantity',
  'unit',
  'terms',
  'ship-window',
  'lead-time',
  'item-status',
  'not-listed',
  'unknown-item',
  'credit',
  'duplicate-order',
  'resent-order',
  'total',
  'change-without-order',
  'change-unclear',
  'delivery-without-order',
] as const
/** What this check found formerly: records carry it still. What SAP holds otherwise than ordered is a difference of the comparison. */
type FormerKind = 'entry-price' | 'entry-quantity'
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number] | FormerKind

/** What puts the whole order at stake; whatever else is wrong with it is a part of that. */
export const WHOLE_ORDER_KINDS = ['currency', 'credit', 'duplicate-order'] as const satisfies readonly ExceptionKind[]

/** Open and held wait for a decision, corrected and rejected for the paper that makes it true; resolved comes only from the facts. */
export const EXCEPTION_STATES = ['open', 'held', 'released', 'rejected', 'corrected', 'resolved'] as const
export type ExceptionState = (typeof EXCEPTION_STATES)[number]

/** What a person may decide. */
export const EXCEPTION_DECISIONS = ['held', 'released', 'rejected', 'corrected'] as const
export type ExceptionDecision = (typeof EXCEPTION_DECISIONS)[number]

/** Where a corrected value has to be written: our sales order, a changed order of the customer, or price list and item master. */
export const CORRECTION_PLACES = ['sap', 'customer', 'master-data'] as const
export type CorrectionPlace = (typeof CORRECTION_PLACES)[number]

const NEXT: Readonly<Record<ExceptionState, readonly ExceptionDecision[]>> = {
  open: ['held', 'released', 'rejected', 'corrected'],
  held: ['released', 'rejected', 'corrected'],
  released: [],
  rejected: [],
  corrected: [],
  resolved: [],
}

/** The decisions still possible from a state. */
export function decisionsFrom(state: ExceptionState): readonly ExceptionDecision[] {
  return NEXT[state]
}

/** The team whose records have to change; order management owns what the order itself says. */
export const TEAM_OF_EXCEPTION: Readonly<Record<Exclude<ExceptionKind, FormerKind>, Team>> = {
  price: 'order-management',
  promotion: 'order-management',
  allowance: 'order-management',
  'no-price': 'order-management',
  'two-prices': 'order-management',
  currency: 'finance',
  pack: 'order-management',
  minimum: 'order-management',
  quantity: 'order-management',
  unit: 'item-master',
  terms: 'finance',
  'ship-window': 'order-management',
  'lead-time': 'order-management',
  'item-status': 'item-master',
  'not-listed': 'item-master',
  'unknown-item': 'item-master',
  credit: 'credit',
  'duplicate-order': 'order-management',
  'resent-order': 'order-management',
  total: 'order-management',
  'change-without-order': 'order-management',
  'change-unclear': 'order-management',
  'delivery-without-order': 'logistics',
}

/** Where the mistake usually is, which the form of a correction proposes. */
export function usualPlaceOf(kind: ExceptionKind): CorrectionPlace {
  switch (kind) {
    case 'entry-price':
    case 'entry-quantity':
    case 'delivery-without-order':
      return 'sap'
    case 'no-price':
    case 'two-prices':
    case 'unit':
    case 'item-status':
    case 'not-listed':
    case 'unknown-item':
    case 'credit':
      return 'master-data'
    default:
      return 'customer'
  }
}

import { DISPUTE_WINDOWS } from '../reference/dispute-windows'
import type { Day } from './calendar'
import type { ClaimKind } from './claim-codes'
import type { Customer } from './customers'
import { existing } from './dice'

/** Our categories, as the rest of the application names them. */
export type Category =
  | 'shortage'
  | 'price'
  | 'priceProtection'
  | 'promotion'
  | 'returns'
  | 'compliance'
  | 'freight'
  | 'cashDiscount'
  | 'duplicate'
  | 'damage'
  | 'postAudit'
  | 'unclear'

const CATEGORY: Record<ClaimKind, Category> = {
  carton: 'shortage',
  sealIntact: 'shortage',
  concealed: 'shortage',
  notReceived: 'shortage',
  price: 'price',
  priceDocumented: 'price',
  substitute: 'price',
  postAudit: 'postAudit',
  priceProtection: 'priceProtection',
  promotion: 'promotion',
  coop: 'promotion',
  rebate: 'promotion',
  return: 'returns',
  recall: 'returns',
  onTime: 'compliance',
  asnLate: 'compliance',
  routing: 'compliance',
  freight: 'freight',
  discount: 'cashDiscount',
  damage: 'damage',
  pallet: 'freight',
  billedTwice: 'duplicate',
  unclear: 'unclear',
}

export function categoryOf(kind: ClaimKind): Category {
  return CATEGORY[kind]
}

/** The last day on which the customer accepts a dispute: anchor plus days of its own window, else of its default. */
export function deadlineOf(customer: Customer, kind: ClaimKind, days: { payment: Day; invoice: Day }): Day {
  const windows = DISPUTE_WINDOWS.filter((window) => window.customer === customer.id)
  const window = existing(windows.find((one) => one.type === categoryOf(kind)) ?? windows.find((one) => one.type === 'default'))
  const anchor = { payment: days.payment, invoice: days.invoice, invoiceDue: days.invoice + customer.netDays }[window.anchor]
  return anchor + window.days
}

import type { Category } from '@/features/deductions/rules/deduction'
import { DISPUTE_WINDOWS } from '../reference/dispute-windows'
import type { Day } from './calendar'
import type { ClaimKind } from './claim-codes'
import type { Customer } from './customers'
import { existing } from './dice'

const CATEGORY: Record<ClaimKind, Category> = {
  carton: 'shortage',
  sealIntact: 'shortage',
  concealed: 'shortage',
  unitShort: 'shortage',
  notReceived: 'shortage',
  price: 'price',
  priceDocumented: 'price',
  substitute: 'substitution',
  postAudit: 'post-audit',
  priceProtection: 'price-protection',
  promotion: 'promotion',
  coop: 'promotion',
  rebate: 'promotion',
  return: 'returns',
  recall: 'returns',
  onTime: 'compliance',
  asnLate: 'compliance',
  routing: 'compliance',
  freight: 'freight',
  discount: 'cash-discount',
  damage: 'damage',
  pallet: 'unclear',
  billedTwice: 'duplicate',
  unclear: 'unclear',
}

/** Our category of a kind of claim, as the application's own rules name it. */
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

import type { CalendarDate } from '@/core/calendar-date'
import type { Category } from './deduction'

/** Another deduction on the same invoice, order or claim. */
export type SiblingFacts = {
  id: string
  number: number
  claimNumber: string | null
  claimKey: string | null
  category: Category
  reasonCode: string | null
  amountMinor: bigint
  itemId: string | null
  quantity: bigint | null
  unitMicros: bigint | null
  invoiceKey: string | null
  poKey: string | null
  reference: string | null
  takenOn: CalendarDate | null
  claimedOn: CalendarDate | null
  position: string | null
  /** Money of it that came back and was not taken back by us, in the order in which it came. */
  repaid: readonly RepaymentFacts[]
}
export type RepaymentFacts = {
  on: CalendarDate
  amountMinor: bigint
  /** The line of the payment it came with; a repayment that a person booked stands with the deduction. */
  document: 'remittance' | 'deduction'
  id: string
  number: string | null
  position: string | null
}

import type { CalendarDate } from '@/core/calendar-date'

/** The orders of a customer that were due in the period of a fine, and how each of them went. Quantities are eaches. */
export type PeriodFacts = {
  from: CalendarDate
  to: CalendarDate
  /** Where the period stands in the customer's own words; null when it is the month in which the fined order was due. */
  stated: {
    document: 'portal-claim' | 'remittance' | 'deduction'
    id: string
    number: string | null
    position: string | null
    says: string
  } | null
  orders: readonly PeriodOrderFacts[]
}

export type PeriodOrderFacts = {
  id: string
  number: string
  shipBy: CalendarDate
  position: string
  currency: string
  ordered: bigint
  /** What the customer counted, else what was delivered, of each article at most what was ordered; null while neither is known. */
  filled: bigint | null
  /** Quantity × price of the order and of the part that did not come, in millionths of the currency's unit. */
  orderedMicros: bigint
  unfilledMicros: bigint
  /** When the last of it arrived and who says so; null while a delivery of the order has no day. */
  arrival: {
    on: CalendarDate
    document: 'carrier-status' | 'proof-of-delivery'
    id: string
    number: string | null
    position: string | null
  } | null
  /** The customer moved the appointment, so a late day is not the supplier's. */
  isMoved: boolean
}

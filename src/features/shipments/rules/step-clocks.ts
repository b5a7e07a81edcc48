/** The clocks of the steps of an order, in the order of trade: how many days a step may take, or how long something is kept. */
export const CLOCK_KINDS = [
  'order-confirmed',
  'window-warning',
  'goods-issue',
  'notice-sent',
  'notice-accepted',
  'proof-received',
  'proof-answer',
  'carrier-archive',
  'receipt-booked',
  'invoiced',
  'invoice-after-receipt',
  'invoice-accepted',
  'invoice-resent',
  'paid',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** One version of a clock: for everybody, a customer, a carrier, or a customer's goods with a carrier. */
export type ClockVersion = {
  kind: ClockKind
  customerId: string | null
  carrier: string | null
  validFrom: string
  validTo: string | null
}

/** A version holds, begins later, or is former: its last day is over, or a later version of the same clock has begun. */
export function clockState(clock: ClockVersion, all: readonly ClockVersion[], today: string): 'holds' | 'later' | 'former' {
  if (clock.validFrom > today) return 'later'
  if (clock.validTo !== null && clock.validTo < today) return 'former'
  const isReplaced = all.some(
    (other) =>
      isSameClock(other, clock) &&
      other.validFrom > clock.validFrom &&
      other.validFrom <= today &&
      (other.validTo === null || other.validTo >= today),
  )
  return isReplaced ? 'former' : 'holds'
}

function isSameClock(one: ClockVersion, other: ClockVersion): boolean {
  return one.kind === other.kind && one.customerId === other.customerId && one.carrier === other.carrier
}

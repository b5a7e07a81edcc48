import { commonOrder, type DateLeaning, type DateOrder } from '@/core/date-order'

/** Why a list whose dates fit both orders is not read until somebody says which comes first. */
export const DATE_ORDER_OPEN = 'intake/date-order-open'

/** Why a file's dates are read in their order: its values prove it, somebody said it, or what is known of its sender. */
export const DATE_ORDER_REASONS = ['values', 'answer', 'same-header', 'sender', 'customer', 'currency', 'numbers', 'language'] as const
export type DateOrderReason = (typeof DATE_ORDER_REASONS)[number]

export type SettledDates = { order: DateOrder; because: DateOrderReason }

/** An order that earlier files proved, and when the last of them came. */
export type ProvenOrder = { order: DateOrder; isSameHeader: boolean; isSameSender: boolean; lastAt: Date }

/** What is known of the sender of a file whose dates fit both orders; `sender` is false when nothing names one. */
export type KnownOrders = {
  hasSender: boolean
  proven: readonly ProvenOrder[]
  /** What a person said last about this sender's files with this header. */
  answer: { order: DateOrder; saidAt: Date } | null
  /** The order that is usual where the customer's currency is. */
  ofCustomer: DateOrder | null
  leaning: DateLeaning | null
}

/**
 * Decides in which order dates are read that fit both, by the strongest of what is known: what a person said, unless files proved
 * the other order since; earlier files with this header; any earlier file of the sender; where the customer is, with nothing in
 * the file against it; the file's own currency, numbers and language. Null when two contradict each other or nothing speaks: then
 * a person is asked.
 */
export function settleDateOrder({ hasSender, proven, answer, ofCustomer, leaning }: KnownOrders): SettledDates | null {
  const own = hasSender ? proven.filter(({ isSameSender }) => isSameSender) : proven
  const sameHeader = own.filter(({ isSameHeader }) => isSameHeader)
  if (answer !== null) {
    const isOutdated = sameHeader.some(({ order, lastAt }) => order !== answer.order && lastAt > answer.saidAt)
    return isOutdated ? null : { order: answer.order, because: 'answer' }
  }
  for (const [orders, because] of [[sameHeader, 'same-header'] as const, [hasSender ? own : [], 'sender'] as const]) {
    if (orders.length === 0) continue
    const order = commonOrder(orders.map((each) => each.order))
    return order === null ? null : { order, because }
  }
  const order = commonOrder([ofCustomer, leaning?.order ?? null])
  if (order === null) return null
  return { order, because: ofCustomer === null && leaning !== null ? leaning.because : 'customer' }
}

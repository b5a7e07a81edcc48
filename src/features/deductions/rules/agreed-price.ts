import type { CalendarDate } from '@/core/calendar-date'
import type { Source } from './reckoning'
import type { ValidityFacts } from './validity-facts'

/** The price per each that binds both sides, and the document that says so. */
export type AgreedPrice = { micros: bigint; source: Source; isChange: boolean }

/** Day of the order: the customer's own date, else the day we booked it. */
export function orderDate(facts: ValidityFacts): CalendarDate | null {
  return facts.order?.orderedOn ?? facts.booked.map((line) => line.orderedOn).find((date) => date !== null) ?? null
}

/** The document behind `orderDate`. */
export function orderSource(facts: ValidityFacts): Source {
  const { order } = facts
  if (order?.orderedOn) return { document: 'purchase-order', id: order.id, number: order.number, position: order.position }
  const line = facts.booked.find((candidate) => candidate.orderedOn !== null)
  return {
    document: 'sales-order',
    id: line?.id ?? null,
    number: line?.number ?? null,
    line: line?.line ?? null,
    position: line?.position ?? null,
  }
}

/**
 * The agreed price of an article on the order: the last price change of its line, else the price condition valid on the
 * day of the order. Null when neither is known.
 */
export function agreedUnitPrice(facts: ValidityFacts, itemId: string | null): AgreedPrice | null {
  if (itemId === null) return null
  const { order } = facts
  const line = order?.lines.find((candidate) => candidate.itemId === itemId)
  const change = line && order?.changes.findLast((candidate) => candidate.line === line.line && candidate.priceMicrosNew !== null)
  if (order && change && change.priceMicrosNew !== null)
    return {
      micros: change.priceMicrosNew,
      isChange: true,
      source: { document: 'order-change', id: change.id, number: order.number, line: change.line, position: change.position },
    }
  const day = orderDate(facts)
  if (day === null) return null
  const condition = facts.prices.findLast(
    (candidate) => candidate.itemId === itemId && candidate.validFrom <= day && day <= candidate.validTo,
  )
  if (!condition) return null
  const item = facts.items.find((candidate) => candidate.id === itemId)
  return {
    micros: condition.priceMicros,
    isChange: false,
    source: { document: 'price-condition', id: condition.id, number: item?.material ?? null, position: condition.position },
  }
}

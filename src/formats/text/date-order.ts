import type { DateOrder } from '@/core/date-order'
import type { DateDialect } from './read-date'

const ORDER_OF: Partial<Readonly<Record<DateDialect, DateOrder>>> = {
  'mdy-slash': 'month-first',
  'mdy-dash': 'month-first',
  'dmy-slash': 'day-first',
  'dmy-dash': 'day-first',
  'dmy-dots': 'day-first',
}

const IN_ORDER: Readonly<Record<DateOrder, readonly DateDialect[]>> = {
  'month-first': ['mdy-slash', 'mdy-dash'],
  'day-first': ['dmy-slash', 'dmy-dash'],
}

/** The order of a way of writing dates; null where the year comes first or the month has a name. */
export function orderOf(dialect: DateDialect | null): DateOrder | null {
  return dialect === null ? null : (ORDER_OF[dialect] ?? null)
}

/** The ways of writing dates in an order that can be taken for those in the other one. */
export function dialectsInOrder(order: DateOrder): readonly DateDialect[] {
  return IN_ORDER[order]
}

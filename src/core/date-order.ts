import type { CalendarDate } from './calendar-date'

/** Which comes first where both day and month are numbers. */
export const DATE_ORDERS = ['month-first', 'day-first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** What a file lets one suppose about the order of its dates, and why. */
export type DateLeaning = { order: DateOrder; because: 'currency' | 'numbers' | 'language' }

/** Dates that fit both orders: under which header, which order the file itself lets one suppose, and some dates of those columns. */
export type OpenDates = { fingerprint: string; leaning: DateLeaning | null; columns: OpenDateColumn[] }
export type OpenDateColumn = { title: string; samples: DateSample[] }
export type DateSample = { text: string; monthFirst: CalendarDate | null; dayFirst: CalendarDate | null }

/** The one order that all of them have; null when they differ or none has one. */
export function commonOrder(orders: Iterable<DateOrder | null>): DateOrder | null {
  const [only = null, other] = new Set([...orders].filter((order) => order !== null))
  return other === undefined ? only : null
}

// Canada, China and the Philippines write both ways, or the year first: their currencies say nothing.
const DAY_FIRST_CURRENCIES = 'EUR GBP CHF AUD NZD INR BRL MXN SEK NOK DKK PLN CZK TRY ZAR SGD HKD AED'.split(' ')
const CURRENCY_ORDERS: ReadonlyMap<string, DateOrder> = new Map([
  ['USD', 'month-first'],
  ...DAY_FIRST_CURRENCIES.map((currency) => [currency, 'day-first'] as const),
])

/** The order in which those who trade in a currency write dates; null where both are usual. */
export function orderOfCurrency(currency: string | null): DateOrder | null {
  return CURRENCY_ORDERS.get(currency ?? '') ?? null
}

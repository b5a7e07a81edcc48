import { divideRounded } from '@/core/money'
import { type Cents, cents, percentOf } from './amounts'
import { type Day, FIRST_DAY } from './calendar'
import type { Customer } from './customers'
import type { Item } from './items'

// Agreed prices that differ from list price times the customer's level.
const SPECIAL: Readonly<Record<string, string>> = {
  'C01/PS-300': '231.59',
  'C03/SP-2': '179.00',
  'C06/HM2-BK': '80.00',
  'C03/TG-4': '61.00',
  'C06/ES-K1': '147.00',
  'C06/HL-L': '62.00',
  'C08/SW-1': '130.95',
  'C08/SW-2': '93.50',
  'C08/TG-4': '84.26',
}

/** The price of one article falls for everybody on this day; stock in the trade is protected by agreement. */
export const PRICE_DROP: { day: Day; vendorPart: string; percent: number } = { day: -48, vendorPart: 'PS-1000', percent: 10 }

/** New prices that begin after the quarter: first day, article, percent more. */
export const COMING_PRICES: readonly { day: Day; vendorPart: string; percent: number }[] = [
  { day: 12, vendorPart: 'SW-1', percent: 4 },
  { day: 34, vendorPart: 'HM2-BK', percent: 6 },
  { day: 61, vendorPart: 'TG-4', percent: 5 },
]

export type PriceSpan = { from: Day; to: Day; price: Cents; createdDay: Day }

/** The agreed prices of an article for a customer over the quarter, oldest first. */
export function priceSpans(customer: Customer, item: Item): PriceSpan[] {
  const special = SPECIAL[`${customer.id}/${item.vendorPart}`]
  const first = special === undefined ? divideRounded(item.listPrice * BigInt(customer.priceLevel), 1000n, 'half-up') : cents(special)
  const coming = COMING_PRICES.find((one) => one.vendorPart === item.vendorPart)
  if (coming)
    return [
      { from: FIRST_DAY - 200, to: coming.day - 1, price: first, createdDay: FIRST_DAY - 230 },
      { from: coming.day, to: 900, price: first + percentOf(first, coming.percent), createdDay: -6 },
    ]
  if (item.vendorPart !== PRICE_DROP.vendorPart) return [{ from: FIRST_DAY - 200, to: 900, price: first, createdDay: FIRST_DAY - 230 }]
  const second = first - percentOf(first, PRICE_DROP.percent)
  return [
    { from: FIRST_DAY - 200, to: PRICE_DROP.day - 1, price: first, createdDay: FIRST_DAY - 230 },
    { from: PRICE_DROP.day, to: 900, price: second, createdDay: PRICE_DROP.day - 20 },
  ]
}

/** The agreed price by order day. */
export function agreedPrice(customer: Customer, item: Item, day: Day): Cents {
  const span = priceSpans(customer, item).findLast((candidate) => candidate.from <= day)
  return span?.price ?? item.listPrice
}

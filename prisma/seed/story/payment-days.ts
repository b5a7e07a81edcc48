import { type Day, FIRST_DAY, LAST_PAYMENT_DAY } from './calendar'
import type { Customer } from './customers'

/** True when the customer runs payments on this day. */
export function isPaymentDay(customer: Customer, day: Day): boolean {
  const phase = Number(customer.id.slice(1)) % customer.cycleDays
  const sinceRun = (LAST_PAYMENT_DAY - phase - day) % customer.cycleDays
  return sinceRun === 0 || customer.extraPaymentDays.includes(day)
}

/** The customer's first payment run on or after a day. */
export function paymentDayFrom(customer: Customer, day: Day): Day {
  let candidate = Math.max(day, FIRST_DAY)
  while (!isPaymentDay(customer, candidate)) candidate++
  return candidate
}

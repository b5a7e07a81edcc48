import { addDays, daysBetween } from '@/core/calendar-date'
import { applyRate, money } from '@/core/money'
import { takenAmount } from './claimed-line'
import { readInvoiced } from './read-sum'
import {
  amount,
  onDay,
  quantity,
  type Reckoning,
  rate,
  refute,
  type Source,
  settle,
  sourceOf,
  startReckoning,
  undecided,
} from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

type Terms = { discountPpm: number; discountDays: number; source: Source }

/** Cents by which the customer's rounding may differ from ours. */
const ROUNDING_MINOR = 1n

/**
 * Judges a cash discount: owed at the agreed percent of the invoice when the bank booked the payment within the discount
 * days from the invoice date. Source: terms on the invoice (810 ITD), else of the order, else of the customer.
 */
export function judgeCashDiscount(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const { invoice, deduction } = facts
  if (invoice === null || invoice.invoicedOn === null) return undecided(taken, reckoning, 'invoice-unknown', ['invoice'])
  const source = sourceOf('invoice', invoice)
  reckoning.read('invoicedOn', onDay(invoice.invoicedOn), source)
  const terms = findTerms(facts)
  reckoning.read('discountRate', rate(terms.discountPpm), terms.source)
  if (terms.discountPpm === 0)
    return refute(taken, reckoning, { because: 'no-discount-agreed', confidencePpm: 980_000, rootCause: 'no-discount-terms' })
  reckoning.read('discountDays', quantity(terms.discountDays, 'day'), terms.source)
  const lastDay = addDays(invoice.invoicedOn, terms.discountDays)
  reckoning.work('discountUntil', onDay(lastDay), onDay(invoice.invoicedOn), '+', quantity(terms.discountDays, 'day'))
  const paidOn = facts.bankEntry?.bookedOn ?? null
  if (paidOn === null && (deduction.takenOn === null || deduction.takenOn <= lastDay))
    return undecided(taken, reckoning, 'payment-date-unknown', ['bank-entry'])
  const day = paidOn ?? deduction.takenOn
  if (day !== null) readPayment(facts, day, reckoning)
  if (day !== null && day > lastDay) {
    reckoning.work('daysLate', quantity(daysBetween(lastDay, day), 'day'), onDay(day), '−', onDay(lastDay))
    return refute(taken, reckoning, { because: 'paid-too-late', confidencePpm: 980_000, rootCause: 'paid-late' })
  }
  const gross = money(deduction.remittanceLine?.grossMinor ?? invoice.netMinor, taken.currency)
  const paid = deduction.remittanceLine
  if (paid && paid.grossMinor !== null && paid.grossMinor !== invoice.netMinor)
    reckoning.read('grossPaid', amount(gross), remittanceSource(facts))
  else readInvoiced(reckoning, invoice)
  const owed = applyRate(gross, terms.discountPpm, 'half-up')
  reckoning.work('owed', amount(owed), amount(gross), '×', rate(terms.discountPpm))
  const isAll = owed.minor + ROUNDING_MINOR >= taken.minor
  return settle(taken, reckoning, {
    owedMinor: isAll ? taken.minor : owed.minor,
    because: isAll ? 'paid-in-time' : 'rate-too-high',
    confidencePpm: 980_000,
    liable: 'us',
    rootCause: isAll ? 'paid-in-time' : 'rate-too-high',
  })
}

function findTerms(facts: ValidityFacts): Terms {
  const { invoice, order, customer } = facts
  const sent = invoice?.terms
  if (invoice && sent && sent.netDays !== null)
    return {
      discountPpm: sent.discountPpm ?? 0,
      discountDays: sent.discountDays ?? 0,
      source: sourceOf('sent-invoice', { id: sent.id, number: invoice.number, position: sent.position }),
    }
  if (order && order.netDays !== null)
    return {
      discountPpm: order.discountPpm ?? 0,
      discountDays: order.discountDays ?? 0,
      source: sourceOf('purchase-order', order),
    }
  return {
    discountPpm: customer.discountPpm,
    discountDays: customer.discountDays,
    source: { document: 'customer-master', id: customer.id, number: customer.code },
  }
}

function readPayment(facts: ValidityFacts, day: NonNullable<ValidityFacts['deduction']['takenOn']>, reckoning: Reckoning): void {
  const { bankEntry } = facts
  if (bankEntry)
    reckoning.read('paidOn', onDay(day), {
      document: 'bank-entry',
      id: bankEntry.id,
      number: bankEntry.reference,
      position: bankEntry.position,
    })
  else reckoning.read('paidOn', onDay(day), remittanceSource(facts))
}

function remittanceSource({ deduction: { remittanceLine, paymentNumber } }: ValidityFacts): Source {
  return { document: 'remittance', id: remittanceLine?.id ?? null, number: paymentNumber, position: remittanceLine?.position ?? null }
}

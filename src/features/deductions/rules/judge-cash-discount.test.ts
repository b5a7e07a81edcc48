import { buildDeduction, buildFacts, buildInvoice, buildOrder } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { judgeCashDiscount } from './judge-cash-discount'

// 2 % of 8,940.00 is 178.80; invoiced 12 March, ten days.
const discount = (amountMinor = 17_880n) =>
  buildDeduction({ category: 'cash-discount', amountMinor, itemId: null, quantity: null, takenOn: asCalendarDate('2026-03-19') })
const bookedOn = (date: string) => ({ id: 'bank', reference: 'BK1', bookedOn: asCalendarDate(date), position: 'line 3' })

describe('a cash discount', () => {
  test('is owed on the last day of the discount period', () => {
    expect(judgeCashDiscount(buildFacts({ deduction: discount(), bankEntry: bookedOn('2026-03-22') }))).toMatchObject({
      kind: 'valid',
      because: 'paid-in-time',
    })
  })

  test('is not owed one day later', () => {
    const verdict = judgeCashDiscount(buildFacts({ deduction: discount(), bankEntry: bookedOn('2026-03-23') }))
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'paid-too-late', rootCause: 'paid-late' })
    expect(verdict.steps.at(-1)).toMatchObject({ label: 'daysLate', value: { quantity: '1', unit: 'day' } })
  })

  test('above the agreed percent is owed in part', () => {
    expect(judgeCashDiscount(buildFacts({ deduction: discount(26_820n) }))).toMatchObject({
      kind: 'partly',
      recoverable: { minor: 8_940n },
    })
  })

  test('rounded up by a cent is owed', () => {
    expect(judgeCashDiscount(buildFacts({ deduction: discount(17_881n) })).kind).toBe('valid')
  })

  test('without agreed terms is not owed', () => {
    const invoice = buildInvoice({
      terms: { id: 'sent-1', netDays: 60, discountPpm: null, discountDays: null, position: 'interchange 1 segment 9' },
    })
    expect(judgeCashDiscount(buildFacts({ deduction: discount(), invoice }))).toMatchObject({
      kind: 'invalid',
      because: 'no-discount-agreed',
    })
  })

  test('takes the order’s terms when no invoice was sent electronically', () => {
    const facts = buildFacts({ deduction: discount(), invoice: buildInvoice({ terms: null }), order: buildOrder({ discountPpm: 0 }) })
    expect(judgeCashDiscount(facts).because).toBe('no-discount-agreed')
  })

  test('stays undecided until the bank tells the day', () => {
    expect(judgeCashDiscount(buildFacts({ deduction: discount(), bankEntry: null }))).toMatchObject({
      kind: 'undecided',
      missing: ['bank-entry'],
    })
  })

  test('is late for certain when even the payment advice is', () => {
    const deduction = { ...discount(), takenOn: asCalendarDate('2026-04-20') }
    expect(judgeCashDiscount(buildFacts({ deduction, bankEntry: null })).because).toBe('paid-too-late')
  })
})

import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { money } from '@/core/money'
import { amount, onDay, price, quantity, rate, settle, startReckoning, undecided } from './reckoning'

const taken = money(178_800n, 'USD')
const outcome = { because: 'x', confidencePpm: 1, liable: null, rootCause: null }

describe('a reckoning', () => {
  test('says what stands in the document, in the form people read', () => {
    const reckoning = startReckoning()
    const invoice = { document: 'invoice', number: '90417733' } as const
    reckoning.read('invoiced', quantity(120n), invoice)
    reckoning.read('billedPrice', price(74_500_000n, 'USD'), invoice)
    reckoning.read('invoicedAmount', amount(money(894_000n, 'USD')), invoice)
    reckoning.read('discountRate', rate(20_000), invoice)
    reckoning.read('invoicedOn', onDay(asCalendarDate('2026-03-12')), invoice)
    expect(reckoning.citations.map((citation) => citation.says)).toEqual(['120', '74.50', '8940.00', '2 %', '2026-03-12'])
  })

  test('keeps one citation for one place', () => {
    const reckoning = startReckoning()
    reckoning.read('a', quantity(1n), { document: 'order-change', number: '1' })
    reckoning.read('b', quantity(1n), { document: 'order-change', number: '1' })
    expect([reckoning.citations.length, reckoning.steps.map((step) => step.cite)]).toEqual([1, [0, 0]])
  })
})

describe('the kind of a verdict follows what is owed', () => {
  test.each([
    [0n, 'invalid', 178_800n],
    [-5n, 'invalid', 178_800n],
    [100_000n, 'partly', 78_800n],
    [178_800n, 'valid', 0n],
    [999_999n, 'valid', 0n],
  ])('%s owed is %s', (owedMinor, kind, recoverable) => {
    expect(settle(taken, startReckoning(), { ...outcome, owedMinor })).toMatchObject({ kind, recoverable: { minor: recoverable } })
  })

  test('nothing is promised while papers are missing', () => {
    expect(undecided(taken, startReckoning(), 'x', ['proof-of-delivery'])).toMatchObject({
      kind: 'undecided',
      recoverable: { minor: 0n },
      confidencePpm: 0,
    })
  })
})

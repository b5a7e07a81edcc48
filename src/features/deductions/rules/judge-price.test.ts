import { buildDeduction, buildFacts, buildInvoice, buildOrder, buildSibling } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { judgePrice } from './judge-price'
import type { InvoiceLineFacts } from './validity-facts'

const claimed = (unitMicros: bigint, amountMinor: bigint) =>
  buildDeduction({ category: 'price', codeText: 'Price difference', quantity: 120n, unitMicros, amountMinor })
const billedAt = (priceMicros: bigint, changes: Partial<InvoiceLineFacts> = {}) => {
  const [line] = buildInvoice().lines
  if (!line) throw new Error('an invoice has a line')
  return buildInvoice({ lines: [{ ...line, priceMicros, ...changes }] })
}

describe('a price claim', () => {
  test('is not owed when we billed the agreed price', () => {
    const verdict = judgePrice(buildFacts({ deduction: claimed(2_000_000n, 24_000n) }))
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'billed-as-agreed', rootCause: 'customer-old-price-file' })
  })

  test('is owed for what was billed above the agreed price', () => {
    const verdict = judgePrice(buildFacts({ deduction: claimed(2_000_000n, 24_000n), invoice: billedAt(76_500_000n) }))
    expect(verdict).toMatchObject({ kind: 'valid', because: 'billed-above-agreed', rootCause: 'wrong-price-billed' })
    expect(verdict.steps.at(-1)).toMatchObject({ label: 'owed', value: { minor: '24000' } })
  })

  test('is owed in part when it asks for more than was overbilled', () => {
    const verdict = judgePrice(buildFacts({ deduction: claimed(3_000_000n, 36_000n), invoice: billedAt(76_500_000n) }))
    expect(verdict).toMatchObject({ kind: 'partly', recoverable: { minor: 12_000n } })
  })

  test('counts an allowance that corrected the price on the invoice', () => {
    const invoice = billedAt(76_500_000n, { allowanceMinor: 24_000n })
    expect(judgePrice(buildFacts({ deduction: claimed(2_000_000n, 24_000n), invoice }))).toMatchObject({
      kind: 'invalid',
      rootCause: 'allowance-overlooked',
    })
  })

  test('does not mistake a programme’s allowance for a price correction', () => {
    const invoice = billedAt(76_500_000n, { allowanceMinor: 24_000n, agreementNumber: 'A1' })
    expect(judgePrice(buildFacts({ deduction: claimed(2_000_000n, 24_000n), invoice })).kind).toBe('valid')
  })

  test('follows a price change of the order', () => {
    const change = {
      id: 'change',
      line: '2',
      changedOn: asCalendarDate('2026-03-05'),
      quantityNew: null,
      priceMicrosNew: 72_500_000n,
      position: 'interchange 1 segment 5',
    }
    const verdict = judgePrice(buildFacts({ deduction: claimed(2_000_000n, 24_000n), order: buildOrder({ changes: [change] }) }))
    expect(verdict).toMatchObject({ kind: 'valid', rootCause: 'change-not-booked' })
  })

  test('stays undecided without an agreed price', () => {
    expect(judgePrice(buildFacts({ deduction: claimed(2_000_000n, 24_000n), prices: [] }))).toMatchObject({
      kind: 'undecided',
      missing: ['agreed-price'],
    })
  })

  test('found by a post-audit is not owed again after it was taken once', () => {
    const deduction = { ...claimed(2_000_000n, 24_000n), category: 'post-audit' as const }
    const siblings = [buildSibling({ category: 'price', amountMinor: 24_000n })]
    expect(judgePrice(buildFacts({ deduction, invoice: billedAt(76_500_000n), siblings }))).toMatchObject({
      kind: 'invalid',
      rootCause: 'already-deducted',
    })
  })

  test('without an article is decided only when no line was overbilled', () => {
    const deduction = { ...claimed(2_000_000n, 24_000n), itemId: null, quantity: null, unitMicros: null }
    expect(judgePrice(buildFacts({ deduction })).kind).toBe('invalid')
    expect(judgePrice(buildFacts({ deduction: { ...deduction, amountMinor: 5_000n }, invoice: billedAt(76_500_000n) }))).toMatchObject({
      kind: 'undecided',
      missing: ['claim-detail'],
    })
  })
})

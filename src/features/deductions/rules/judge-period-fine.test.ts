import { buildDelivery } from '@tests/factories/build-shipment-facts'
import { buildDeduction, buildFacts, buildOrder } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate as day } from '@/core/calendar-date'
import { listEvidence } from './evidence-needed'
import { judgeCompliance } from './judge-compliance'
import type { PeriodOrderFacts } from './period-facts'
import type { RuleFacts, ValidityFacts } from './validity-facts'

const rule = (id: string, value: number): RuleFacts => ({ id, value, source: `guide on ${id}`, validFrom: day('2024-02-01') })
const RULES = { onTimeRule: rule('on time', 900_000), inFullRule: rule('in full', 950_000), fineRule: rule('fine', 30_000) }
const arrived = (on: string): PeriodOrderFacts['arrival'] => ({
  on: day(on),
  document: 'carrier-status',
  id: `event ${on}`,
  number: 'D1',
  position: 'row 7',
})
/** An order of 100 pieces at 10.00 that came whole on its last day. */
const order = (number: string, changes: Partial<PeriodOrderFacts> = {}): PeriodOrderFacts => ({
  ...{ id: number, number, shipBy: day('2026-05-15'), position: 'row 1', currency: 'USD', isMoved: false },
  ...{ ordered: 100n, filled: 100n, orderedMicros: 1_000_000_000n, unfilledMicros: 0n, arrival: arrived('2026-05-15') },
  ...changes,
})
const orders = (count: number) => Array.from({ length: count }, (_, at) => order(`P${at}`))
const late = order('LATE', { arrival: arrived('2026-05-18') })
const stated = { document: 'portal-claim' as const, id: 'claim', number: 'OT-1', position: 'row 5', says: '2026-05' }

type Setting = { due: PeriodOrderFacts[]; amountMinor: bigint; codeText: string; rules: Partial<ValidityFacts['customer']> }

function judge({ due, amountMinor = 3_000n, codeText = 'OTIF 2026-05', rules = RULES }: Partial<Setting>) {
  const deduction = buildDeduction({ category: 'compliance', reasonCode: 'OTIF', codeText, itemId: null, quantity: null, amountMinor })
  const period = due === undefined ? null : { from: day('2026-05-01'), to: day('2026-05-31'), stated, orders: due }
  const facts = buildFacts({ deduction, invoice: null, order: null, delivery: null, papers: [], period })
  return judgeCompliance({ ...facts, customer: { ...facts.customer, finePpm: 0, ...rules } })
}
const labels = (verdict: ReturnType<typeof judge>) => verdict.steps.map((step) => step.label)

describe('a fine of a period', () => {
  test('is not owed where on time and in full met their thresholds; the rates and rules stand in the arithmetic', () => {
    const verdict = judge({ due: [...orders(19), late] })
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'threshold-met', rootCause: 'threshold-met' })
    expect(verdict.steps.find((step) => step.label === 'ordersOnTime')).toMatchObject({ value: { quantity: '19', unit: 'order' } })
    expect(verdict.steps.find((step) => step.label === 'onTimeByPieces')).toMatchObject({ value: { ppm: 950_000 } })
    expect(verdict.citations).toContainEqual(
      expect.objectContaining({ document: 'trade-rule', number: 'guide on on time', says: '900000' }),
    )
    expect(verdict.citations).toContainEqual(
      expect.objectContaining({ document: 'carrier-status', id: 'event 2026-05-18', position: 'row 7' }),
    )
    expect(verdict.citations).toContainEqual(expect.objectContaining({ document: 'portal-claim', position: 'row 5', says: '2026-05' }))
  })

  test('below the threshold is owed at the percent of what was late', () => {
    const verdict = judge({ due: [...orders(4), late] })
    expect(verdict).toMatchObject({ kind: 'valid', because: 'below-on-time-threshold' })
    expect(verdict.steps.find((step) => step.label === 'owed')?.value).toEqual({ type: 'money', minor: '3000', currency: 'USD' })
  })

  test('above that percent is owed in part', () => {
    expect(judge({ due: [...orders(4), late], amountMinor: 10_000n })).toMatchObject({ kind: 'partly', recoverable: { minor: 7_000n } })
  })

  test('counts an order that was late and short once, and one that was only short by what did not come', () => {
    const short = { filled: 50n, unfilledMicros: 500_000_000n }
    const verdict = judge({ due: [...orders(3), { ...late, ...short }, order('SHORT', short)], amountMinor: 4_500n })
    expect(verdict).toMatchObject({ kind: 'valid' })
    expect(verdict.steps.find((step) => step.label === 'costOfMisses')?.value).toMatchObject({ minor: '150000' })
  })

  test('leaves a day out of blame that the customer moved, and allows the days of grace', () => {
    const due = [...orders(4), { ...late, isMoved: true }]
    expect(judge({ due }).because).toBe('threshold-met')
    expect(judge({ due: [...orders(4), late], rules: { ...RULES, graceRule: rule('grace', 3) } }).because).toBe('threshold-met')
  })

  test('is judged in spite of orders without a day when they cannot turn it, and asks for their days when they could', () => {
    const unknown = order('X', { arrival: null })
    expect(judge({ due: [...orders(19), unknown] }).because).toBe('threshold-met')
    const verdict = judge({ due: [...orders(8), late, unknown] })
    expect(verdict).toMatchObject({ kind: 'undecided', because: 'period-incomplete', missing: ['carrier-status'] })
    expect(labels(verdict)).toContain('ordersWithoutDay')
    expect(judge({ due: [...orders(9), order('Y', { filled: null })] })).toMatchObject({
      kind: 'undecided',
      missing: ['proof-of-delivery'],
    })
  })

  test('is left to the scorecard where pieces and orders say otherwise', () => {
    const due = [...orders(9), { ...late, ordered: 1_000n, filled: 1_000n }, order('Z')]
    expect(judge({ due })).toMatchObject({ kind: 'undecided', because: 'pieces-and-orders-differ', missing: ['claim-detail'] })
  })

  test('says what it lacks: the period, its orders, the threshold, the percent', () => {
    expect(judge({})).toMatchObject({ because: 'period-unknown', missing: ['claim-detail'] })
    expect(judge({ due: [] })).toMatchObject({ because: 'period-without-orders', missing: ['order'] })
    expect(judge({ due: [late], rules: {} })).toMatchObject({ because: 'threshold-unknown', missing: ['agreement'] })
    expect(judge({ due: [late], rules: { onTimeRule: RULES.onTimeRule } })).toMatchObject({ because: 'fine-rate-unknown' })
    expect(judge({ due: [{ ...late, currency: 'EUR' }] })).toMatchObject({ because: 'other-currency' })
    expect(judge({ rules: {} })).toMatchObject({ because: 'invoice-unknown', missing: ['invoice'] })
  })
})

test('the checklist of a period fine counts its orders, and their days once all of them are known', () => {
  const needed = [
    { evidence: 'purchase-order', level: 'required' },
    { evidence: 'carrier-status', level: 'required' },
  ] as const
  const there = (due: PeriodOrderFacts[]) => {
    const period = { from: day('2026-05-01'), to: day('2026-05-31'), stated, orders: due }
    return listEvidence(buildFacts({ order: null, carrierEvents: [], period }), needed).map((entry) => entry.isThere)
  }
  expect(there(orders(2))).toEqual([true, true])
  expect(there([order('A'), order('B', { arrival: null })])).toEqual([true, false])
})

describe('a fine of one order where the retailer keeps thresholds', () => {
  const own = { ...late, id: 'order', shipBy: day('2026-03-15'), arrival: arrived('2026-03-18') }
  const judgeOrder = (due: PeriodOrderFacts[], codeText = 'On-time delivery charge', rules: Partial<ValidityFacts['customer']> = RULES) => {
    const deduction = buildDeduction({
      category: 'compliance',
      reasonCode: 'X',
      codeText,
      itemId: null,
      quantity: null,
      amountMinor: 26_820n,
    })
    const event = { id: 'D1', status: 'D1', happenedOn: day('2026-03-18'), cartons: null, position: 'row 2' }
    const period = { from: day('2026-03-01'), to: day('2026-03-31'), stated: null, orders: due }
    const facts = buildFacts({ deduction, delivery: buildDelivery(), order: buildOrder(), carrierEvents: [event], period })
    return judgeCompliance({ ...facts, customer: { ...facts.customer, ...rules } })
  }

  test('a late order is not fined in a month that met the threshold, and is in one that missed it', () => {
    expect(judgeOrder([...orders(19), own])).toMatchObject({ kind: 'invalid', because: 'threshold-met' })
    expect(judgeOrder([...orders(2), own])).toMatchObject({ kind: 'valid', because: 'delivered-late' })
    expect(judgeOrder([...orders(19), own], 'On-time delivery charge', { fineRule: RULES.fineRule })).toMatchObject({ kind: 'valid' })
  })

  test('a fill-rate charge is judged by what came of the order, then by the month', () => {
    const short = { ...own, filled: 40n, unfilledMicros: 600_000_000n }
    expect(judgeOrder([own], 'Fill rate charge')).toMatchObject({ kind: 'invalid', because: 'filled-in-full' })
    expect(judgeOrder([short], 'Fill rate charge')).toMatchObject({ kind: 'partly', recoverable: { minor: 25_020n } })
    expect(judgeOrder([...orders(19), short], 'Fill rate charge')).toMatchObject({ because: 'threshold-met' })
    expect(judgeOrder([short], 'Fill rate charge', {})).toMatchObject({ because: 'threshold-unknown' })
  })
})

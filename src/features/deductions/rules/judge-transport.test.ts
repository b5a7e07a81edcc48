import { buildDelivery, buildProofOfDelivery } from '@tests/factories/build-shipment-facts'
import { buildDeduction, buildFacts, buildOrder } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { judgeCompliance } from './judge-compliance'
import { judgeDamage } from './judge-damage'
import { judgeFreight } from './judge-freight'
import type { ShipNoticeFacts } from './shipment-facts'
import type { ValidityFacts } from './validity-facts'

const day = asCalendarDate
const fine = (codeText: string, amountMinor = 26_820n) =>
  buildDeduction({ category: 'compliance', reasonCode: 'X', codeText, itemId: null, quantity: null, amountMinor })
const event = (status: string, on: string) => ({
  id: status,
  status,
  happenedOn: day(on),
  cartons: null,
  position: 'interchange 1 segment 5',
})
const late = [event('AF', '2026-03-10'), event('D1', '2026-03-18')]

describe('a fine for late delivery', () => {
  const judge = (changes: Partial<ValidityFacts>) => judgeCompliance(buildFacts({ deduction: fine('On-time delivery charge'), ...changes }))

  test('is owed at the agreed percent of the invoice', () => {
    expect(judge({ carrierEvents: late })).toMatchObject({ kind: 'valid', because: 'delivered-late' })
  })

  test('above the agreed percent is owed in part', () => {
    expect(judge({ carrierEvents: late, deduction: fine('On-time delivery charge', 44_700n) })).toMatchObject({
      kind: 'partly',
      recoverable: { minor: 17_880n },
    })
  })

  test('is not owed when the carrier delivered on the last day', () => {
    expect(judge({ carrierEvents: [event('D1', '2026-03-15')] }).because).toBe('delivered-in-time')
  })

  test('is not owed when the customer moved the appointment', () => {
    expect(judge({ carrierEvents: [...late, event('AG', '2026-03-14')] }).because).toBe('appointment-moved')
  })

  test('is owed when the mail moved another shipment of the order', () => {
    const mail = (pro: string) => ({
      documentId: 'm',
      fileName: 'a.eml',
      issuedOn: null,
      text: `PRO ${pro}. We have moved your appointment.`,
    })
    expect(judge({ carrierEvents: late, mails: [mail('302786171')] }).because).toBe('appointment-moved')
    expect(judge({ carrierEvents: late, mails: [mail('999999999')] }).because).toBe('delivered-late')
  })

  test('is not owed when the customer’s carrier collected late what was ready as planned', () => {
    const events = [event('AF', '2026-03-14'), event('D1', '2026-03-18')]
    expect(judge({ carrierEvents: events, order: buildOrder({ freightTerms: 'collect' }) }).because).toBe('customer-carrier-late')
  })

  test('stays undecided while nobody says when the goods arrived', () => {
    expect(judge({ papers: [] })).toMatchObject({ kind: 'undecided', missing: ['carrier-status'] })
  })
})

describe('the rules of a retailer on the day of the shipment', () => {
  const judge = (rules: Partial<ValidityFacts['customer']>, changes: Partial<ValidityFacts> = {}) => {
    const facts = buildFacts({ deduction: fine('On-time delivery charge'), carrierEvents: late, ...changes })
    return judgeCompliance({ ...facts, customer: { ...facts.customer, ...rules } })
  }
  const rule = (value: number) => ({ id: 'rule', value, source: 'supplier guide of 4 August', validFrom: asCalendarDate('2024-08-04') })

  test('days allowed around the window make a delivery on time that was late without them', () => {
    expect(judge({}).kind).toBe('valid')
    const verdict = judge({ graceRule: rule(30) })
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'delivered-in-time' })
    expect(verdict.citations).toContainEqual(
      expect.objectContaining({ document: 'trade-rule', number: 'supplier guide of 4 August', says: '30' }),
    )
    expect(judge({ graceRule: rule(0) }).kind).toBe('valid')
  })

  test('a fine is owed up to the rate of its day, not to what the customer record says', () => {
    const verdict = judge({ fineRule: rule(10_000) })
    expect(verdict).toMatchObject({ kind: 'partly', because: 'fine-above-agreed' })
    expect(verdict.citations.map(({ document }) => document)).not.toContain('customer-master')
  })
})

describe('other fines', () => {
  const notice = (sentOn: string): ShipNoticeFacts => ({
    id: 'asn',
    number: '80021177',
    sentOn: day(sentOn),
    shippedOn: null,
    expectedOn: null,
    carrier: 'NRTL',
    cartons: 20,
    position: 'p',
    lines: [],
  })

  test('a ship notice sent the day before delivery was in time, on the day itself late', () => {
    const facts = (sentOn: string) =>
      buildFacts({ deduction: fine('ASN timeliness charge'), shipNotice: notice(sentOn), carrierEvents: late })
    expect(judgeCompliance(facts('2026-03-17')).kind).toBe('invalid')
    expect(judgeCompliance(facts('2026-03-18')).kind).toBe('valid')
  })

  test("the customer's own acknowledgement is evidence for a ship notice, a refused notice is as good as none", () => {
    const judged = (outcome: 'accepted' | 'rejected') => {
      const shipNotice = { ...notice('2026-03-17'), acknowledgement: { outcome, on: day('2026-03-17') } }
      return judgeCompliance(buildFacts({ deduction: fine('ASN timeliness charge'), shipNotice, carrierEvents: late }))
    }
    expect(judged('accepted').kind).toBe('invalid')
    expect(judged('accepted').steps.map((step) => step.label)).toContain('shipNoticeAcknowledged')
    expect(judged('rejected')).toMatchObject({ kind: 'undecided', missing: ['ship-notice'] })
  })

  test('the carrier the order named was right, another one wrong', () => {
    const deduction = fine('Routing guide violation')
    expect(judgeCompliance(buildFacts({ deduction })).because).toBe('routed-as-ordered')
    expect(judgeCompliance(buildFacts({ deduction, delivery: buildDelivery({ carrier: 'SRPX' }) })).because).toBe('other-carrier')
  })
})

describe('freight charged to us', () => {
  const charged = (amountMinor: bigint) =>
    buildDeduction({ category: 'freight', codeText: 'Freight charge', itemId: null, quantity: null, amountMinor })
  const freightTariff = { carrier: 'NRTL', baseMinor: 10_000n, id: 't-1', position: 'row 2', perCartonMinor: 400n }

  test('is owed by the tariff: 100.00 + 20 × 4.00', () => {
    expect(judgeFreight(buildFacts({ deduction: charged(18_000n), freightTariff })).kind).toBe('valid')
    expect(judgeFreight(buildFacts({ deduction: charged(25_000n), freightTariff }))).toMatchObject({
      kind: 'partly',
      recoverable: { minor: 7_000n },
    })
  })

  test('is not owed when the carrier billed us, nor on collect freight', () => {
    const freightBills = [{ id: 'f', number: 'F1', billedOn: null, amountMinor: 18_000n, currency: 'USD', position: 'p' }]
    expect(judgeFreight(buildFacts({ deduction: charged(18_000n), freightBills })).because).toBe('freight-paid-by-us')
    expect(judgeFreight(buildFacts({ deduction: charged(18_000n), order: buildOrder({ freightTerms: 'collect' }) })).because).toBe(
      'collect-freight',
    )
  })
})

describe('damage', () => {
  const deduction = buildDeduction({ category: 'damage', codeText: 'Damaged merchandise' })

  test('written on the delivery receipt is the carrier’s to pay', () => {
    const papers = [buildProofOfDelivery({ exceptions: 'Remarks: 2 CTN DAMAGED' })]
    expect(judgeDamage(buildFacts({ deduction, papers }))).toMatchObject({ kind: 'valid', liable: 'carrier' })
  })

  test('after a clean signature is not owed', () => {
    expect(judgeDamage(buildFacts({ deduction })).because).toBe('signed-undamaged')
  })

  test('on prepaid freight without a delivery receipt stays undecided', () => {
    expect(judgeDamage(buildFacts({ deduction, papers: [] })).missing).toEqual(['proof-of-delivery'])
  })
})

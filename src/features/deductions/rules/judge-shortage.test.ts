import { buildBillOfLading, buildDelivery, buildProofOfDelivery, buildReceipt } from '@tests/factories/build-shipment-facts'
import { buildClaim, buildDeduction, buildFacts, buildOrder } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { judgeShortage } from './judge-shortage'

const collect = buildOrder({ freightTerms: 'collect' })
const short = (cartons: number) => buildProofOfDelivery({ piecesReceived: 20 - cartons })
const pickedUp = (cartons: number) => buildBillOfLading({ piecesShipped: cartons })

describe('a shortage of cartons', () => {
  test('a clean signature for all cartons makes the claim invalid', () => {
    const verdict = judgeShortage(buildFacts())
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'signed-in-full', liable: 'customer', recoverable: { minor: 178_800n } })
    expect(verdict.steps.map((step) => step.label)).toEqual([
      'invoiced',
      'shipped',
      'claimed',
      'cartonsPlanned',
      'cartonsPickedUp',
      'cartonsSigned',
      'shortInCases',
    ])
    expect(verdict.steps.at(-1)?.working).toMatchObject({ left: { quantity: '4', unit: 'case' }, right: { quantity: '6' } })
  })

  test('cartons that never left our dock are owed', () => {
    const verdict = judgeShortage(buildFacts({ papers: [short(4), pickedUp(16)] }))
    expect(verdict).toMatchObject({ kind: 'valid', because: 'packed-short', liable: 'us', recoverable: { minor: 0n } })
  })

  test('cartons lost on prepaid freight are owed, and the carrier is liable', () => {
    const verdict = judgeShortage(buildFacts({ papers: [short(4), pickedUp(20)] }))
    expect(verdict).toMatchObject({ kind: 'valid', because: 'lost-by-carrier', liable: 'carrier' })
  })

  test('on collect freight the loss after pickup is the customer’s, with or without a delivery receipt', () => {
    const verdict = judgeShortage(buildFacts({ order: collect, papers: [pickedUp(20)] }))
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'handed-over-in-full', rootCause: 'customer-carrier-loss' })
  })

  test('a claim for more cases than the papers admit is partly owed', () => {
    const verdict = judgeShortage(buildFacts({ papers: [short(1), pickedUp(19)] }))
    expect(verdict).toMatchObject({ kind: 'partly', because: 'claimed-more-than-short', recoverable: { minor: 178_800n - 44_700n } })
    expect(verdict.steps.at(-1)).toMatchObject({ label: 'owed', value: { minor: '44700' }, working: { operator: '×' } })
  })

  test('without a delivery receipt a prepaid shortage stays undecided and asks for it', () => {
    const verdict = judgeShortage(buildFacts({ papers: [pickedUp(20)] }))
    expect(verdict).toMatchObject({ kind: 'undecided', missing: ['proof-of-delivery'] })
  })

  test('a delivery receipt nobody could read is as good as none', () => {
    const scan = buildProofOfDelivery({ isRead: false, piecesShipped: null, piecesReceived: null })
    expect(judgeShortage(buildFacts({ papers: [scan] })).missing).toEqual(['proof-of-delivery', 'bill-of-lading'])
  })

  test('shipper load and count on collect freight does not prove what was handed over', () => {
    const verdict = judgeShortage(buildFacts({ order: collect, papers: [short(4), buildBillOfLading({ countBy: 'shipper' })] }))
    expect(verdict).toMatchObject({ kind: 'undecided', missing: ['bill-of-lading'] })
  })
})

describe('a shortage that the customer’s own receipts contradict', () => {
  test('goods booked later on the same order', () => {
    const later = buildReceipt(24n, { id: 'later', number: 'R2', receivedOn: asCalendarDate('2026-03-19') })
    const verdict = judgeShortage(buildFacts({ papers: [], receipts: [buildReceipt(96n), later] }))
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'received-later', rootCause: 'counted-before-unloaded' })
  })

  test('goods booked on another order of the same shipment', () => {
    const elsewhere = buildReceipt(24n, { id: 'else', number: 'R3', isOnThisOrder: false, poNumber: '4500120' })
    const verdict = judgeShortage(buildFacts({ papers: [], receipts: [buildReceipt(96n), elsewhere] }))
    expect(verdict).toMatchObject({ kind: 'invalid', because: 'booked-on-other-order' })
  })

  test('a later receipt that fills only part of the gap proves nothing', () => {
    const later = buildReceipt(6n, { id: 'later', receivedOn: asCalendarDate('2026-03-19') })
    expect(judgeShortage(buildFacts({ papers: [], receipts: [buildReceipt(96n), later] })).kind).toBe('undecided')
  })
})

describe('a shortage inside complete cartons', () => {
  const concealed = buildDeduction({ codeText: 'Concealed shortage', quantity: 3n, amountMinor: 22_350n })
  const mail = (text: string) => ({ documentId: 'mail', fileName: 'count.eml', issuedOn: null, text })

  test('what our count found left over was not packed', () => {
    const mails = [mail('Stock count. Material HM2-SD: we counted 3 EA more than the book stock. They were not packed.')]
    expect(judgeShortage(buildFacts({ deduction: concealed, mails }))).toMatchObject({ kind: 'valid', because: 'not-packed', liable: 'us' })
  })

  test('a count that agrees with the books says that all was sent', () => {
    const mails = [mail('Stock count. Material HM2-SD: the count agrees with the book stock, difference 0 EA.')]
    expect(judgeShortage(buildFacts({ deduction: concealed, mails }))).toMatchObject({ kind: 'invalid', because: 'stock-agrees' })
  })

  test('without a count the warehouse is asked', () => {
    expect(judgeShortage(buildFacts({ deduction: concealed }))).toMatchObject({ kind: 'undecided', missing: ['warehouse-count'] })
  })

  test('whole cases written down as eaches are not a concealed shortage', () => {
    const deduction = buildDeduction({ quantity: 20n, amountMinor: 149_000n })
    const facts = buildFacts({ deduction, claim: buildClaim({ quantity: 20n }) })
    expect(judgeShortage({ ...facts, customer: { ...facts.customer, hasConcealedCode: false } })).toMatchObject({
      kind: 'invalid',
      rootCause: 'case-counted-as-each',
    })
  })
})

describe('nothing received for an invoice', () => {
  const whole = buildDeduction({
    codeText: 'No merchandise received for invoice',
    itemId: null,
    quantity: null,
    unitMicros: null,
    amountMinor: 894_000n,
  })

  test('is owed when the goods never left', () => {
    const facts = buildFacts({ deduction: whole, claim: null, papers: [], delivery: buildDelivery({ issuedOn: null, issueStatus: 'A' }) })
    expect(judgeShortage(facts)).toMatchObject({ kind: 'valid', because: 'never-shipped' })
  })

  test('is not owed when a receipt for all cartons was signed', () => {
    expect(judgeShortage(buildFacts({ deduction: whole, claim: null }))).toMatchObject({ kind: 'invalid', because: 'delivered' })
  })
})

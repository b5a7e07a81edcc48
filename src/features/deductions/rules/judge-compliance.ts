import { addDays, type CalendarDate } from '@/core/calendar-date'
import { extend, money } from '@/core/money'
import { freightSide, paperSource } from './carton-chain'
import { takenAmount } from './claimed-line'
import { noFine, ruleSource, settleFine, workFine } from './fine'
import { judgePeriodFine, judgeThreshold, type Measures } from './judge-period-fine'
import { findMailLine } from './mail-line'
import { readInvoiced } from './read-sum'
import { amount, onDay, quantity, type Reckoning, type Source, sourceOf, startReckoning, undecided, words } from './reckoning'
import type { JudgedCause } from './root-cause'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

const ASN = /\basn\b|ship notice|lieferavis|预约单|^44$/i
const ROUTING = /rout|ship method|spediteur|carrier|承运商/i
// Codes that stand for late, unfilled, misrouted and pallet fines alike. Source: Kroger's code list, ORAD.
const SEVERAL_GROUNDS = /^ORAD$/i
const MOVED = /we have moved your appointment|appointment .{0,40}\bmoved\b|termin verschoben|预约.{0,10}改/i
const ON_TIME = /on.?time|late|verzug|otif|延迟/i
const IN_FULL = /in.?full|fill.?rate|unfilled|otif|liefermenge|满足率|足量/i

/**
 * Judges a compliance fine. On time: the carrier's delivery day against the order's last day, unless the customer moved the
 * appointment or its own carrier came late. Ship notice: sent before the delivery day. Routing: the carrier the order named.
 * A deserved fine is owed up to the agreed percent of the invoice. Where the retailer keeps a threshold, it fines only in a period that missed it; a fine
 * that names no order is judged by all orders of its period. Source: the retailers' guides on chargebacks; the agreed percent is the customer's own.
 */
export function judgeCompliance(facts: ValidityFacts): ValidityVerdict {
  const { codeText, reasonCode } = facts.deduction
  const name = `${codeText ?? ''} ${reasonCode ?? ''}`
  const measures: Measures = { onTime: ON_TIME.test(name), inFull: IN_FULL.test(name) }
  if (facts.invoice === null) return judgeWithoutInvoice(facts, measures)
  if (ASN.test(name)) return judgeShipNotice(facts)
  if (ROUTING.test(name)) return judgeRouting(facts)
  if (measures.onTime) return judgeOnTime(facts, measures)
  if (measures.inFull) return judgeInFull(facts, startReckoning())
  return undecided(takenAmount(facts), startReckoning(), 'fine-unexplained', ['claim-detail'])
}

// A fine of a period names no invoice; anything else without one waits for it.
function judgeWithoutInvoice(facts: ValidityFacts, measures: Measures): ValidityVerdict {
  const { customer, order, period } = facts
  if (order === null && (measures.onTime || measures.inFull)) {
    if (period !== null) return judgePeriodFine(facts, period, measures)
    if (customer.onTimeRule ?? customer.inFullRule)
      return undecided(takenAmount(facts), startReckoning(), 'period-unknown', ['claim-detail'])
  }
  return undecided(takenAmount(facts), startReckoning(), 'invoice-unknown', ['invoice'])
}

function judgeOnTime(facts: ValidityFacts, measures: Measures): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const { order, delivery } = facts
  if (order === null || order.shipBy === null) return undecided(taken, reckoning, 'order-unknown', ['order'])
  reckoning.read('deliverBy', onDay(order.shipBy), sourceOf('purchase-order', order))
  const arrived = deliveryDay(facts)
  if (arrived === null) return undecided(taken, reckoning, 'delivery-day-unknown', ['carrier-status'])
  reckoning.read('deliveredOn', onDay(arrived.day), arrived.source)
  if (arrived.day <= lastDay(facts, order.shipBy, reckoning)) {
    const used = facts.delivery?.carrier ?? null
    const isMisrouted = order.carrier !== null && used !== null && order.carrier !== used
    if (isMisrouted && SEVERAL_GROUNDS.test(facts.deduction.reasonCode ?? '')) return judgeRouting(facts)
    if (measures.inFull && facts.customer.inFullRule) return judgeInFull(facts, reckoning)
    return none(facts, reckoning, 'delivered-in-time', 'delivered-in-time')
  }
  const moved = facts.carrierEvents.find((event) => event.status === 'AG')
  const mail = facts.mails.find((candidate) => MOVED.test(candidate.text) && namesShipment(candidate.text, delivery))
  if (moved) reckoning.read('carrierStatus', words('AG'), { document: 'carrier-status', id: moved.id, position: moved.position })
  if (mail) {
    const { text, position } = findMailLine(mail, MOVED)
    reckoning.read('appointmentMoved', words(text), { document: 'mail', id: mail.documentId, number: mail.fileName, position })
  }
  if (moved ?? mail) return none(facts, reckoning, 'appointment-moved', 'appointment-moved-by-customer')
  const pickedUp = facts.carrierEvents.find((event) => event.status === 'AF')
  if (delivery && delivery.issuedOn !== null && delivery.plannedIssueOn !== null) {
    const source: Source = sourceOf('delivery', delivery)
    reckoning.read('readyPlanned', onDay(delivery.plannedIssueOn), source)
    reckoning.read('readyOn', onDay(delivery.issuedOn), source)
    if (pickedUp?.happenedOn)
      reckoning.read('pickedUpOn', onDay(pickedUp.happenedOn), { document: 'carrier-status', id: pickedUp.id, position: pickedUp.position })
    const wasReady = delivery.issuedOn <= delivery.plannedIssueOn
    const cameLate = pickedUp?.happenedOn != null && pickedUp.happenedOn > delivery.issuedOn
    if (freightSide(facts) !== 'prepaid' && wasReady && cameLate)
      return none(facts, reckoning, 'customer-carrier-late', 'customer-carrier-late')
  }
  return (
    judgeThreshold(facts, reckoning, { onTime: true, inFull: false }) ?? fineInvoice(facts, reckoning, 'delivered-late', 'shipped-late')
  )
}

// The order itself by what came of it, then the period by its threshold: the agreed percent of what did not come is owed.
function judgeInFull(facts: ValidityFacts, reckoning: Reckoning): ValidityVerdict {
  const { customer, order, period } = facts
  const taken = takenAmount(facts)
  if (customer.inFullRule === undefined) return undecided(taken, reckoning, 'threshold-unknown', ['agreement'])
  const own = period?.orders.find(({ id }) => id === order?.id)
  if (order === null || own === undefined) return undecided(taken, reckoning, 'order-unknown', ['order'])
  reckoning.note('orderedInAll', quantity(own.ordered))
  if (own.filled === null) return undecided(taken, reckoning, 'delivery-unproven', ['proof-of-delivery'])
  reckoning.note('cameInAll', quantity(own.filled))
  if (own.filled >= own.ordered) return none(facts, reckoning, 'filled-in-full', 'receipt-not-booked')
  const allowed = judgeThreshold(facts, reckoning, { onTime: false, inFull: true })
  if (allowed !== null) return allowed
  const unfilled = extend(1n, own.unfilledMicros, taken.currency)
  reckoning.note('costOfShort', amount(unfilled))
  const ground = { because: 'below-in-full-threshold', rootCause: 'order-not-filled' } as const
  return settleFine(facts, reckoning, workFine(facts, reckoning, unfilled), ground)
}

// Some retailers allow days around the window; the rule of the shipment's day says how many.
function lastDay({ customer: { graceRule } }: ValidityFacts, shipBy: CalendarDate, reckoning: Reckoning): CalendarDate {
  if (graceRule === undefined || graceRule.value === 0) return shipBy
  reckoning.read('graceDays', quantity(graceRule.value, 'day'), ruleSource(graceRule))
  const last = addDays(shipBy, graceRule.value)
  reckoning.work('lastDayAllowed', onDay(last), onDay(shipBy), '+', quantity(graceRule.value, 'day'))
  return last
}

// An order may travel on several shipments; a mail speaks for the one whose papers it names.
function namesShipment(text: string, delivery: ValidityFacts['delivery']): boolean {
  const numbers = [delivery?.bol, delivery?.pro].flatMap((number) => (number ? [number] : []))
  return numbers.length === 0 || numbers.some((number) => text.includes(number))
}

function judgeShipNotice(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const { shipNotice } = facts
  if (shipNotice === null || shipNotice.sentOn === null) return undecided(taken, reckoning, 'ship-notice-missing', ['ship-notice'])
  reckoning.read('shipNoticeSent', onDay(shipNotice.sentOn), sourceOf('ship-notice', shipNotice))
  // The customer's own acknowledgement proves that the notice arrived; a refused one is as good as none.
  const told = shipNotice.acknowledgement ?? null
  if (told?.outcome === 'rejected') return undecided(taken, reckoning, 'ship-notice-missing', ['ship-notice'])
  if (told !== null && told.on !== null) reckoning.read('shipNoticeAcknowledged', onDay(told.on), sourceOf('ship-notice', shipNotice))
  const arrived = deliveryDay(facts)
  if (arrived === null) return undecided(taken, reckoning, 'delivery-day-unknown', ['carrier-status'])
  reckoning.read('deliveredOn', onDay(arrived.day), arrived.source)
  if (shipNotice.sentOn < arrived.day) return none(facts, reckoning, 'ship-notice-in-time', 'asn-was-in-time')
  return fineInvoice(facts, reckoning, 'ship-notice-late', 'asn-late')
}

function judgeRouting(facts: ValidityFacts): ValidityVerdict {
  const reckoning = startReckoning()
  const { order, delivery } = facts
  const used = delivery?.carrier ?? facts.shipNotice?.carrier ?? null
  if (order === null || order.carrier === null || used === null) return undecided(takenAmount(facts), reckoning, 'order-unknown', ['order'])
  reckoning.read('carrierOrdered', words(order.carrier), sourceOf('purchase-order', order))
  reckoning.read('carrierUsed', words(used), {
    document: 'delivery',
    id: delivery?.id ?? null,
    number: delivery?.number ?? null,
    position: delivery?.position ?? null,
  })
  if (order.carrier === used) return none(facts, reckoning, 'routed-as-ordered', 'routed-as-ordered')
  return fineInvoice(facts, reckoning, 'other-carrier', 'wrong-carrier')
}

function none(facts: ValidityFacts, reckoning: Reckoning, because: string, rootCause: JudgedCause): ValidityVerdict {
  return noFine(facts, reckoning, { because, rootCause })
}

// The agreed percent of the whole invoice.
function fineInvoice(facts: ValidityFacts, reckoning: Reckoning, because: string, rootCause: JudgedCause): ValidityVerdict {
  const { customer, deduction, invoice } = facts
  const isAgreed = invoice !== null && (customer.fineRule?.value ?? customer.finePpm) !== 0
  if (isAgreed) readInvoiced(reckoning, invoice)
  const owed = isAgreed ? workFine(facts, reckoning, money(invoice.netMinor, deduction.currency)) : null
  return settleFine(facts, reckoning, owed, { because, rootCause })
}

/** The day the goods arrived: the carrier's D1, else the date on the delivery receipt. */
function deliveryDay(facts: ValidityFacts): { day: CalendarDate; source: Source } | null {
  const event = facts.carrierEvents.findLast((candidate) => candidate.status === 'D1' && candidate.happenedOn !== null)
  if (event?.happenedOn)
    return { day: event.happenedOn, source: { document: 'carrier-status', id: event.id, number: event.status, position: event.position } }
  const pod = facts.papers.find((paper) => paper.kind === 'proof-of-delivery' && paper.signedOn !== null)
  return pod?.signedOn ? { day: pod.signedOn, source: paperSource(pod, 'signedOn') } : null
}

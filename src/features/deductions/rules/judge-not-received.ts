import { freightSide, readCartonChain } from './carton-chain'
import { takenAmount } from './claimed-line'
import { readInvoiced } from './read-sum'
import { onDay, quantity, refute, settle, sourceOf, startReckoning, undecided, words } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

const NOT_RECEIVED = /not received|no merchandise|nothing received|nicht erhalten|未收到|keine ware/i

/** True when the customer says that nothing of the invoice came: by the code's words, or by claiming all of it without a line. */
export function isWholeInvoice({ deduction, invoice }: ValidityFacts): boolean {
  if (NOT_RECEIVED.test(deduction.codeText ?? '')) return true
  const takesAll = invoice !== null && deduction.amountMinor === invoice.netMinor
  return takesAll && deduction.itemId === null && deduction.quantity === null
}

/**
 * Judges "nothing received": owed when our own delivery list shows that the goods never left, not owed when papers show
 * that they were delivered, or on collect freight handed over. Source: retailers ask for the signed receipt or bill of lading of the whole order.
 */
export function judgeNotReceived(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const { invoice, delivery } = facts
  if (invoice) readInvoiced(reckoning, invoice)
  if (invoice?.invoicedOn) reckoning.read('invoicedOn', onDay(invoice.invoicedOn), sourceOf('invoice', invoice))
  const chain = readCartonChain(facts)
  const arrived = facts.carrierEvents.findLast((event) => event.status === 'D1')
  const source = delivery && sourceOf('delivery', delivery)
  if (source && delivery.issuedOn !== null) reckoning.read('leftOn', onDay(delivery.issuedOn), source)
  if (chain.delivered && chain.planned) {
    reckoning.read('cartonsPlanned', quantity(chain.planned.cartons, 'carton'), chain.planned)
    reckoning.read('cartonsSigned', quantity(chain.delivered.cartons, 'carton'), chain.delivered)
    const lost = chain.planned.cartons - chain.delivered.cartons
    if (lost <= 0) return refute(taken, reckoning, { because: 'delivered', confidencePpm: 970_000, rootCause: 'receipt-not-booked' })
  }
  if (source && delivery.issuedOn === null && chain.pickedUp === null && chain.delivered === null && arrived === undefined) {
    reckoning.read('goodsIssue', words(delivery.issueStatus ?? 'A'), source)
    return settle(taken, reckoning, {
      owedMinor: taken.minor,
      because: 'never-shipped',
      confidencePpm: 960_000,
      liable: 'us',
      rootCause: 'billed-before-shipment',
    })
  }
  if (arrived) {
    reckoning.read('carrierStatus', words(arrived.status), { document: 'carrier-status', id: arrived.id, position: arrived.position })
    return refute(taken, reckoning, { because: 'delivered', confidencePpm: 940_000, rootCause: 'receipt-not-booked' })
  }
  if (freightSide(facts) === 'collect' && chain.pickedUp && chain.planned && chain.pickedUp.cartons >= chain.planned.cartons) {
    reckoning.read('cartonsPickedUp', quantity(chain.pickedUp.cartons, 'carton'), chain.pickedUp)
    return refute(taken, reckoning, { because: 'handed-over-in-full', confidencePpm: 950_000, rootCause: 'customer-carrier-loss' })
  }
  return undecided(taken, reckoning, 'delivery-unproven', ['proof-of-delivery', 'bill-of-lading'])
}

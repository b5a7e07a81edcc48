import { type CartonChain, freightTermsOf, readCartonChain } from './carton-chain'
import { type ClaimedLine, findClaimedLine, isCaseCountedAsEach, takenAmount } from './claimed-line'
import { countReceived } from './customer-count'
import { judgeCollectLoss, judgePrepaidLoss } from './judge-carton-loss'
import { isConcealed, judgeConcealed } from './judge-concealed-shortage'
import { isWholeInvoice, judgeNotReceived } from './judge-not-received'
import { readSum } from './read-sum'
import { quantity, type Reckoning, settle, sourceOf, startReckoning, undecided, words } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges a shortage by where the goods were lost. What left our dock short is owed; on prepaid freight also what the
 * carrier lost; what vanished after the customer's signature, or was found again in the customer's own receipts, is not.
 * Quantities in eaches, papers in cartons. Source: retailers' dispute
 * guides: a receipt signed in full settles prepaid freight, the driver's count collect freight.
 */
export function judgeShortage(facts: ValidityFacts): ValidityVerdict {
  const claimed = findClaimedLine(facts)
  if (isWholeInvoice(facts)) return judgeNotReceived(facts)
  const reckoning = startReckoning()
  const taken = takenAmount(facts)
  readClaim(facts, claimed, reckoning)
  const chain = readCartonChain(facts)
  readChain(chain, reckoning)
  const arrived = judgeOwnReceipts(facts, claimed, reckoning)
  if (arrived) return arrived
  if (isConcealed(facts, claimed, chain)) return judgeConcealed(facts, claimed, reckoning)
  const terms = freightTermsOf(facts)
  const side = terms?.side ?? null
  const { planned, delivered } = chain
  if (planned !== null && delivered !== null && delivered.cartons >= planned.cartons) {
    workCases(claimed, reckoning)
    const rootCause = isCaseCountedAsEach(claimed) ? 'case-counted-as-each' : 'lost-after-signature'
    return settle(taken, reckoning, {
      owedMinor: 0n,
      because: 'signed-in-full',
      confidencePpm: 970_000,
      liable: 'customer',
      rootCause,
    })
  }
  if (planned === null || side === null) return undecided(taken, reckoning, 'shipment-unknown', ['proof-of-delivery', 'bill-of-lading'])
  if (terms) reckoning.read('freightTerms', words(terms.side), terms.source)
  const loss = { facts, claimed, chain, planned: planned.cartons, reckoning }
  return side === 'collect' ? judgeCollectLoss(loss) : judgePrepaidLoss(loss)
}

// The customer's own receipts, first and later, on this order or another one, add up to what was shipped.
function judgeOwnReceipts(facts: ValidityFacts, claimed: ClaimedLine, reckoning: Reckoning): ValidityVerdict | null {
  const count = countReceived(facts, claimed.itemId)
  if (count === null || claimed.shipped === null) return null
  for (const { receipt, quantity: received, line, position } of count.receipts)
    reckoning.read(receipt.isOnThisOrder ? 'receivedByCustomer' : 'receivedOnOtherOrder', quantity(received), {
      document: 'receipt',
      id: receipt.id,
      number: receipt.number,
      line,
      position,
    })
  const total = count.first + count.later + count.elsewhere
  reckoning.work(
    'notReceived',
    quantity(claimed.shipped > total ? claimed.shipped - total : 0n),
    quantity(claimed.shipped),
    '−',
    quantity(total),
  )
  if (total < claimed.shipped || (count.later === 0n && count.elsewhere === 0n)) return null
  const hasOtherDeliveries = (facts.order?.lines.length ?? 0) > (facts.delivery?.lines.length ?? 0)
  const rootCause = count.elsewhere > 0n ? 'booked-on-other-po' : hasOtherDeliveries ? 'second-delivery-ignored' : 'counted-before-unloaded'
  const because = count.elsewhere > 0n ? 'booked-on-other-order' : 'received-later'
  return settle(takenAmount(facts), reckoning, { owedMinor: 0n, because, confidencePpm: 980_000, liable: 'customer', rootCause })
}

// The gap in cases a person can check: 24 = 4 × 6, or 22 = 2 × 11 when whole cases were written down as one.
function workCases(claimed: ClaimedLine, reckoning: Reckoning): void {
  const { item, quantity: gap } = claimed
  if (item === null || gap === null || item.casePack <= 1) return
  const isCounted = isCaseCountedAsEach(claimed)
  const size = BigInt(isCounted ? item.casePack - 1 : item.casePack)
  if (gap % size === 0n)
    reckoning.work(
      isCounted ? 'casesCountedAsOne' : 'shortInCases',
      quantity(gap),
      quantity(gap / size, 'case'),
      '×',
      quantity(size, 'each-per-case'),
    )
}

function readClaim(facts: ValidityFacts, claimed: ClaimedLine, reckoning: Reckoning): void {
  const { claim, invoice, delivery } = facts
  if (invoice && claimed.invoiceLine)
    reckoning.read('invoiced', quantity(claimed.invoiceLine.quantity), {
      document: 'invoice',
      id: invoice.id,
      number: invoice.number,
      line: claimed.invoiceLine.line,
      position: claimed.invoiceLine.position,
    })
  if (delivery && claimed.shipped !== null) {
    const parts = delivery.lines
      .filter((line) => line.itemId === claimed.itemId)
      .map((line) => ({
        value: quantity(line.quantity),
        source: { ...sourceOf('delivery', { id: delivery.id, number: delivery.number, position: line.position }), line: line.line },
      }))
    readSum(reckoning, { line: 'shippedLine', total: 'shipped' }, parts, quantity(claimed.shipped))
  }
  if (claim && claim.quantity !== null) reckoning.read('claimed', quantity(claim.quantity), sourceOf('portal-claim', claim))
}

function readChain(chain: CartonChain, reckoning: Reckoning): void {
  const steps = [
    ['cartonsPlanned', chain.planned],
    ['cartonsPickedUp', chain.pickedUp],
    ['cartonsSigned', chain.delivered],
  ] as const
  for (const [label, count] of steps)
    if (count)
      reckoning.read(label, quantity(count.cartons, 'carton'), {
        document: count.document,
        id: count.id,
        number: count.number,
        position: count.position,
      })
}

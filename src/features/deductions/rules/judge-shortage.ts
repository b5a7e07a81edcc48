import { extend } from '@/core/money'
import { type CartonChain, freightTermsOf, readCartonChain } from './carton-chain'
import { type ClaimedLine, findClaimedLine, isCaseCountedAsEach, takenAmount } from './claimed-line'
import { countReceived } from './customer-count'
import { isConcealed, judgeConcealed } from './judge-concealed-shortage'
import { isWholeInvoice, judgeNotReceived } from './judge-not-received'
import { amount, price, quantity, type Reckoning, settle, startReckoning, undecided, words } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges a shortage by where the goods were lost. What left our dock short is owed; on prepaid freight also what the
 * carrier lost; what vanished after the customer's signature, or was found again in the customer's own receipts, is not.
 * Quantities in eaches, papers in cartons. Source: formats.md section 2 (861, 856), facts.md 3.3 (POD, BOL, freight terms).
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
  const { planned, pickedUp, delivered } = chain
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
  if (side === 'collect') return judgeCollect(facts, claimed, chain, reckoning)
  return judgePrepaid(facts, claimed, chain, reckoning)

  function judgeCollect(f: ValidityFacts, line: ClaimedLine, c: CartonChain, r: Reckoning): ValidityVerdict {
    if (pickedUp === null)
      return undecided(taken, r, 'pickup-count-missing', delivered === null ? ['proof-of-delivery', 'bill-of-lading'] : ['bill-of-lading'])
    if (planned !== null && pickedUp.cartons >= planned.cartons)
      return settle(taken, r, {
        owedMinor: 0n,
        because: 'handed-over-in-full',
        confidencePpm: 960_000,
        liable: 'customer',
        rootCause: 'customer-carrier-loss',
      })
    return settleCartons(f, line, c, r, (planned?.cartons ?? 0) - pickedUp.cartons, 'packed-short')
  }

  function judgePrepaid(f: ValidityFacts, line: ClaimedLine, c: CartonChain, r: Reckoning): ValidityVerdict {
    if (delivered === null)
      return undecided(
        taken,
        r,
        'delivery-count-missing',
        pickedUp === null ? ['proof-of-delivery', 'bill-of-lading'] : ['proof-of-delivery'],
      )
    // On prepaid freight the gap is ours or the carrier's; the pickup count only tells which of the two pays.
    const isCarrier = pickedUp !== null && pickedUp.cartons > delivered.cartons
    return settleCartons(f, line, c, r, (planned?.cartons ?? 0) - delivered.cartons, isCarrier ? 'lost-by-carrier' : 'packed-short')
  }
}

// Missing cartons times the case pack is what the papers admit; more than that was never lost.
function settleCartons(
  facts: ValidityFacts,
  claimed: ClaimedLine,
  chain: CartonChain,
  reckoning: Reckoning,
  cartons: number,
  because: 'packed-short' | 'lost-by-carrier',
): ValidityVerdict {
  const taken = takenAmount(facts)
  const { currency } = taken
  const liable = because === 'lost-by-carrier' ? ('carrier' as const) : ('us' as const)
  const planned = chain.planned?.cartons ?? 0
  reckoning.work('cartonsShort', quantity(cartons, 'carton'), quantity(planned, 'carton'), '−', quantity(planned - cartons, 'carton'))
  if (claimed.quantity === null || claimed.unitMicros === null || claimed.item === null)
    return undecided(taken, reckoning, 'claimed-line-unknown', ['claim-detail'])
  const pack = BigInt(claimed.item.casePack)
  const admitted = BigInt(cartons) * pack
  const owed = admitted < claimed.quantity ? admitted : claimed.quantity
  reckoning.work('shortByPapers', quantity(admitted), quantity(cartons, 'carton'), '×', quantity(pack, 'each-per-case'))
  reckoning.work('owedQuantity', quantity(owed), quantity(admitted), 'min', quantity(claimed.quantity))
  const owedMoney = owed === claimed.quantity ? taken : extend(owed, claimed.unitMicros, currency)
  reckoning.work('owed', amount(owedMoney), quantity(owed), '×', price(claimed.unitMicros, currency))
  const isOverclaimed = owed < claimed.quantity
  return settle(taken, reckoning, {
    owedMinor: owedMoney.minor,
    because: isOverclaimed ? 'claimed-more-than-short' : because,
    confidencePpm: isOverclaimed ? 950_000 : 960_000,
    liable,
    rootCause: because === 'lost-by-carrier' ? 'carrier-loss' : isOverclaimed ? 'pick-error-overclaimed' : 'pick-error',
  })
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
    const line = delivery.lines.find((candidate) => candidate.itemId === claimed.itemId)
    reckoning.read('shipped', quantity(claimed.shipped), {
      document: 'delivery',
      id: delivery.id,
      number: delivery.number,
      line: line?.line ?? null,
      position: line?.position ?? null,
    })
  }
  if (claim && claim.quantity !== null)
    reckoning.read('claimed', quantity(claim.quantity), {
      document: 'portal-claim',
      id: claim.id,
      number: claim.number,
      position: claim.position,
    })
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

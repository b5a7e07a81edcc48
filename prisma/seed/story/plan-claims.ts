import { LAST_PAYMENT_DAY } from './calendar'
import { codeOf } from './claim-codes'
import { claimFrom } from './claims'
import type { Dice } from './dice'
import * as fines from './fine-events'
import * as goods from './goods-events'
import * as moneyEvents from './money-events'
import type { ClaimEvent } from './sketch'
import type { Claim, Sale, World } from './world'

/** How often each event happens in the quarter. */
const EVENTS: readonly (readonly [ClaimEvent, number])[] = [
  [goods.caseCountedAsEach, 26],
  [goods.lostBehindTheDock, 30],
  [goods.countedTooEarly, 16],
  [goods.bookedOnOtherOrder, 10],
  [goods.lostByTheirCarrier, 8],
  [goods.pickedShort, 20],
  [goods.lostByOurCarrier, 11],
  [goods.partlyShort, 13],
  [goods.concealedShort, 11],
  [goods.receiptNotBooked, 3],
  [goods.billedTooEarly, 3],
  [goods.damagedOnTheRoad, 8],
  [goods.damagedAfterHandover, 7],
  [moneyEvents.overcharged, 12],
  [moneyEvents.changeNotBooked, 5],
  [moneyEvents.oldPriceFile, 14],
  [moneyEvents.allowanceOverlooked, 5],
  [moneyEvents.bothPricesWrong, 7],
  [moneyEvents.auditedLater, 4],
  [moneyEvents.agreedProgramme, 15],
  [moneyEvents.noSuchAgreement, 5],
  [moneyEvents.outsideTheDates, 5],
  [moneyEvents.rateTooHigh, 5],
  [moneyEvents.priceProtected, 6],
  [moneyEvents.freightChargedWrongly, 7],
  [moneyEvents.theyPaidOurFreight, 3],
  [moneyEvents.discountTakenLate, 14],
  [moneyEvents.unexplained, 8],
  [fines.shippedLate, 9],
  [fines.appointmentMoved, 6],
  [fines.noticeLate, 5],
  [fines.noticeInTime, 5],
  [fines.wrongCarrier, 3],
  [fines.routedAsOrdered, 3],
  [fines.goodsReturned, 8],
  [fines.noAuthorisation, 4],
  [fines.neverReturned, 3],
  [fines.fewerReturned, 4],
  [fines.alreadyCredited, 2],
]
const DUPLICATES = 8

/** Lets the events of the quarter happen to sales that are paid by now, one claim per sale, and adds the claims to the world. */
export function planClaims(world: World, random: Dice): void {
  for (const [event, count] of EVENTS) {
    const candidates = random.shuffled(world.sales.filter((sale) => !sale.isClaimed && sale.payDay <= LAST_PAYMENT_DAY))
    let left = count
    for (const sale of candidates) {
      if (left === 0) break
      const claim = tryEvent(event, sale, random, world)
      if (!claim) continue
      world.claims.push(claim)
      left--
    }
  }
  planDuplicates(world, random)
}

function tryEvent(event: ClaimEvent, sale: Sale, random: Dice, world: World): Claim | null {
  const untouched = structuredCloneOf(sale)
  const stockBefore = world.stock.length
  const sketch = event(sale, random, world)
  const claim = sketch && codeOf(sale.customer, sketch.kind) !== null ? claimFrom(sale, sketch) : null
  const fits =
    claim !== null &&
    claim.amount > 0n &&
    claim.payDay <= LAST_PAYMENT_DAY &&
    claim.claimDay < claim.payDay &&
    sale.receivedDay < claim.claimDay
  if (!fits) {
    Object.assign(sale, untouched)
    world.stock.length = stockBefore
    return null
  }
  sale.isClaimed = true
  return claim
}

/** A copy deep enough to undo an event that did not fit. */
function structuredCloneOf(sale: Sale): Sale {
  return { ...sale, lines: sale.lines.map((line) => ({ ...line })), recounts: [...sale.recounts], returns: [...sale.returns] }
}

/** Some customers deduct the same thing again weeks later under a new number. */
function planDuplicates(world: World, random: Dice): void {
  const candidates = world.claims.filter((claim) => !claim.isFeatured && claim.kind === 'carton' && claim.payDay < -20)
  for (const first of random.shuffled(candidates).slice(0, DUPLICATES)) {
    const { kind, amount, line, quantity, unit } = first
    const sketch = {
      kind,
      amount,
      because: 'claimedTwice',
      validAmount: 0n,
      verdict: 'duplicate' as const,
      laterBy: 14,
      ...(line && quantity && unit ? { line, quantity, unit } : {}),
    }
    const again = claimFrom(first.sale, sketch)
    if (again.payDay <= LAST_PAYMENT_DAY) world.claims.push({ ...again, duplicateOf: first })
  }
}

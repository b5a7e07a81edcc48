import { CARRIERS } from './carriers'
import type { ClaimKind } from './claim-codes'
import type { Dice } from './dice'
import { sentWith } from './plan-sale'
import { type ClaimEvent, type ClaimSketch, casedLine, invoiceAmount, netUnit, unitsClaim } from './sketch'
import type { Sale } from './world'

/** Fines for late deliveries, late ship notices and wrong carriers; returns. */

function fine(
  sale: Sale,
  kind: ClaimKind,
  because: string,
  isOurs: boolean,
  random: Dice,
  percent = sale.customer.finePercent,
): ClaimSketch {
  const share = (rate: number) => (invoiceAmount(sale) * BigInt(rate)) / 100n
  return {
    kind,
    because,
    amount: share(percent),
    validAmount: isOurs ? share(sale.customer.finePercent) : 0n,
    laterBy: random.whole(3, 12),
  }
}

/** Goods issue, billing and delivery move by so many days; the window does not. */
export function shipLater(sale: Sale, days: number): void {
  sale.issueDay += days
  sale.noticeDay += days
  sale.deliveredDay += days
  sale.receivedDay += days
  sale.invoiceDay += days
}

export const shippedLate: ClaimEvent = (sale, random) => {
  const isTooHigh = random.chance(0.2)
  shipLater(sale, random.whole(3, 5))
  return fine(sale, 'onTime', isTooHigh ? 'fineRateTooHigh' : 'shippedLate', true, random, sale.customer.finePercent + (isTooHigh ? 2 : 0))
}

/** The customer moved the appointment and fined us for the delay. */
export const appointmentMoved: ClaimEvent = (sale, random) => {
  const days = random.whole(2, 4)
  sale.appointmentMovedTo = sale.windowTo + days
  sale.receivedDay += sale.appointmentMovedTo - sale.deliveredDay
  sale.deliveredDay = sale.appointmentMovedTo
  return fine(sale, 'onTime', 'appointmentMovedByCustomer', false, random)
}

export const noticeLate: ClaimEvent = (sale, random) => {
  if (!sale.customer.sets.includes('856')) return null
  sale.noticeDay = sale.deliveredDay + random.whole(0, 1)
  return fine(sale, 'asnLate', 'asnLate', true, random)
}

export const noticeInTime: ClaimEvent = (sale, random) =>
  sale.customer.sets.includes('856') ? fine(sale, 'asnLate', 'asnWasInTime', false, random) : null

export const wrongCarrier: ClaimEvent = (sale, random) => {
  const other = random.pick(CARRIERS.filter((one) => one !== sale.routed))
  sentWith(sale, other, random)
  return fine(sale, 'routing', 'wrongCarrier', true, random)
}

export const routedAsOrdered: ClaimEvent = (sale, random) => {
  sale.bolPaper = 'text'
  return fine(sale, 'routing', 'routedAsOrdered', false, random)
}

type ReturnShape = { because: string; isAuthorised: boolean; receivedShare: number; isCredited: boolean }

function returned(shape: ReturnShape): ClaimEvent {
  return (sale, random, world) => {
    const line = casedLine(sale, random)
    if (!line) return null
    const quantity = Math.max(2, line.item.casePack)
    const received = Math.floor(quantity * shape.receivedShare)
    const number = `RGA26${String(world.claims.length + 4001).padStart(4, '0')}`
    const day = sale.deliveredDay + random.whole(4, 9)
    const receiptDay = day + random.whole(4, 8)
    if (shape.isAuthorised)
      sale.returns.push({ rga: number, line, authorised: quantity, received, day, receiptDay, isCredited: shape.isCredited })
    const owed = shape.isAuthorised && !shape.isCredited ? received : 0
    return {
      ...unitsClaim('return', shape.because, line, quantity, owed),
      unit: netUnit(line),
      reference: shape.isAuthorised ? number : '',
      laterBy: random.whole(8, 16),
    }
  }
}

export const goodsReturned = returned({ because: 'goodsReturned', isAuthorised: true, receivedShare: 1, isCredited: false })
export const noAuthorisation = returned({ because: 'noAuthorisation', isAuthorised: false, receivedShare: 0, isCredited: false })
export const neverReturned = returned({ because: 'neverReturned', isAuthorised: true, receivedShare: 0, isCredited: false })
export const fewerReturned = returned({ because: 'fewerReturned', isAuthorised: true, receivedShare: 0.5, isCredited: false })
export const alreadyCredited = returned({ because: 'alreadyCredited', isAuthorised: true, receivedShare: 1, isCredited: true })

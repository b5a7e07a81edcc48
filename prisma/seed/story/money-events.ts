import { AGREEMENTS, type Agreement } from './agreements'
import { type Cents, percentOf, times } from './amounts'
import { freightOf } from './carriers'
import type { Dice } from './dice'
import { itemNamed } from './items'
import { PRICE_DROP, priceSpans } from './prices'
import { biggestLine, type ClaimEvent, type ClaimSketch, invoiceAmount } from './sketch'
import { cartonsOf, type Sale, type SaleLine } from './world'

/** Prices, programmes, price protection, freight, cash discount, audits. */

const someDifference = (price: Cents, random: Dice): Cents => percentOf(price, random.whole(5, 20)) || 1n

function priceClaim(line: SaleLine, unit: Cents, because: string, validUnit: Cents): ClaimSketch {
  return {
    kind: 'price',
    because,
    line,
    quantity: line.shipped,
    unit,
    amount: times(unit, line.shipped),
    validAmount: times(validUnit, line.shipped),
  }
}

/** SAP billed above the agreed price. */
export const overcharged: ClaimEvent = (sale, random) => {
  const line = biggestLine(sale)
  if (!line) return null
  const difference = someDifference(line.agreedPrice, random)
  line.billedPrice += difference
  return priceClaim(line, difference, 'wrongPriceBilled', difference)
}

/** The customer changed the price by 860 and we did not book it. */
export const changeNotBooked: ClaimEvent = (sale, random) => {
  const line = biggestLine(sale)
  if (!line || !sale.customer.sets.includes('860')) return null
  const difference = someDifference(line.agreedPrice, random)
  line.changedPrice = line.agreedPrice - difference
  line.agreedPrice = line.changedPrice
  return priceClaim(line, difference, 'changeNotBooked', difference)
}

/** Their order carries an old price; the agreed one was billed. */
export const oldPriceFile: ClaimEvent = (sale, random) => {
  const line = biggestLine(sale)
  // A change of quantity repeats the price, so that an old one would look agreed.
  if (!line || line.firstOrdered !== line.ordered) return null
  const difference = someDifference(line.agreedPrice, random)
  line.poPrice -= difference
  return priceClaim(line, difference, 'customerOldPriceFile', 0n)
}

/** They compare our gross price and overlook the allowance on the invoice. */
export const allowanceOverlooked: ClaimEvent = (sale, random) => {
  const line = biggestLine(sale)
  if (!line) return null
  const difference = someDifference(line.agreedPrice, random)
  line.billedPrice += difference
  line.allowance = difference
  return priceClaim(line, difference, 'allowanceOverlooked', 0n)
}

export const bothPricesWrong: ClaimEvent = (sale, random) => {
  const line = biggestLine(sale)
  if (!line || line.firstOrdered !== line.ordered) return null
  const ours = someDifference(line.agreedPrice, random)
  const theirs = someDifference(line.agreedPrice, random)
  line.billedPrice += ours
  line.poPrice -= theirs
  return priceClaim(line, ours + theirs, 'wrongPriceAndOldFile', ours)
}

/** An audit firm repeats an old price claim. */
export const auditedLater: ClaimEvent = (sale, random, world) => {
  const sketch = random.chance(0.5) ? overcharged(sale, random, world) : oldPriceFile(sale, random, world)
  return sketch && { ...sketch, kind: 'postAudit', laterBy: 30 }
}

function programme(sale: Sale, because: string, random: Dice, isActive: boolean, extraPercent = 0): ClaimSketch | null {
  const fits = AGREEMENTS.filter(
    (one) =>
      one.customer === sale.customer.id && one.percent !== null && (one.from <= sale.orderDay && sale.orderDay <= one.to) === isActive,
  )
  const match = fits.map((agreement) => ({ agreement, lines: linesInScope(sale, agreement) })).find(({ lines }) => lines.length > 0)
  if (!match || match.agreement.kind === 'priceProtection') return null
  const { agreement, lines } = match
  const percent = (agreement.percent ?? 0) + extraPercent
  const share = (rate: number) => lines.reduce((sum, line) => sum + (times(line.billedPrice, line.shipped) * BigInt(rate)) / 100n, 0n)
  const isNamedRight = because !== 'noAgreement'
  return {
    kind: match.agreement.kind,
    because,
    amount: share(percent),
    validAmount: isActive && isNamedRight ? share(agreement.percent ?? 0) : 0n,
    reference: isNamedRight ? agreement.number : `A${sale.customer.id.slice(1)}25${random.whole(100, 999)}`,
    laterBy: random.whole(6, 14),
  }
}

function linesInScope(sale: Sale, agreement: Agreement): SaleLine[] {
  return sale.lines.filter((line) => agreement.items.includes(line.item) && line.shipped <= (agreement.unitLimit ?? 0))
}

export const agreedProgramme: ClaimEvent = (sale, random) => programme(sale, 'agreedProgramme', random, true)
export const noSuchAgreement: ClaimEvent = (sale, random) => programme(sale, 'noAgreement', random, true)
export const outsideTheDates: ClaimEvent = (sale, random) => programme(sale, 'outsideDates', random, false)
export const rateTooHigh: ClaimEvent = (sale, random) => programme(sale, 'rateTooHigh', random, true, random.whole(2, 6))

/** Stock on hand on the day of the drop, times the drop. */
export const priceProtected: ClaimEvent = (sale, random, world) => {
  const item = itemNamed(PRICE_DROP.vendorPart)
  const [before, after] = priceSpans(sale.customer, item)
  const agreement = AGREEMENTS.find((one) => one.customer === sale.customer.id && one.kind === 'priceProtection')
  if (!before || !after || !agreement || !reportsStock(sale) || sale.invoiceDay > PRICE_DROP.day - 2) return null
  if (world.stock.some((report) => report.customer === sale.customer)) return null
  const quantity = random.whole(12, 70)
  const isOverstated = random.chance(0.3)
  const claimed = isOverstated ? quantity + random.whole(4, 15) : quantity
  const unit = before.price - after.price
  world.stock.push({ customer: sale.customer, site: sale.site, item, day: PRICE_DROP.day, quantity })
  const because = isOverstated ? 'stockOverstated' : 'agreedPriceDrop'
  const laterBy = PRICE_DROP.day + random.whole(5, 25) - sale.payDay
  return {
    kind: 'priceProtection',
    because,
    item,
    quantity: claimed,
    unit,
    amount: times(unit, claimed),
    validAmount: times(unit, quantity),
    reference: agreement.number,
    laterBy,
  }
}

function reportsStock(sale: Sale): boolean {
  return sale.customer.sets.includes('852') || sale.customer.habit === 'advice-text' || sale.customer.habit === 'marketplace'
}

export const freightChargedWrongly: ClaimEvent = (sale, random) => {
  sale.freightBilled = sale.freight === 'prepaid'
  const amount = freightOf(sale.carrier, cartonsOf(sale.lines, 'loaded'))
  return {
    kind: 'freight',
    because: sale.freight === 'prepaid' ? 'freightPaidByUs' : 'collectFreightCharged',
    amount,
    validAmount: 0n,
    laterBy: random.whole(3, 10),
  }
}

export const theyPaidOurFreight: ClaimEvent = (sale, random) => {
  if (sale.freight !== 'prepaid') return null
  sale.freightBilled = false
  const amount = freightOf(sale.carrier, cartonsOf(sale.lines, 'loaded'))
  return { kind: 'freight', because: 'customerPaidOurFreight', amount, validAmount: amount, laterBy: random.whole(3, 10) }
}

/** Discount taken although the payment came after the discount days. */
export const discountTakenLate: ClaimEvent = (sale) => {
  const { discountPercent } = sale.customer
  if (discountPercent === 0) return null
  return { kind: 'discount', because: 'paidLate', amount: (invoiceAmount(sale) * BigInt(discountPercent)) / 100n, validAmount: 0n }
}

/** An amount with a code that says nothing, and no detail. */
export const unexplained: ClaimEvent = (sale, random) => {
  const amount = BigInt(random.whole(4_000, 90_000))
  return { kind: 'unclear', because: 'notExplained', amount, validAmount: 0n, verdict: 'unclear', laterBy: random.whole(2, 9) }
}

import { divideRounded, extend, money } from '@/core/money'
import { type AgreedPrice, agreedUnitPrice, orderDate, orderSource } from './agreed-price'
import { type ClaimedLine, findClaimedLine, takenAmount } from './claimed-line'
import { amount, onDay, price, quantity, type Reckoning, refute, settle, startReckoning, undecided } from './reckoning'
import type { SiblingFacts } from './sibling-facts'
import type { InvoiceLineFacts, ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges a price claim: owed is what was billed per unit above the agreed price of the order's date, a price change of the
 * order included, times the quantity billed. What was taken before for the same line is not owed again (post-audit).
 * Source: price conditions valid by order date; retailers ask for order, invoice and signed cost agreement.
 */
export function judgePrice(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  if (facts.invoice === null) return undecided(taken, reckoning, 'invoice-unknown', ['invoice'])
  const claimed = claimedPriceLine(facts)
  if (claimed === null) return judgeAllLines(facts, reckoning)
  const agreed = agreedUnitPrice(facts, claimed.line.itemId)
  if (agreed === null) return undecided(taken, reckoning, 'agreed-price-unknown', [orderDate(facts) === null ? 'order' : 'agreed-price'])
  readPrices(facts, claimed.line, agreed, reckoning)
  const billed = billedUnitMicros(claimed.line)
  readAllowance(facts, claimed.line, billed, reckoning)
  const over = billed - agreed.micros
  if (over <= 0n) {
    reckoning.work('overbilled', price(over, taken.currency), price(billed, taken.currency), '−', price(agreed.micros, taken.currency))
    const rootCause = claimed.line.allowanceMinor > 0n ? 'allowance-overlooked' : 'customer-old-price-file'
    return settle(taken, reckoning, { owedMinor: 0n, because: 'billed-as-agreed', confidencePpm: 980_000, liable: 'customer', rootCause })
  }
  const owed = extend(claimed.quantity, over, taken.currency)
  reckoning.work('overbilled', price(over, taken.currency), price(billed, taken.currency), '−', price(agreed.micros, taken.currency))
  reckoning.work('owed', amount(owed), quantity(claimed.quantity), '×', price(over, taken.currency))
  return settleAfterEarlier(facts, claimed.line, owed.minor, agreed, reckoning)
}

// An allowance of no agreement is a correction of the price; one under an agreement is a programme and leaves the price alone.
function billedUnitMicros(line: InvoiceLineFacts): bigint {
  if (line.allowanceMinor === 0n || line.agreementNumber !== null || line.quantity === 0n) return line.priceMicros
  return line.priceMicros - divideRounded(line.allowanceMinor * 10_000n, line.quantity, 'half-even')
}

function readAllowance(facts: ValidityFacts, line: InvoiceLineFacts, billed: bigint, reckoning: Reckoning): void {
  if (billed === line.priceMicros || facts.invoice === null) return
  const { currency } = facts.deduction
  const source = {
    document: 'invoice',
    id: facts.invoice.id,
    number: facts.invoice.number,
    line: line.line,
    position: line.position,
  } as const
  reckoning.read('allowanceOnInvoice', amount(money(line.allowanceMinor, currency)), source)
  reckoning.work(
    'billedAfterAllowance',
    price(billed, currency),
    price(line.priceMicros, currency),
    '−',
    price(line.priceMicros - billed, currency),
  )
}

type PriceLine = { line: InvoiceLineFacts; quantity: bigint }

function claimedPriceLine(facts: ValidityFacts): PriceLine | null {
  const claimed: ClaimedLine = findClaimedLine(facts)
  const lines = facts.invoice?.lines ?? []
  if (facts.deduction.itemId !== null) {
    const line = lines.find((candidate) => candidate.itemId === facts.deduction.itemId)
    if (!line) return null
    const asked = claimed.quantity ?? line.quantity
    return { line, quantity: asked < line.quantity ? asked : line.quantity }
  }
  // Without an article the line is the one whose overbilling is exactly the amount.
  const exact = lines.filter((line) => overbilledMinor(facts, line) === facts.deduction.amountMinor)
  const [only] = exact
  return only && exact.length === 1 ? { line: only, quantity: only.quantity } : null
}

// No line is named: nothing overbilled anywhere makes the claim unfounded, anything else needs the claim's detail.
function judgeAllLines(facts: ValidityFacts, reckoning: Reckoning): ValidityVerdict {
  const taken = takenAmount(facts)
  const lines = facts.invoice?.lines ?? []
  const over = lines.map((line) => overbilledMinor(facts, line))
  if (facts.deduction.itemId !== null || over.some((minor) => minor === null) || over.some((minor) => minor !== null && minor > 0n))
    return undecided(taken, reckoning, 'claimed-line-unknown', ['claim-detail'])
  for (const line of lines) {
    const agreed = agreedUnitPrice(facts, line.itemId)
    if (agreed) readPrices(facts, line, agreed, reckoning)
  }
  return refute(taken, reckoning, { because: 'billed-as-agreed', confidencePpm: 950_000, rootCause: 'customer-old-price-file' })
}

function overbilledMinor(facts: ValidityFacts, line: InvoiceLineFacts): bigint | null {
  const agreed = agreedUnitPrice(facts, line.itemId)
  if (agreed === null) return null
  const over = billedUnitMicros(line) - agreed.micros
  return over <= 0n ? 0n : extend(line.quantity, over, facts.deduction.currency).minor
}

function settleAfterEarlier(
  facts: ValidityFacts,
  line: InvoiceLineFacts,
  owedMinor: bigint,
  agreed: AgreedPrice,
  reckoning: Reckoning,
): ValidityVerdict {
  const taken = takenAmount(facts)
  const earlier =
    facts.deduction.category === 'post-audit' ? facts.siblings.filter((sibling) => isEarlierPriceClaim(facts, sibling, line)) : []
  const before = earlier.reduce((sum, sibling) => sum + sibling.amountMinor, 0n)
  for (const sibling of earlier)
    reckoning.read('takenBefore', amount(money(sibling.amountMinor, taken.currency)), {
      document: 'deduction',
      id: sibling.id,
      number: sibling.claimNumber,
      position: sibling.position,
    })
  const left = owedMinor > before ? owedMinor - before : 0n
  if (before > 0n)
    reckoning.work(
      'stillOwed',
      amount(money(left, taken.currency)),
      amount(money(owedMinor, taken.currency)),
      '−',
      amount(money(before, taken.currency)),
    )
  const isAll = left >= taken.minor
  return settle(taken, reckoning, {
    owedMinor: left,
    because: before > 0n ? 'difference-taken-before' : isAll ? 'billed-above-agreed' : 'claimed-more-than-overbilled',
    confidencePpm: 970_000,
    liable: left === 0n ? 'customer' : 'us',
    rootCause:
      before > 0n ? 'already-deducted' : agreed.isChange ? 'change-not-booked' : isAll ? 'wrong-price-billed' : 'wrong-price-and-old-file',
  })
}

function isEarlierPriceClaim(facts: ValidityFacts, sibling: SiblingFacts, line: InvoiceLineFacts): boolean {
  const isSameLine = sibling.invoiceKey === facts.invoice?.numberKey && sibling.itemId === line.itemId
  const isPrice = sibling.category === 'price' || sibling.category === 'post-audit'
  const { takenOn } = facts.deduction
  return isSameLine && isPrice && sibling.takenOn !== null && takenOn !== null && sibling.takenOn < takenOn
}

function readPrices(facts: ValidityFacts, line: InvoiceLineFacts, agreed: AgreedPrice, reckoning: Reckoning): void {
  const { invoice, order } = facts
  const currency = facts.deduction.currency
  const ordered = orderDate(facts)
  if (ordered) reckoning.read('orderedOn', onDay(ordered), orderSource(facts))
  if (invoice) {
    const source = { document: 'invoice', id: invoice.id, number: invoice.number, line: line.line, position: line.position } as const
    reckoning.read('billedPrice', price(line.priceMicros, currency), source)
    reckoning.read('billedQuantity', quantity(line.quantity), source)
  }
  reckoning.read('agreedPrice', price(agreed.micros, currency), agreed.source)
  const offered = order?.lines.find((candidate) => candidate.itemId === line.itemId)
  if (order && offered && offered.priceMicros !== null)
    reckoning.read('orderedPrice', price(offered.priceMicros, currency), {
      document: 'purchase-order',
      id: order.id,
      number: order.number,
      line: offered.line,
      position: offered.position,
    })
}

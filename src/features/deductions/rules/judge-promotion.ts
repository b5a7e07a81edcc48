import { comparisonKey } from '@/core/comparison-key'
import { applyRate, extend, money } from '@/core/money'
import { orderDate, orderSource } from './agreed-price'
import { takenAmount } from './claimed-line'
import {
  amount,
  onDay,
  quantity,
  type Reckoning,
  rate,
  refute,
  type Source,
  settle,
  sourceOf,
  startReckoning,
  undecided,
  words,
} from './reckoning'
import type { AgreementFacts, InvoiceLineFacts, ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges a promotion, co-op or rebate claim: percent × gross unit price × quantity of the articles in scope, at most the
 * unit limit per order line, for orders inside the dates, unless the invoice took the same agreement off already.
 * Source: the customer's agreements.
 */
export function judgePromotion(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const reference = facts.claim?.reference ?? null
  const agreement =
    reference === null ? findByAmount(facts) : facts.agreements.find((candidate) => candidate.numberKey === comparisonKey(reference))
  if (!agreement) {
    if (reference === null) return undecided(taken, reckoning, 'agreement-not-named', ['claim-detail'])
    readReference(facts, reference, reckoning)
    return refute(taken, reckoning, { because: 'no-such-agreement', confidencePpm: 960_000, rootCause: 'no-agreement' })
  }
  if (facts.invoice === null) return undecided(taken, reckoning, 'invoice-unknown', ['invoice'])
  const ordered = orderDate(facts)
  if (ordered === null) return undecided(taken, reckoning, 'order-unknown', ['order'])
  const source: Source = sourceOf('agreement', agreement)
  reckoning.read('orderedOn', onDay(ordered), orderSource(facts))
  reckoning.read('agreedFrom', onDay(agreement.validFrom), source)
  reckoning.read('agreedTo', onDay(agreement.validTo), source)
  if (ordered < agreement.validFrom || ordered > agreement.validTo)
    return refute(taken, reckoning, { because: 'outside-dates', confidencePpm: 970_000, rootCause: 'outside-dates' })
  const inScope = facts.invoice.lines.filter((line) => line.itemId !== null && agreement.itemIds.includes(line.itemId))
  if (inScope.length === 0)
    return refute(taken, reckoning, { because: 'article-not-in-scope', confidencePpm: 970_000, rootCause: 'article-not-in-scope' })
  if (isForOthers(facts, agreement, inScope)) {
    reckoning.read('namedAgreement', words(agreement.number), source)
    return refute(taken, reckoning, { because: 'article-not-in-scope', confidencePpm: 950_000, rootCause: 'article-not-in-scope' })
  }
  const open = inScope.filter((line) => line.agreementNumber === null || comparisonKey(line.agreementNumber) !== agreement.numberKey)
  if (open.length === 0) {
    for (const line of inScope)
      reckoning.read('allowanceOnInvoice', amount(money(line.allowanceMinor, taken.currency)), lineSource(facts, line))
    return refute(taken, reckoning, { because: 'already-on-invoice', confidencePpm: 970_000, rootCause: 'already-on-invoice' })
  }
  return settleProgramme(facts, agreement, open, source, reckoning)
}

function settleProgramme(
  facts: ValidityFacts,
  agreement: AgreementFacts,
  lines: readonly InvoiceLineFacts[],
  source: Source,
  reckoning: Reckoning,
): ValidityVerdict {
  const taken = takenAmount(facts)
  const { currency } = taken
  const ratePpm = agreement.ratePpm ?? 0
  reckoning.read('agreedRate', rate(ratePpm), source)
  let owed = 0n
  for (const line of lines) {
    const { counted, base, part } = programmeOf(agreement, line, currency)
    reckoning.read('billedQuantity', quantity(line.quantity), lineSource(facts, line))
    if (counted < line.quantity) reckoning.work('countedQuantity', quantity(counted), quantity(line.quantity), 'min', quantity(counted))
    reckoning.work('lineAllowance', amount(part), amount(base), '×', rate(ratePpm))
    owed += part.minor
  }
  // The customer may round each line on its own.
  const isAll = owed + BigInt(lines.length) >= taken.minor
  return settle(taken, reckoning, {
    owedMinor: isAll ? taken.minor : owed,
    because: isAll ? 'agreed-programme' : 'more-than-agreed',
    confidencePpm: 960_000,
    liable: 'us',
    rootCause: isAll ? 'agreed-programme' : 'rate-too-high',
  })
}

// What a programme pays for one line: percent of the gross value of at most the agreed units.
function programmeOf(agreement: AgreementFacts, line: InvoiceLineFacts, currency: string) {
  const limit = agreement.unitLimitPerOrderLine === null ? line.quantity : BigInt(agreement.unitLimitPerOrderLine)
  const counted = line.quantity < limit ? line.quantity : limit
  const base = extend(counted, line.priceMicros, currency)
  return { counted, base, part: applyRate(base, agreement.ratePpm ?? 0, 'half-up') }
}

function programmeMinor(facts: ValidityFacts, agreement: AgreementFacts, lines: readonly InvoiceLineFacts[]): bigint {
  return lines.reduce((sum, line) => sum + programmeOf(agreement, line, facts.deduction.currency).part.minor, 0n)
}

// The amount is to the cent what the programme would pay for lines it does not cover, and not what it pays for those it does.
function isForOthers(facts: ValidityFacts, agreement: AgreementFacts, inScope: readonly InvoiceLineFacts[]): boolean {
  const taken = facts.deduction.amountMinor
  const others = facts.invoice?.lines.filter((line) => !inScope.includes(line)) ?? []
  const isExact = (minor: bigint) => minor - taken <= 1n && taken - minor <= 1n
  if (isExact(programmeMinor(facts, agreement, inScope)) || inScope.some((line) => isExact(programmeMinor(facts, agreement, [line]))))
    return false
  return (
    others.some((line) => isExact(programmeMinor(facts, agreement, [line]))) ||
    (others.length > 1 && isExact(programmeMinor(facts, agreement, others)))
  )
}

// A claim that names no agreement is about the one whose programme gives exactly its amount.
function findByAmount(facts: ValidityFacts): AgreementFacts | undefined {
  const day = orderDate(facts)
  const fitting = facts.agreements.filter((candidate) => {
    if (candidate.kind === 'priceProtection' || day === null || day < candidate.validFrom || day > candidate.validTo) return false
    const lines = facts.invoice?.lines.filter((line) => line.itemId !== null && candidate.itemIds.includes(line.itemId)) ?? []
    const gap = programmeMinor(facts, candidate, lines) - facts.deduction.amountMinor
    return lines.length > 0 && gap <= BigInt(lines.length) && -gap <= BigInt(lines.length)
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

function lineSource(facts: ValidityFacts, line: InvoiceLineFacts): Source {
  return {
    document: 'invoice',
    id: facts.invoice?.id ?? null,
    number: facts.invoice?.number ?? null,
    line: line.line,
    position: line.position,
  }
}

function readReference(facts: ValidityFacts, reference: string, reckoning: Reckoning): void {
  reckoning.read('namedAgreement', words(reference), {
    document: 'portal-claim',
    id: facts.claim?.id ?? null,
    number: facts.claim?.number ?? null,
    position: facts.claim?.position ?? null,
  })
}

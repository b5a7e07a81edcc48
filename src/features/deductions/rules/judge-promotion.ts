import { comparisonKey } from '@/core/comparison-key'
import { applyRate, extend, money } from '@/core/money'
import { orderDate } from './agreed-price'
import { takenAmount } from './claimed-line'
import { amount, onDay, quantity, type Reckoning, rate, type Source, settle, startReckoning, undecided, words } from './reckoning'
import type { AgreementFacts, InvoiceLineFacts, ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges a promotion, co-op or rebate claim: percent × gross unit price × quantity of the articles in scope, at most the
 * unit limit per order line, for orders inside the dates, unless the invoice took the same agreement off already.
 * Source: the customer's agreements; facts.md 3.3 Allowance/promo.
 */
export function judgePromotion(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const reference = facts.claim?.reference ?? null
  if (reference === null) return undecided(taken, reckoning, 'agreement-not-named', ['claim-detail'])
  const agreement = facts.agreements.find((candidate) => candidate.numberKey === comparisonKey(reference))
  if (!agreement) {
    readReference(facts, reference, reckoning)
    return settle(taken, reckoning, {
      owedMinor: 0n,
      because: 'no-such-agreement',
      confidencePpm: 920_000,
      liable: 'customer',
      rootCause: 'no-agreement',
    })
  }
  if (facts.invoice === null) return undecided(taken, reckoning, 'invoice-unknown', ['invoice'])
  const ordered = orderDate(facts)
  if (ordered === null) return undecided(taken, reckoning, 'order-unknown', ['order'])
  const source: Source = { document: 'agreement', id: agreement.id, number: agreement.number, position: agreement.position }
  reckoning.read('orderedOn', onDay(ordered), {
    document: 'purchase-order',
    id: facts.order?.id ?? null,
    number: facts.order?.number ?? null,
    position: facts.order?.position ?? null,
  })
  reckoning.read('agreedFrom', onDay(agreement.validFrom), source)
  reckoning.read('agreedTo', onDay(agreement.validTo), source)
  if (ordered < agreement.validFrom || ordered > agreement.validTo)
    return settle(taken, reckoning, {
      owedMinor: 0n,
      because: 'outside-dates',
      confidencePpm: 950_000,
      liable: 'customer',
      rootCause: 'outside-dates',
    })
  const inScope = facts.invoice.lines.filter((line) => line.itemId !== null && agreement.itemIds.includes(line.itemId))
  if (inScope.length === 0)
    return settle(taken, reckoning, {
      owedMinor: 0n,
      because: 'article-not-in-scope',
      confidencePpm: 940_000,
      liable: 'customer',
      rootCause: 'article-not-in-scope',
    })
  const open = inScope.filter((line) => line.agreementNumber === null || comparisonKey(line.agreementNumber) !== agreement.numberKey)
  if (open.length === 0) {
    for (const line of inScope)
      reckoning.read('allowanceOnInvoice', amount(money(line.allowanceMinor, taken.currency)), lineSource(facts, line))
    return settle(taken, reckoning, {
      owedMinor: 0n,
      because: 'already-on-invoice',
      confidencePpm: 950_000,
      liable: 'customer',
      rootCause: 'already-on-invoice',
    })
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
    const limit = agreement.unitLimitPerOrderLine === null ? line.quantity : BigInt(agreement.unitLimitPerOrderLine)
    const counted = line.quantity < limit ? line.quantity : limit
    const base = extend(counted, line.priceMicros, currency)
    const part = applyRate(base, ratePpm, 'half-up')
    reckoning.read('billedQuantity', quantity(line.quantity), lineSource(facts, line))
    if (counted < line.quantity) reckoning.work('countedQuantity', quantity(counted), quantity(line.quantity), 'min', quantity(limit))
    reckoning.work('lineAllowance', amount(part), amount(base), '×', rate(ratePpm))
    owed += part.minor
  }
  // The customer may round each line on its own.
  const isAll = owed + BigInt(lines.length) >= taken.minor
  return settle(taken, reckoning, {
    owedMinor: isAll ? taken.minor : owed,
    because: isAll ? 'agreed-programme' : 'more-than-agreed',
    confidencePpm: 930_000,
    liable: 'us',
    rootCause: isAll ? 'agreed-programme' : 'rate-too-high',
  })
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

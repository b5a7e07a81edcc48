import { isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { InspectedAdjustment } from '@/formats/inspection'
import type { SetDraft } from '../draft-set'
import { element, findSegment } from '../read-element'
import { detailReference, type RemittanceAdjustment, type RemittanceLine, remittanceLines, unexplainedShortPay } from '../remittance-lines'

/** RMR01 of a document that is a claim rather than an invoice we sent. */
const CLAIM_QUALIFIERS: ReadonlySet<string> = new Set(['CM', 'DM', 'OS', 'AP', 'CT'])

/**
 * 820 remittance advice. Deductions hide in four places: ADX, RMR with a negative RMR04, RMR07/08, and a short pay
 * without any code. Amounts are decimal text, negative when they lower the payment.
 * Source: X12 004010 set 820, segments BPR, RMR, ADX; element 426 for the reasons.
 */
export function inspect820(draft: SetDraft): void {
  const { set, document } = draft
  const bpr = findSegment(set, 'BPR')
  const { lines, outer } = remittanceLines(draft)
  document.number = draft.text(findSegment(set, 'TRN'), 2)
  document.date = draft.date(bpr, 16)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = lines.length
  draft.refer('trace', document.number)
  for (const line of lines) referLine(draft, line)

  const sumOf = (amounts: (string | null)[]) => sumDecimals(amounts.filter((amount) => amount !== null))
  document.amounts.total = draft.decimal(bpr, 2)
  document.amounts.paid = sumOf(lines.map((line) => line.paid))
  document.amounts.gross = sumOf(lines.map((line) => line.gross))
  document.amounts.discount = sumOf(lines.map((line) => line.discount))

  for (const adjustment of outer) document.adjustments.push(outerAdjustment(draft, adjustment))
  for (const line of lines) document.adjustments.push(...lineAdjustments(draft, line))
  document.amounts.adjustments = sumDecimals(document.adjustments.map((adjustment) => adjustment.amount))
  const nested = lines.flatMap((line) => line.nested)
  const computed = paidTotal(document.amounts.total, document.amounts.paid, sumOf(outer.map(amountOf)), sumOf(nested.map(amountOf)))
  draft.balance(document.amounts.total, computed, bpr, 'BPR02')
}

/**
 * What the advice adds up to. ADX outside an RMR counts, one nested under an RMR is already netted; some senders net or add
 * the other way, and release 003030 turned the sign. Whichever sum equals the stated total is the one that was meant.
 */
function paidTotal(stated: string | null, paid: string, outer: string, nested: string): string {
  const byStructure = sumDecimals([paid, outer])
  const others = [paid, sumDecimals([paid, outer, nested]), sumDecimals([paid, nested]), subtractDecimals(paid, outer)]
  if (stated === null) return byStructure
  return [byStructure, ...others].find((sum) => isZeroDecimal(subtractDecimals(sum, stated))) ?? byStructure
}

function amountOf(adjustment: RemittanceAdjustment): string | null {
  return adjustment.amount
}

function referLine(draft: SetDraft, { rmr }: RemittanceLine): void {
  const isClaim = CLAIM_QUALIFIERS.has(element(rmr, 1))
  if (isClaim) draft.refer('claim', element(rmr, 2))
  else if (element(rmr, 1) === 'PO') draft.refer('po', element(rmr, 2))
  else draft.refer('invoice', element(rmr, 2))
}

function outerAdjustment(draft: SetDraft, { adx, amount, details }: RemittanceAdjustment): InspectedAdjustment {
  const reference = draft.text(adx, 4)
  draft.refer('claim', detailReference(details, 'MC') ?? reference)
  return { amount: amount ?? '0', reason: draft.text(adx, 2), reference, appliesTo: detailReference(details, 'IV') }
}

function lineAdjustments(draft: SetDraft, line: RemittanceLine): InspectedAdjustment[] {
  const invoice = draft.text(line.rmr, 2)
  const found: InspectedAdjustment[] = []
  for (const { adx, amount, details } of line.nested) {
    const reference = draft.text(adx, 4)
    const claim = detailReference(details, 'MC') ?? (reference === invoice ? null : reference)
    draft.refer('claim', claim)
    found.push({ amount: amount ?? '0', reason: draft.text(adx, 2), reference, appliesTo: invoice })
  }
  const reason = draft.text(line.rmr, 7)
  if (line.paid?.startsWith('-')) {
    found.push({ amount: line.paid, reason, reference: invoice, appliesTo: detailReference(line.details, 'IV') })
    return found
  }
  if (line.adjusted !== null && !isZeroDecimal(line.adjusted)) {
    found.push({ amount: negateDecimal(line.adjusted.replace(/^-/, '')), reason, reference: null, appliesTo: invoice })
  }
  const shortPay = unexplainedShortPay(line)
  if (shortPay !== null) found.push({ amount: shortPay, reason: null, reference: null, appliesTo: invoice })
  return found
}

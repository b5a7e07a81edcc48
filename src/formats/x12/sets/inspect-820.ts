import { isZeroDecimal, negateDecimal, sumDecimals } from '@/formats/decimal-text'
import type { InspectedAdjustment } from '@/formats/inspection'
import type { SetDraft } from '../draft-set'
import { element, findSegment } from '../read-element'
import {
  detailReference,
  isClaimQualifier,
  paymentNumber,
  type RemittanceAdjustment,
  type RemittanceLine,
  remittanceLines,
  turnSigns,
  unexplainedShortPay,
} from '../remittance-lines'
import { settleNetting } from '../remittance-netting'

/**
 * 820 remittance advice. Deductions hide in four places: ADX, RMR with a negative RMR04, RMR07/08, and a short pay
 * without any code. Amounts are decimal text, negative when they lower the payment.
 * Source: X12 004010 set 820, segments BPR, RMR, ADX; element 426 for the reasons.
 */
export function inspect820(draft: SetDraft): void {
  const { set, document } = draft
  const bpr = findSegment(set, 'BPR')
  const { lines, outer } = remittanceLines(draft)
  document.number = paymentNumber(draft)
  document.date = draft.date(bpr, 16) ?? draft.date(findSegment(set, 'DTM', '097') ?? findSegment(set, 'DTM', '009'), 2)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = lines.length
  draft.refer('trace', document.number)
  for (const line of lines) referLine(draft, line)

  const sumOf = (amounts: (string | null)[]) => sumDecimals(amounts.filter((amount) => amount !== null))
  document.amounts.total = draft.decimal(bpr, 2)
  document.amounts.paid = sumOf(lines.map((line) => line.paid))
  document.amounts.gross = sumOf(lines.map((line) => line.gross))
  document.amounts.discount = sumOf(lines.map((line) => line.discount))

  const { netting, computed } = settleNetting({ lines, outer }, document.amounts.total, set.release)
  const signed = netting.isSignTurned ? turnSigns({ lines, outer }) : { lines, outer }
  for (const adjustment of signed.outer) document.adjustments.push(outerAdjustment(draft, adjustment))
  for (const line of signed.lines) document.adjustments.push(...lineAdjustments(draft, line))
  document.amounts.adjustments = sumDecimals(document.adjustments.map((adjustment) => adjustment.amount))
  draft.balance(document.amounts.total, computed, bpr, 'BPR02')
}

function referLine(draft: SetDraft, { rmr }: RemittanceLine): void {
  if (isClaimQualifier(element(rmr, 1))) draft.refer('claim', element(rmr, 2))
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

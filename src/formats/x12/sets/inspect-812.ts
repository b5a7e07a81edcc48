import { negateDecimal, sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from '../draft-set'
import { element, findSegment, findSegments } from '../read-element'

/**
 * 812 credit/debit memo. The flag is from the sender's books: a retailer's D is money we lose, so it is negative here.
 * BCD04 and CDD04 are N2, CDD11 is R. Source: X12 004010 set 812, segments BCD and CDD; element 426 for the reasons.
 */
export function inspect812(draft: SetDraft): void {
  const { set, document } = draft
  const bcd = findSegment(set, 'BCD')
  const lines = findSegments(set, 'CDD')
  document.number = draft.text(bcd, 2)
  document.date = draft.date(bcd, 1)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = lines.length
  const invoice = draft.text(bcd, 7)
  draft.refer('claim', document.number)
  draft.refer('invoice', invoice)
  draft.refer('po', draft.text(bcd, 9))

  const flag = element(bcd, 5)
  for (const line of lines) {
    const amount = draft.cents(line, 4)
    const isDebit = (element(line, 2) || flag) === 'D'
    if (amount === null) continue
    const reference = draft.text(line, 3) ?? document.number
    document.adjustments.push({
      amount: isDebit ? negateDecimal(amount) : amount,
      reason: draft.text(line, 1),
      reference,
      appliesTo: invoice,
    })
  }
  document.amounts.total = draft.cents(bcd, 4)
  document.amounts.adjustments = sumDecimals(document.adjustments.map((adjustment) => adjustment.amount))
  const computed = flag === 'D' ? negateDecimal(document.amounts.adjustments) : document.amounts.adjustments
  if (lines.length > 0) draft.balance(document.amounts.total, computed, bcd, 'BCD04')
}

import { negateDecimal, sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from '../draft-set'
import { memoLine, memoOrder } from '../memo-lines'
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
  draft.refer('po', memoOrder(bcd))

  const flag = element(bcd, 5)
  for (const cdd of lines) {
    const { amount, isDebit } = memoLine(draft, cdd, flag)
    if (amount === null) {
      draft.problem(cdd, 'CDD04', 'amount-missing', 'the line states neither an amount nor a quantity with a price')
      continue
    }
    document.adjustments.push({
      amount: isDebit ? negateDecimal(amount) : amount,
      reason: draft.text(cdd, 1),
      reference: draft.text(cdd, 3) ?? document.number,
      appliesTo: invoice,
    })
  }
  document.amounts.total = draft.cents(bcd, 4)
  document.amounts.adjustments = sumDecimals(document.adjustments.map((adjustment) => adjustment.amount))
  // The total carries no sign of its own; a memo of both kinds of lines states what they come to.
  const computed = flag === 'C' ? document.amounts.adjustments : negateDecimal(document.amounts.adjustments)
  if (lines.length > 0) draft.balance(document.amounts.total, computed, bcd, 'BCD04')
}

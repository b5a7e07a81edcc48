import { sumDecimals } from '@/formats/decimal-text'
import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { findSegment, findSegments } from '../read-element'
import { transferredLines } from '../transferred-lines'

/** 867 product transfer and resale: what a distributor sold on. Source: X12 004010 set 867: BPT, N1, PTD, QTY, LIN, UIT, AMT. */
export function inspect867(draft: SetDraft): void {
  const { set, document } = draft
  const bpt = findSegment(set, 'BPT')
  const lines = transferredLines(draft)
  const amt = findSegments(set, 'AMT').find(({ index }) => index > (findSegment(set, 'CTT')?.index ?? Number.POSITIVE_INFINITY))
  document.number = draft.text(bpt, 2)
  document.date = draft.date(bpt, 3)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'LIN').length
  checkLineCount(draft, 'PTD', 'LIN', 'QTY')
  const amounts = lines.map(({ amount }) => amount)
  document.amounts.gross = amounts.length === 0 || amounts.includes(null) ? null : sumDecimals(amounts.map((amount) => amount ?? '0'))
  document.amounts.total = draft.decimal(amt, 2) ?? document.amounts.gross
  draft.balance(draft.decimal(amt, 2), document.amounts.gross, amt, 'AMT02')
}

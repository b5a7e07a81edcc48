import { findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { impliedMinorText, startReading } from '@/formats/x12/set-values'

/** 210 freight bill as a row of kind 'freight-bill': that we paid this carrier. B307 is N2. Source: X12 004010 set 210: B3, N9, L3. */
export const read210: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const b3 = findSegment(set, 'B3')
  const number = draft.text(b3, 2)
  const carrier = draft.text(b3, 11)
  const currency = draft.text(findSegment(set, 'C3'), 1) ?? 'USD'
  const amountMinor = impliedMinorText(draft, b3, 7, currency) ?? impliedMinorText(draft, findSegment(set, 'L3'), 5, currency)
  if (number === null || carrier === null) return reject('B302', 'bill-number-missing', 'the freight bill lacks its number or its carrier')
  if (amountMinor === null) return reject('B307', 'amount-missing', 'the freight bill has no amount')
  return finish([
    row('freight-bill', {
      carrier,
      number,
      pro: draft.text(findSegment(set, 'N9', 'CN'), 2),
      bol: draft.text(findSegment(set, 'N9', 'BM'), 2) ?? draft.text(b3, 3),
      poNumber: draft.text(findSegment(set, 'N9', 'PO'), 2),
      billedOn: draft.date(b3, 6),
      amountMinor,
      currency,
    }),
  ])
}

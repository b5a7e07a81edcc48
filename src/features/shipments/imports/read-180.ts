import { findSegment, findSegments } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { itemNumbers, priceMicrosText, quantityText, startReading } from '@/formats/x12/set-values'

/** 180 return authorisation: one row of kind 'return-authorisation' per BLI. Source: X12 004010 set 180: BGN, N9, BLI. */
export const read180: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bgn = findSegment(set, 'BGN')
  const number = draft.text(findSegment(set, 'N9', 'RZ'), 2) ?? draft.text(bgn, 2)
  if (number === null) return reject('BGN02', 'authorisation-number-missing', 'the authorisation has no number')
  const authorised = {
    number,
    authorisedOn: draft.date(bgn, 3),
    poNumber: draft.text(findSegment(set, 'N9', 'PO'), 2),
    invoiceNumber: draft.text(findSegment(set, 'N9', 'IV'), 2),
  }
  const rows = findSegments(set, 'BLI').map((bli, index) =>
    row(
      'return-authorisation',
      {
        ...authorised,
        line: String(index + 1),
        ...itemNumbers(bli),
        quantity: quantityText(draft, bli, 3) ?? '0',
        priceMicros: priceMicrosText(draft, bli, 5),
      },
      bli.position,
    ),
  )
  return rows.length > 0 ? finish(rows) : reject('BLI01', 'lines-missing', 'the authorisation names no article')
}

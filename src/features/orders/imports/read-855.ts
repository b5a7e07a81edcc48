import { element, findSegment, findSegments } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { LineNumbers, priceMicrosText, quantityText, startReading } from '@/formats/x12/set-values'
import type { X12Segment } from '@/formats/x12/x12-segment'

/** 855 order confirmation: one row of kind 'order-confirmation' per line. An ACK belongs to the PO1 before it. Source: X12 004010 set 855: BAK, PO1, ACK. */
export const read855: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bak = findSegment(set, 'BAK')
  const poNumber = draft.text(bak, 3)
  if (poNumber === null) return reject('BAK03', 'order-number-missing', 'the confirmation names no order')
  const confirmed: { po1: X12Segment; ack: X12Segment | undefined }[] = []
  for (const segment of findSegments(set, 'PO1', 'ACK')) {
    const last = confirmed.at(-1)
    if (segment.id === 'PO1') confirmed.push({ po1: segment, ack: undefined })
    else if (last && !last.ack) last.ack = segment
  }
  const numbers = new LineNumbers()
  const confirmedOn = draft.date(bak, 9) ?? draft.date(bak, 4)
  const rows = confirmed.map(({ po1, ack }) =>
    row(
      'order-confirmation',
      {
        poNumber,
        confirmedOn,
        line: numbers.next(element(po1, 1)),
        status: element(ack, 1) || element(bak, 2),
        quantity: quantityText(draft, ack, 2) ?? quantityText(draft, po1, 2),
        priceMicros: priceMicrosText(draft, po1, 4),
      },
      po1.position,
    ),
  )
  return rows.length > 0 ? finish(rows) : reject('PO101', 'lines-missing', 'the confirmation confirms no line')
}

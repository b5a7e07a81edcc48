import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment, findSegments, readTime } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { startReading, wholeNumber } from '@/formats/x12/set-values'
import type { X12Segment, X12Set } from '@/formats/x12/x12-segment'

/**
 * 214 shipment status: one row of kind 'carrier-event' per AT7. AT702 or AT704 is the reason; AT804 counts cartons and
 * stands behind its AT7. Source: X12 004010 set 214: B10, L11, AT7, AT8.
 */
export const read214: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const b10 = findSegment(set, 'B10')
  const carrier = draft.text(b10, 3)
  if (carrier === null) return reject('B1003', 'carrier-missing', 'the status names no carrier')
  const shipment = {
    carrier,
    pro: draft.text(b10, 1) ?? reference(set, 'CN'),
    bol: draft.text(b10, 2) ?? reference(set, 'BM'),
    poNumber: reference(set, 'PO'),
    deliveryNumber: reference(set, 'SI'),
  }
  const cartons = cartonsByStatus(draft, set)
  const rows = findSegments(set, 'AT7').map((at7) => {
    const day = draft.date(at7, 5)
    return row(
      'carrier-event',
      {
        ...shipment,
        status: element(at7, 1) || element(at7, 3),
        reason: element(at7, 2) || element(at7, 4) || null,
        happenedAt: day === null ? null : `${day} ${readTime(element(at7, 6)) ?? '00:00'}`,
        cartons: cartons.get(at7) ?? null,
      },
      at7.position,
    )
  })
  return rows.length > 0 ? finish(rows) : reject('AT701', 'status-missing', 'the message holds no status')
}

/** L1101 is the number, L1102 says what it is. */
function reference(set: X12Set, qualifier: string): string | null {
  const found = findSegments(set, 'L11').find((l11) => element(l11, 2) === qualifier)
  return element(found, 1) || null
}

function cartonsByStatus(draft: SetDraft, set: X12Set): Map<X12Segment, number> {
  const cartons = new Map<X12Segment, number>()
  let at7: X12Segment | null = null
  for (const segment of findSegments(set, 'AT7', 'AT8')) {
    if (segment.id === 'AT7') at7 = segment
    const count = segment.id === 'AT8' ? wholeNumber(draft, segment, 4) : null
    if (at7 && count !== null) cartons.set(at7, count)
  }
  return cartons
}

import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment, readTime } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { carrierOf, itemNumbers, LineNumbers, quantityText, startReading, wholeNumber } from '@/formats/x12/set-values'
import type { X12Segment, X12Set } from '@/formats/x12/x12-segment'

type ShipNoticeLine = {
  poNumber: string | null
  line: string
  upc: string | null
  vendorPart: string | null
  customerItem: string | null
  quantity: string
  unit: string | null
  cartons: number
  position: string
}

/**
 * 856 ship notice as a row of kind 'ship-notice'. Levels need not name their parents: an item belongs to the order level
 * above it, a carton to the item above it. Source: X12 004010 set 856: BSN, HL, TD1, TD5, REF, DTM, PRF, LIN, SN1, MAN.
 */
export const read856: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bsn = findSegment(set, 'BSN')
  const number = draft.text(bsn, 2)
  if (number === null) return reject('BSN02', 'shipment-number-missing', 'the ship notice has no number')
  const sentOn = draft.date(bsn, 3)
  const sentTime = readTime(element(bsn, 4))
  return finish([
    row('ship-notice', {
      number,
      // Local time of the customer; its zone is known to the database only.
      sentAt: sentOn === null ? null : `${sentOn} ${sentTime ?? '00:00'}`,
      shippedOn: draft.date(findSegment(set, 'DTM', '011'), 2),
      expectedOn: draft.date(findSegment(set, 'DTM', '017'), 2) ?? draft.date(findSegment(set, 'DTM', '067'), 2),
      carrier: carrierOf(set),
      bol: draft.text(findSegment(set, 'REF', 'BM') ?? findSegment(set, 'REF', 'MB'), 2),
      pro: draft.text(findSegment(set, 'REF', 'CN'), 2),
      cartons: wholeNumber(draft, findSegment(set, 'TD1'), 2),
      lines: shippedLines(draft, set),
    }),
  ])
}

function shippedLines(draft: SetDraft, set: X12Set): ShipNoticeLine[] {
  const lines: ShipNoticeLine[] = []
  const numbers = new Map<string, LineNumbers>()
  let poNumber: string | null = null
  let lin: X12Segment | null = null
  for (const segment of set.segments) {
    if (segment.id === 'PRF') {
      poNumber = element(segment, 1) || null
      // A PRF inside an item loop comes after its LIN: it names the order of that item.
      const last = lines.at(-1)
      if (last && last.poNumber === null) last.poNumber = poNumber
    } else if (segment.id === 'LIN') {
      lin = segment
    } else if (segment.id === 'SN1') {
      lines.push(shippedLine(draft, segment, lin, poNumber, numbers))
      lin = null
    } else if (segment.id === 'MAN') {
      const last = lines.at(-1)
      if (last) last.cartons += 1
    }
  }
  return lines
}

function shippedLine(
  draft: SetDraft,
  sn1: X12Segment,
  lin: X12Segment | null,
  poNumber: string | null,
  numbers: Map<string, LineNumbers>,
): ShipNoticeLine {
  const ofOrder = numbers.get(poNumber ?? '') ?? new LineNumbers()
  numbers.set(poNumber ?? '', ofOrder)
  const items = lin ? itemNumbers(lin) : { upc: null, vendorPart: null, customerItem: null }
  return {
    poNumber,
    line: ofOrder.next(element(lin ?? undefined, 1) || element(sn1, 1)),
    ...items,
    quantity: quantityText(draft, sn1, 2) ?? '0',
    unit: element(sn1, 3) || null,
    cartons: 0,
    position: (lin ?? sn1).position,
  }
}

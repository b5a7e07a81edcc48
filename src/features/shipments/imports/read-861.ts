import type { SetDraft } from '@/formats/x12/draft-set'
import { element, findSegment, findSegments } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { itemNumbers, quantityText, startReading } from '@/formats/x12/set-values'
import type { X12Segment, X12Set } from '@/formats/x12/x12-segment'
import type { ReceiptLineValues, ReceiptValues } from './receipt-values'

/**
 * 861 receiving advice as a row of kind 'receipt': the retailer's own count. A LIN belongs to the RCD before it. RCD06 with
 * condition 01 is damaged and part of what was received. Source: X12 004010 set 861: BRA, PRF, REF, N1, RCD, LIN.
 */
export const read861: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bra = findSegment(set, 'BRA')
  const number = draft.text(bra, 1)
  if (number === null) return reject('BRA01', 'receipt-number-missing', 'the receipt has no number')
  const purpose = element(bra, 3)
  const values: ReceiptValues = {
    number,
    receivedOn: draft.date(bra, 2),
    purpose: purpose === '' || purpose === '00' ? 'first' : 'correction',
    poNumber: draft.text(findSegment(set, 'PRF'), 1) ?? draft.text(findSegment(set, 'REF', 'PO'), 2),
    bol: draft.text(findSegment(set, 'REF', 'BM'), 2),
    location: draft.text(findSegment(set, 'N1', 'ST'), 4),
    source: '861',
    lines: receivedLines(draft, set),
  }
  return finish([row('receipt', values)])
}

function receivedLines(draft: SetDraft, set: X12Set): ReceiptLineValues[] {
  const received: { rcd: X12Segment; lin: X12Segment | undefined }[] = []
  for (const segment of findSegments(set, 'RCD', 'LIN')) {
    const last = received.at(-1)
    if (segment.id === 'RCD') received.push({ rcd: segment, lin: undefined })
    else if (last && !last.lin) last.lin = segment
  }
  return received.map(({ rcd, lin }) => ({
    line: element(rcd, 1).replace(/^0+(?=.)/, ''),
    ...(lin ? itemNumbers(lin) : { upc: null, vendorPart: null, customerItem: null }),
    received: quantityText(draft, rcd, 2) ?? '0',
    damaged: quantityText(draft, rcd, 6) ?? '0',
    position: rcd.position,
  }))
}

import type { SetDraft } from '@/formats/x12/draft-set'
import { lineAllowances } from '@/formats/x12/line-allowances'
import { setLines } from '@/formats/x12/line-figures'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import {
  carrierOf,
  itemNumbers,
  LineNumbers,
  lineMicros,
  lineUnits,
  minorText,
  packOf,
  percentPpm,
  startReading,
  wholeNumber,
} from '@/formats/x12/set-values'
import type { X12Set } from '@/formats/x12/x12-segment'
import { orderAllowance, stateAllowances } from './order-allowances'
import type { PurchaseOrderLineValues, PurchaseOrderValues } from './purchase-order-values'

/** 850 purchase order as a row of kind 'purchase-order'. Source: X12 004010 set 850: BEG, FOB, SAC, ITD, DTM, TD5, N1, PO1, PO4, AMT. */
export const read850: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const beg = findSegment(set, 'BEG')
  const number = draft.text(beg, 3)
  if (number === null) return reject('BEG03', 'order-number-missing', 'the order has no number')
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const terms = findSegment(set, 'ITD')
  const values: PurchaseOrderValues = {
    number,
    orderedOn: draft.date(beg, 5),
    currency,
    ...shipWindow(draft, set),
    freightTerms: freightTerms(element(findSegment(set, 'FOB'), 1)),
    netDays: wholeNumber(draft, terms, 7),
    discountPpm: percentPpm(draft, terms, 3),
    discountDays: wholeNumber(draft, terms, 5),
    carrier: carrierOf(set),
    shipToNumber: draft.text(findSegment(set, 'N1', 'ST'), 4),
    statedTotalMinor: minorText(draft, findSegment(set, 'AMT', 'TT'), 2, currency),
    source: '850',
    ...orderAllowance(draft, 'PO1', 'SAC', currency),
    lines: orderLines(draft, set, currency),
  }
  return finish([row('purchase-order', values)])
}

/** FOB01: CC and PB mean that the consignee pays the carrier. */
function freightTerms(fob: string): string | null {
  if (fob === '') return null
  return fob === 'CC' || fob === 'PB' ? 'collect' : 'prepaid'
}

/** Earliest and latest day to ship or deliver, whichever pair the sender uses. Source: X12 element 374. */
function shipWindow(draft: SetDraft, set: X12Set): { shipFrom: string | null; shipBy: string | null } {
  const dateOf = (...qualifiers: string[]) => {
    for (const qualifier of qualifiers) {
      const date = draft.date(findSegment(set, 'DTM', qualifier), 2)
      if (date !== null) return date
    }
    return null
  }
  return { shipFrom: dateOf('064', '037', '010'), shipBy: dateOf('063', '038', '061', '002') }
}

function orderLines(draft: SetDraft, set: X12Set, currency: string | null): PurchaseOrderLineValues[] {
  const numbers = new LineNumbers()
  return setLines(set, 'PO1').map((line) => ({
    line: numbers.next(element(line.line, 1)),
    ...itemNumbers(line.line),
    quantity: lineUnits(draft, line),
    unit: element(line.line, 3) || 'EA',
    priceMicros: lineMicros(draft, line),
    pack: packOf(draft, line),
    position: line.line.position,
    ...stateAllowances(lineAllowances(draft, line, 'SAC'), currency),
  }))
}

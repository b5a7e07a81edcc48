import { lineAllowances } from '@/formats/x12/line-allowances'
import { setLines } from '@/formats/x12/line-figures'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { itemNumbers, LineNumbers, lineMicros, lineUnits, percentPpm, startReading, wholeNumber } from '@/formats/x12/set-values'
import { orderAllowance, stateAllowances } from './order-allowances'
import type { PurchaseOrderValues } from './purchase-order-values'

/**
 * 875 grocery order as a row of kind 'purchase-order'. Units are cases unless G6802 says otherwise, G7001 is the pack.
 * Source: X12 004010 set 875: G50, G62, G66, G23, G72, N1, G68, G70.
 */
export const read875: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const g50 = findSegment(set, 'G50')
  const number = draft.text(g50, 3)
  if (number === null) return reject('G5003', 'order-number-missing', 'the order has no number')
  const terms = findSegment(set, 'G23')
  const payer = element(findSegment(set, 'G66'), 1)
  const numbers = new LineNumbers()
  const currency = draft.text(findSegment(set, 'CUR'), 2)
  const values: PurchaseOrderValues = {
    number,
    orderedOn: draft.date(g50, 2),
    currency,
    shipFrom: draft.date(findSegment(set, 'G62', '10'), 2),
    shipBy: draft.date(findSegment(set, 'G62', '02'), 2),
    freightTerms: payer === '' ? null : payer === 'CC' || payer === 'PB' ? 'collect' : 'prepaid',
    netDays: wholeNumber(draft, terms, 9),
    discountPpm: percentPpm(draft, terms, 5),
    discountDays: wholeNumber(draft, terms, 7),
    carrier: null,
    shipToNumber: draft.text(findSegment(set, 'N1', 'ST'), 4),
    statedTotalMinor: null,
    source: '875',
    ...orderAllowance(draft, 'G68', 'G72', currency),
    lines: setLines(set, 'G68').map((line) => ({
      line: numbers.next(''),
      ...itemNumbers(line.line),
      quantity: lineUnits(draft, line),
      unit: element(line.line, 2) || 'CA',
      priceMicros: lineMicros(draft, line),
      pack: wholeNumber(
        draft,
        line.details.find(({ id }) => id === 'G70'),
        1,
      ),
      position: line.line.position,
      ...stateAllowances(lineAllowances(draft, line, 'G72'), currency),
    })),
  }
  return finish([row('purchase-order', values)])
}

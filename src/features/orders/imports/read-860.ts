import { setLines } from '@/formats/x12/line-figures'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { itemNumbers, lineMicros, packOf, quantityText, startReading } from '@/formats/x12/set-values'
import type { OrderChangeValues } from './purchase-order-values'

/** POC02: the line is new. Source: X12 element 670. */
const ADDS = 'AI'

/**
 * 860 order change: one row of kind 'order-change' per POC, so that changes can be replayed on the order in their order.
 * A change of the whole order (cancellation) is one row without a line. Source: X12 004010 set 860: BCH, POC, PO4.
 */
export const read860: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bch = findSegment(set, 'BCH')
  const poNumber = draft.text(bch, 3)
  if (poNumber === null) return reject('BCH03', 'order-number-missing', 'the change names no order')
  const changedOn = draft.date(bch, 11) ?? draft.date(bch, 6)
  const lines = setLines(set, 'POC')
  if (lines.length === 0) {
    const whole = { poNumber, changedOn, line: '', code: element(bch, 1), quantityNew: null, quantityDelta: null, priceMicrosNew: null }
    return finish([row('order-change', whole)])
  }
  const rows = lines.map((line) => {
    const poc = line.line
    const values: OrderChangeValues = {
      poNumber,
      changedOn,
      line: element(poc, 1).replace(/^0+(?=.)/, ''),
      code: element(poc, 2),
      quantityNew: quantityText(draft, poc, 3),
      quantityDelta: quantityText(draft, poc, 4),
      priceMicrosNew: lineMicros(draft, line),
    }
    const goods = { ...itemNumbers(poc), unit: element(poc, 5) || 'EA', pack: packOf(draft, line) }
    return row('order-change', values.code === ADDS ? { ...values, ...goods } : values, poc.position)
  })
  return finish(rows)
}

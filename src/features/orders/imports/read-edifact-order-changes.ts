import { component } from '@/formats/edifact/edifact-segment'
import { messageParts } from '@/formats/edifact/message-lines'
import {
  articleOf,
  lineNumberOf,
  type MessageReader,
  priceIn,
  quantityIn,
  referenceIn,
  startMessage,
} from '@/formats/edifact/message-reading'
import type { OrderChangeValues } from './purchase-order-values'

/** LIN 1229 in the words of the 860: what becomes of a line. Source: UN/EDIFACT code list 1229. */
const CODE_OF_ACTION: Readonly<Record<string, string>> = { '1': 'AI', '2': 'DI', '3': 'CA' }

/**
 * ORDCHG as rows of kind 'order-change', one per changed line; a cancelled order is one row without a line. Lines without any
 * change (action 4) say nothing. Source: D.96A ORDCHG: BGM 1225, DTM 137, RFF ON, LIN 1229, QTY 21, PRI.
 */
export const readEdifactOrderChanges: MessageReader = (message, addresses) => {
  const { draft, row, finish, reject } = startMessage(message, addresses)
  const { header, lines } = messageParts(draft, 'LIN')
  const poNumber = referenceIn(header, 'ON') ?? referenceIn(header, 'OP')
  if (poNumber === null) return reject('RFF', 'order-number-missing', 'the change names no order')
  const changedOn = draft.date('137', '4')
  if (component(draft.find('BGM'), 3) === '1')
    return finish([
      row('order-change', { poNumber, changedOn, line: '', code: '01', quantityNew: null, quantityDelta: null, priceMicrosNew: null }),
    ])
  const rows = lines.flatMap((line, index) => {
    const code = CODE_OF_ACTION[component(line[0], 2) || '3']
    if (code === undefined) return []
    const { quantity, unit } = quantityIn(draft, line, '21')
    const values: OrderChangeValues = {
      poNumber,
      changedOn,
      line: lineNumberOf(line, index),
      code,
      quantityNew: quantity,
      quantityDelta: null,
      priceMicrosNew: priceIn(draft, line, 'AAA', 'AAB', 'CAL'),
    }
    const goods = code === 'AI' ? { ...articleOf(line), unit, pack: null } : {}
    return [{ ...row('order-change', { ...values, ...goods }), position: line[0]?.position ?? '' }]
  })
  return finish(rows)
}

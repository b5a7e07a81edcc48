import { component } from '@/formats/edifact/edifact-segment'
import { findIn, messageParts } from '@/formats/edifact/message-lines'
import { articleOf, lineNumberOf, type MessageReader, quantityIn, referenceIn, startMessage } from '@/formats/edifact/message-reading'
import type { ReceiptValues } from './receipt-values'

// Message functions 4 and 5: change, replace.
const CORRECTIONS: ReadonlySet<string> = new Set(['4', '5'])

/** RECADV as a row of kind 'receipt': the retailer's own count. Source: D.96A RECADV: BGM, DTM 50, RFF, NAD, LIN, QTY 48 received, 124 damaged. */
export const readEdifactRecadv: MessageReader = (message, addresses) => {
  const { draft, row, finish, reject } = startMessage(message, addresses)
  const bgm = draft.find('BGM')
  const number = component(bgm, 2)
  if (number === '') return reject('BGM', 'receipt-number-missing', 'the receipt has no number')
  const { header, lines } = messageParts(draft, 'LIN')
  const values: ReceiptValues = {
    number,
    receivedOn: draft.date('50', '137'),
    purpose: CORRECTIONS.has(component(bgm, 3)) ? 'correction' : 'first',
    poNumber: referenceIn(header, 'ON') ?? (lines[0] ? referenceIn(lines[0], 'ON') : null),
    bol: referenceIn(header, 'BM'),
    location: component(findIn(header, 'NAD', 'DP', 'ST', 'UC'), 2) || null,
    source: 'recadv',
    lines: lines.map((line, index) => ({
      line: lineNumberOf(line, index),
      ...articleOf(line),
      received: quantityIn(draft, line, '48', '194').quantity ?? '0',
      damaged: quantityIn(draft, line, '124').quantity ?? '0',
      position: line[0]?.position ?? '',
    })),
  }
  return finish([row('receipt', values)])
}

import type { MessageDraft } from '@/formats/edifact/draft-message'
import { component, type EdifactSegment } from '@/formats/edifact/edifact-segment'
import { findIn, messageParts } from '@/formats/edifact/message-lines'
import { articleOf, lineNumberOf, type MessageReader, quantityIn, referenceIn, startMessage } from '@/formats/edifact/message-reading'
import { toWholeText } from '@/formats/exact-text'
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
      received: receivedIn(draft, line),
      damaged: quantityIn(draft, line, '124').quantity ?? '0',
      position: line[0]?.position ?? '',
    })),
  }
  return finish([row('receipt', values)])
}

/**
 * What arrived: QTY 48 or 194, else what was despatched (12, 21) less what was not received (195), or changed by the
 * difference that QVR states. Source: D.96A RECADV, code list 6063, segment QVR.
 */
function receivedIn(draft: MessageDraft, line: readonly EdifactSegment[]): string {
  const stated = quantityIn(draft, line, '48', '194').quantity
  if (stated !== null) return stated
  const despatched = quantityIn(draft, line, '12', '21').quantity
  const missing = quantityIn(draft, line, '195').quantity
  const difference = draft.decimal(
    line.find(({ tag }) => tag === 'QVR'),
    1,
    1,
  )
  if (despatched === null) return '0'
  if (missing !== null) return (BigInt(despatched) - BigInt(missing)).toString()
  return (BigInt(despatched) + BigInt(toWholeText(difference ?? '0') ?? '0')).toString()
}

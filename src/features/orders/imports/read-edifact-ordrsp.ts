import { component, type EdifactSegment } from '@/formats/edifact/edifact-segment'
import { messageParts } from '@/formats/edifact/message-lines'
import { lineNumberOf, type MessageReader, priceIn, quantityIn, referenceIn, startMessage } from '@/formats/edifact/message-reading'

/** LIN 1229 in the words of the order acknowledgement (X12 element 668). Source: UN/EDIFACT code list 1229. */
const LINE_STATUS: Readonly<Record<string, string>> = {
  '1': 'IA',
  '2': 'ID',
  '3': 'IC',
  '5': 'IA',
  '6': 'IC',
  '7': 'IR',
  '10': 'IB',
  '24': 'IC',
}
/** BGM 4343, the answer to the order as a whole. Source: UN/EDIFACT code list 4343. */
const WHOLE_STATUS: Readonly<Record<string, string>> = { AP: 'IA', AC: 'IC', CA: 'IC', RE: 'IR', NA: 'IR' }

/**
 * ORDRSP: one row of kind 'order-confirmation' per line, in the words of the 855, so that both are judged alike.
 * Source: D.96A ORDRSP: BGM, DTM, RFF ON, LIN 1229, QTY 113 or 21, PRI.
 */
export const readEdifactOrdrsp: MessageReader = (message, addresses) => {
  const { draft, row, finish, reject } = startMessage(message, addresses)
  const bgm = draft.find('BGM')
  const { header, lines } = messageParts(draft, 'LIN')
  const poNumber = referenceIn(header, 'ON') ?? (lines[0] ? referenceIn(lines[0], 'ON') : null)
  if (poNumber === null) return reject('RFF', 'order-number-missing', 'the confirmation names no order')
  if (lines.length === 0) return reject('LIN', 'lines-missing', 'the confirmation confirms no line')
  const whole = WHOLE_STATUS[component(bgm, 4)] ?? 'IA'
  const confirmedOn = draft.date('137', '4')
  return finish(
    lines.map((line, index) => ({
      ...row('order-confirmation', {
        poNumber: referenceIn(line, 'ON') ?? poNumber,
        confirmedOn,
        line: lineNumberOf(line, index),
        status: statusOf(line, whole),
        quantity: quantityIn(draft, line, '113', '12', '21', '145').quantity,
        priceMicros: priceIn(draft, line, 'AAA', 'AAB', 'CAL'),
        groupControl: null,
        setControl: message.reference,
      }),
      position: line[0]?.position ?? '',
    })),
  )
}

/** A line that promises another quantity than it repeats as ordered is changed in its quantity. */
function statusOf(line: readonly EdifactSegment[], whole: string): string {
  const stated = LINE_STATUS[component(line[0], 2)] ?? whole
  const quantity = (qualifier: string) => {
    const found = line.find((segment) => segment.tag === 'QTY' && component(segment, 1) === qualifier)
    return found ? Number(component(found, 1, 2).replace(',', '.')) : null
  }
  const [ordered, promised] = [quantity('21'), quantity('113')]
  return stated === 'IC' && ordered !== null && promised !== null && ordered !== promised ? 'IQ' : stated
}

import { component, type EdifactSegment } from '@/formats/edifact/edifact-segment'
import { messageParts } from '@/formats/edifact/message-lines'
import { articleOf, lineNumberOf, type MessageReader, quantityIn, referenceIn, startMessage } from '@/formats/edifact/message-reading'
import { toWholeText } from '@/formats/exact-text'

/**
 * DESADV as a row of kind 'ship-notice'. Cartons (GIN BJ) stand before the line they hold, or behind it where none stands
 * before the first line. Source: D.96A DESADV: BGM, DTM, RFF, TDT, PAC, GIN, LIN, QTY.
 */
export const readEdifactDesadv: MessageReader = (message, addresses) => {
  const { draft, row, finish, reject } = startMessage(message, addresses)
  const number = component(draft.find('BGM'), 2)
  if (number === '') return reject('BGM', 'shipment-number-missing', 'the ship notice has no number')
  const { header, lines } = messageParts(draft, 'LIN')
  const poNumber = referenceIn(header, 'ON')
  const isBefore = cartonsIn(header) > 0
  const packages = draft.decimal(draft.find('PAC'), 1, 1)
  const cartons = packages === null ? null : toWholeText(packages)
  return finish([
    row('ship-notice', {
      number,
      sentAt: sentAt(component(draft.find('DTM', '137'), 1, 2)),
      shippedOn: draft.date('11', '2'),
      expectedOn: draft.date('17', '132'),
      carrier: component(draft.find('TDT', '20'), 5) || null,
      bol: referenceIn(header, 'BM'),
      pro: referenceIn(header, 'CN'),
      cartons: cartons === null ? null : Number(cartons),
      lines: lines.map((line, index) => {
        const { quantity, unit } = quantityIn(draft, line, '12', '46')
        return {
          poNumber: referenceIn(line, 'ON') ?? poNumber,
          line: lineNumberOf(line, index),
          ...articleOf(line),
          quantity: quantity ?? '0',
          unit,
          cartons: cartonsIn(isBefore ? (lines[index - 1] ?? header) : line),
          position: line[0]?.position ?? '',
        }
      }),
    }),
  ])
}

/** GIN names up to five carton numbers or ranges of them. */
function cartonsIn(part: readonly EdifactSegment[]): number {
  return part
    .filter((segment) => segment.tag === 'GIN' && component(segment, 1) === 'BJ')
    .reduce((sum, segment) => sum + segment.elements.slice(2).reduce((count, [first, last]) => count + rangeOf(first, last), 0), 0)
}

function rangeOf(first: string | undefined, last: string | undefined): number {
  if (!first) return 0
  if (!last || !/^\d{18}$/.test(first) || !/^\d{18}$/.test(last)) return 1
  // Without their check digits consecutive cartons differ by one.
  const size = BigInt(last.slice(0, 17)) - BigInt(first.slice(0, 17)) + 1n
  return size > 0n && size < 100_000n ? Number(size) : 1
}

/** DTM 203 'CCYYMMDDHHMM' or 102: local time of the customer. */
function sentAt(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?/.exec(text)
  return match ? `${match[1]}-${match[2]}-${match[3]} ${match[4] ?? '00'}:${match[5] ?? '00'}` : null
}

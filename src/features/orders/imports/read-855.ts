import { sumDecimals } from '@/formats/decimal-text'
import { toWholeText } from '@/formats/exact-text'
import type { SetDraft } from '@/formats/x12/draft-set'
import { type SetLine, setLines } from '@/formats/x12/line-figures'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { LineNumbers, lineMicros, lineUnits, startReading } from '@/formats/x12/set-values'

/** ACK01 of units that will not come with this order: back ordered, held, deleted, rejected. Source: X12 element 668. */
const NOT_COMING: ReadonlySet<string> = new Set('IB ID IF IH IR IS IW R1 R2 R3 R4 R5 R6'.split(' '))

/**
 * 855 order confirmation: one row of kind 'order-confirmation' per line. The ACKs of a line tell what becomes of how many
 * units; what is promised is the sum of those that come. Source: X12 004010 set 855: BAK, PO1, ACK.
 */
export const read855: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bak = findSegment(set, 'BAK')
  const poNumber = draft.text(bak, 3)
  if (poNumber === null) return reject('BAK03', 'order-number-missing', 'the confirmation names no order')
  const numbers = new LineNumbers()
  const confirmedOn = draft.date(bak, 9) ?? draft.date(bak, 4)
  const rows = setLines(set, 'PO1').map((line) =>
    row(
      'order-confirmation',
      {
        poNumber,
        confirmedOn,
        line: numbers.next(element(line.line, 1)),
        ...confirmed(draft, line, element(bak, 2)),
        priceMicros: lineMicros(draft, line),
        groupControl: envelope.groupControl,
        setControl: set.control,
      },
      line.line.position,
    ),
  )
  return rows.length > 0 ? finish(rows) : reject('PO101', 'lines-missing', 'the confirmation confirms no line')
}

/** Status and promised units of a line; without an ACK those of the whole confirmation. */
function confirmed(draft: SetDraft, line: SetLine, whole: string): { status: string; quantity: string | null } {
  const acks = line.details.filter(({ id }) => id === 'ACK')
  if (acks.length === 0) return { status: whole, quantity: lineUnits(draft, line) }
  const statuses = acks.map((ack) => element(ack, 1))
  const stated = acks.map((ack) => draft.decimal(ack, 2))
  // One ACK without a quantity speaks of the whole line.
  if (acks.length === 1 && stated[0] === null) return { status: statuses[0] ?? whole, quantity: lineUnits(draft, line) }
  const coming = acks.length === 1 ? stated : stated.filter((_, at) => !NOT_COMING.has(statuses[at] ?? ''))
  const status = statuses.find((code) => code !== 'IA') ?? statuses[0] ?? whole
  return { status, quantity: toWholeText(sumDecimals(coming.map((quantity) => quantity ?? '0'))) }
}

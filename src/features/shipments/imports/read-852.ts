import { toWholeText } from '@/formats/exact-text'
import type { StagedRow } from '@/formats/staged-row'
import { storeSplits } from '@/formats/x12/line-figures'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { itemNumbers, quantityText, startReading } from '@/formats/x12/set-values'
import type { X12Segment, X12Set } from '@/formats/x12/x12-segment'

const STORES: ReadonlySet<string> = new Set(['BY', 'ST', 'RL'])

/**
 * 852 product activity: one row of kind 'stock-report' per article with stock on hand (ZA QA), for the last day reported.
 * What was sold is not kept. Source: X12 004010 set 852: XQ, N1, LIN, ZA, SDQ.
 */
export const read852: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const xq = findSegment(set, 'XQ')
  const reportedOn = draft.date(xq, 3) ?? draft.date(xq, 2)
  if (reportedOn === null) return reject('XQ03', 'report-day-missing', 'the report names no day')
  const rows: StagedRow[] = []
  let location: string | null = null
  let article: ReturnType<typeof itemNumbers> | null = null
  const add = (at: X12Segment, place: string | null, quantity: string | null) => {
    if (quantity !== null && article)
      rows.push(row('stock-report', { reportedOn, location: place, ...article, quantity, source: '852' }, at.position))
  }
  set.segments.forEach((segment, at) => {
    if (segment.id === 'N1' && STORES.has(element(segment, 1))) location = draft.text(segment, 4)
    else if (segment.id === 'LIN') article = itemNumbers(segment)
    else if (segment.id === 'ZA' && element(segment, 1) === 'QA') {
      const splits = splitsAfter(set, at)
      if (splits.length === 0) add(segment, location, quantityText(draft, segment, 2))
      for (const { store, quantity } of splits) add(segment, store, toWholeText(quantity))
    }
  })
  return finish(rows)
}

/** The SDQ behind a ZA split its quantity by store. */
function splitsAfter(set: X12Set, at: number): ReturnType<typeof storeSplits> {
  const following = set.segments.slice(at + 1)
  const end = following.findIndex(({ id }) => id !== 'SDQ')
  return storeSplits(following.slice(0, end < 0 ? following.length : end))
}

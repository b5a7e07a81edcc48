import type { StagedRow } from '@/formats/staged-row'
import { element, findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { itemNumbers, quantityText, startReading } from '@/formats/x12/set-values'

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
  for (const segment of set.segments) {
    if (segment.id === 'N1' && STORES.has(element(segment, 1))) location = draft.text(segment, 4)
    else if (segment.id === 'LIN') article = itemNumbers(segment)
    else if (segment.id === 'ZA' && element(segment, 1) === 'QA' && article !== null) {
      const quantity = quantityText(draft, segment, 2)
      if (quantity !== null) rows.push(row('stock-report', { reportedOn, location, ...article, quantity, source: '852' }, segment.position))
    }
  }
  return finish(rows)
}

import { comparisonKey } from '@/core/comparison-key'
import { findReferences } from '@/formats/pdf/find-references'
import { findSegment } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { startReading } from '@/formats/x12/set-values'
import { messageLines, messageTitle } from '@/formats/x12/text-message'

/**
 * 864 text message as a row of kind 'text-message': a document with the numbers found in its words, so that it stands
 * beside the orders, invoices and claims it explains. Source: X12 004010 set 864: BMG, DTM, MIT, MSG.
 */
export const read864: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const lines = messageLines(set)
  if (lines.length === 0) return reject('MSG01', 'text-missing', 'the message holds no words')
  const title = messageTitle(set)
  const number = draft.text(findSegment(set, 'MIT'), 1)
  const page = title === null ? lines : [title, ...lines]
  const seen = new Set<string>()
  const links = findReferences([page]).flatMap(({ kind, value, text }) => {
    const key = `${kind} ${comparisonKey(value)}`
    if (kind === 'sscc' || seen.has(key)) return []
    seen.add(key)
    return [{ idKind: kind, idText: value, page: 1, line: text.slice(0, 300) }]
  })
  return finish([
    row('text-message', {
      documentKind: 'message',
      number,
      issuedOn: draft.date(findSegment(set, 'DTM'), 2) ?? envelope.sentAt?.slice(0, 10) ?? null,
      pageCount: 1,
      state: 'text',
      pages: [page],
      links,
      label: number ?? set.control,
    }),
  ])
}

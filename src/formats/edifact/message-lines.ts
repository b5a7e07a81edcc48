import type { MessageDraft } from './draft-message'
import { component, type EdifactSegment } from './edifact-segment'

/** The parts of a message: before the first line, each line with what follows it, and after UNS. */
export type MessageParts = { header: EdifactSegment[]; lines: EdifactSegment[][]; summary: EdifactSegment[] }

/** Cuts a message at its lines: `opening` is LIN for goods, DOC for remittance advices. */
export function messageParts(draft: MessageDraft, opening: 'LIN' | 'DOC'): MessageParts {
  const parts: MessageParts = { header: [], lines: [], summary: [] }
  let current = parts.header
  for (const segment of draft.message.segments) {
    if (segment.tag === opening) {
      current = []
      parts.lines.push(current)
    }
    if (segment.tag === 'UNS' && component(segment, 1) === 'S') current = parts.summary
    current.push(segment)
  }
  if (opening === 'LIN' && parts.summary.length === 0) splitSummary(parts)
  return parts
}

/** MOA of the whole message. Source: UN/EDIFACT code list 5025. */
const SUMMARY_AMOUNTS: ReadonlySet<string> = new Set(['9', '24', '39', '77', '79', '86', '124', '125', '128', '176'])

/** Senders who leave UNS out put the totals right behind the last line: they start with CNT or the first total. */
function splitSummary(parts: MessageParts): void {
  const last = parts.lines.at(-1)
  const at = last?.findIndex(({ tag, elements }) => tag === 'CNT' || (tag === 'MOA' && SUMMARY_AMOUNTS.has(elements[1]?.[0]?.trim() ?? '')))
  if (last && at !== undefined && at > 0) parts.summary = last.splice(at)
}

/** First segment of a part with this tag and one of these qualifiers, tried in their order. */
export function findIn(part: readonly EdifactSegment[], tag: string, ...qualifiers: string[]): EdifactSegment | undefined {
  for (const qualifier of qualifiers) {
    const found = part.find((segment) => segment.tag === tag && component(segment, 1) === qualifier)
    if (found) return found
  }
  return undefined
}

/** Amount of the first MOA with one of these qualifiers, as decimal text; null when there is none. */
export function amountIn(draft: MessageDraft, part: readonly EdifactSegment[], ...qualifiers: string[]): string | null {
  return draft.decimal(findIn(part, 'MOA', ...qualifiers), 1, 2)
}

import type { Sought } from '@/core/place-in-file'
import type { Excerpt } from './excerpt'
import { cellHolding } from './sought-value'

const LINES_MAX = 60

/** A part of a structured text, cut out and shown line by line, starting at `at`. */
export function partExcerpt(text: string, at: number, byteOffset: number | null): Excerpt {
  const lines = text.split(/\r\n|\r|\n/).slice(0, LINES_MAX)
  return {
    unit: 'line',
    titles: null,
    separator: '',
    lines: lines.map((line, index) => ({ number: at + index, cells: [line], byteOffset: index === 0 ? byteOffset : null })),
    meant: at,
    cell: null,
  }
}

/** The element of a bank statement in XML: 'statement 1' or its 'entry 2'. Null when there are not so many. */
export function camtExcerpt(text: string, statement: number, entry: number | null): Excerpt | null {
  const opening = nth(text, /<(?:\w+:)?(?:Stmt|Rpt|Ntfctn)[\s>]/g, statement, 0)
  const found = opening === null || entry === null ? opening : nth(text, /<(?:\w+:)?Ntry[\s>]/g, entry, opening)
  if (found === null) return null
  const close = /<\/(?:\w+:)?(?:Ntry|Bal)>/g
  close.lastIndex = found
  const end = close.exec(text)
  // One element per line, so that a file without line breaks can be read.
  const part = text.slice(found, end === null ? found + 4000 : end.index + end[0].length).replace(/>\s*</g, '>\n<')
  const before = text.slice(0, found)
  return partExcerpt(part, before.split('\n').length, Buffer.byteLength(before))
}

/** The order with this number, counted from 1, in a JSON list of orders, or the item with this number in it. Null when it is not there. */
export function jsonExcerpt(text: string, order: number, item: number | null = null): Excerpt | null {
  const found = listsIn(payloadOf(text))[0]?.[order - 1]
  const shown = item === null || !isRecord(found) ? found : (itemsOf(found)[item - 1] ?? found)
  return shown === undefined ? null : partExcerpt(JSON.stringify(shown, null, 2), 1, null)
}

// The items stand in the order itself or one level below it.
function itemsOf(order: Record<string, unknown>): readonly unknown[] {
  const below = Object.values(order).filter(isRecord)
  return [order, ...below].flatMap(listsIn).find((list) => list.every((one) => isRecord(one) && 'itemSequenceNumber' in one)) ?? []
}

function listsIn(record: Record<string, unknown>): unknown[][] {
  return Object.values(record).filter((value): value is unknown[] => Array.isArray(value))
}

/** The same part with the line meant that holds the value; as it was when none does. */
export function withMeantValue(part: Excerpt | null, sought: Sought | null): Excerpt | null {
  if (part === null || sought === null) return part
  const line = part.lines.find(({ cells }) => cellHolding(cells, sought) !== null)
  return line === undefined ? part : { ...part, meant: line.number }
}

function payloadOf(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text)
    const payload = isRecord(json) && isRecord(json['payload']) ? json['payload'] : json
    return isRecord(payload) ? payload : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function nth(text: string, pattern: RegExp, number: number, from: number): number | null {
  pattern.lastIndex = from
  for (let count = 1; ; count += 1) {
    const match = pattern.exec(text)
    if (match === null) return null
    if (count === number) return match.index
  }
}

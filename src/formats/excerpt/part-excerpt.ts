import type { Excerpt } from './excerpt'

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

/** The order with this number, counted from 1, in a JSON list of orders. Null when it is not there. */
export function jsonExcerpt(text: string, order: number): Excerpt | null {
  const lists = Object.values(payloadOf(text)).filter(Array.isArray)
  const found: unknown = lists[0]?.[order - 1]
  return found === undefined ? null : partExcerpt(JSON.stringify(found, null, 2), 1, null)
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

import type { Sought } from '@/core/place-in-file'
import { decodeAs } from '../text/decode-text'
import type { Encoding } from '../text/encoding'
import { type Excerpt, type ExcerptLine, Neighbours } from './excerpt'
import { NearestLine } from './nearest-line'

const LF = 10
const LINE_BYTES_MAX = 64 * 1024
const SHOWN_CHARACTERS = 4000

/** The line of a text with this number, counted from 1, read as the bytes come. `isWanted` may look for the line instead. */
export async function lineExcerpt(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  isWanted: (line: { number: number; text: string }) => boolean,
): Promise<Excerpt | null> {
  const near = new Neighbours<ExcerptLine>(({ number, cells: [text = ''] }) => isWanted({ number, text }))
  for await (const line of linesOf(bytes, encoding)) {
    near.offer(line)
    if (near.isComplete) break
  }
  if (near.meant === null) return null
  return { unit: 'line', titles: null, separator: '', lines: near.lines, meant: near.meant.number, cell: null }
}

/** A document of lines has no end of its own: this many after a place still belong to it. */
const LINES_AFTER = 60

/** The number of the line that holds a value, nearest to a line; null when that line does itself, or none. */
export async function lineNumberOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  at: number,
  sought: Sought,
): Promise<number | null> {
  const nearest = new NearestLine<number>(sought, '')
  for await (const { number, cells } of linesOf(bytes, encoding)) {
    nearest.pass({ place: number, tag: '', cells }, number === at)
    if (nearest.isFound || number > at + LINES_AFTER) break
  }
  return nearest.elsewhere
}

/** Some lines that are in memory, the one that holds the value nearest to line `at` meant. */
export function textExcerpt(lines: readonly string[], at: number | null, sought: Sought | null): Excerpt {
  const nearest = sought === null ? null : new NearestLine<number>(sought, '')
  for (const [index, text] of lines.entries()) nearest?.pass({ place: index + 1, tag: '', cells: [text] }, index + 1 === (at ?? 1))
  return {
    unit: 'line',
    titles: null,
    separator: '',
    lines: lines.map((text, index) => ({ number: index + 1, cells: [text], byteOffset: null })),
    meant: nearest?.elsewhere ?? at ?? (nearest?.isFound === true ? 1 : null),
    cell: null,
  }
}

/** Lines with the byte they start at. In every encoding used here but UTF-16 a byte 10 is a line feed and nothing else. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<ExcerptLine> {
  const step = encoding.startsWith('UTF-16') ? 2 : 1
  let rest = Buffer.alloc(0)
  let start = 0
  let number = 0
  const lineOf = (raw: Buffer): ExcerptLine => {
    const text = decodeAs(raw.subarray(0, LINE_BYTES_MAX), encoding)
      .replace(/[\r\n]+$/, '')
      .replace(/^\uFEFF/, '')
    number += 1
    return { number, cells: [text.slice(0, SHOWN_CHARACTERS)], byteOffset: start }
  }
  for await (const chunk of bytes) {
    let work = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
    for (let end = lineEnd(work, step); end >= 0; end = lineEnd(work, step)) {
      yield lineOf(work.subarray(0, end))
      start += end
      work = work.subarray(end)
    }
    rest = work
  }
  if (rest.length > 0) yield lineOf(rest)
}

/** One past the end of the first line, or -1. */
function lineEnd(bytes: Buffer, step: 1 | 2): number {
  let at = bytes.indexOf(LF)
  // In UTF-16 the byte may be half of another character.
  while (step === 2 && at >= 0 && !isWideLineFeed(bytes, at)) at = bytes.indexOf(LF, at + 1)
  if (at < 0) return -1
  return step === 1 ? at + 1 : at - (at % 2) + 2
}

function isWideLineFeed(bytes: Buffer, at: number): boolean {
  const first = at - (at % 2)
  return (bytes[first] === LF && bytes[first + 1] === 0) || (bytes[first] === 0 && bytes[first + 1] === LF)
}

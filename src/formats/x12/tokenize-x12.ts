import type { Problem } from '@/core/problem'
import { NarrowBytes } from './narrow-bytes'
import { endOfId, keyAt, keyOf, skipBlanks, startsInterchange } from './scan-bytes'
import { type HeaderOddity, SETTLE_BYTES, settleFromIsa, settleWithoutIsa, type X12Delimiters } from './settle-delimiters'
import { EnvelopeTracker } from './track-envelopes'
import type { X12Segment } from './x12-segment'

/** Which segments to decode, and who gets them. Envelope counts are checked whatever is wanted. */
export type X12Handler = { readonly wanted: ReadonlySet<string> | 'all'; readonly onSegment: (segment: X12Segment) => void }

export type X12Totals = {
  readonly bytes: number
  readonly interchanges: number
  readonly groups: number
  readonly sets: number
  readonly segments: number
  /** Of the first interchange; null when the bytes are no X12. */
  readonly delimiters: X12Delimiters | null
  readonly problems: Problem[]
}

const LF = 10
const CR = 13
const EMPTY = Buffer.alloc(0)
const ISA_IN_TEXT = /(?<![A-Za-z0-9])ISA([^A-Za-z0-9\s])[^]{2}\1/
const ODDITY_MESSAGES: Record<HeaderOddity, string> = {
  'header-incomplete': 'ISA has fewer than 16 elements',
  'text-after-header': 'text stands between ISA and the next segment',
  'header-terminator-missing': 'ISA ends without a terminator',
  'component-separator-missing': 'ISA16 is empty, so there is no component separator',
}
// A segment longer than this has lost its terminator; cutting keeps memory flat.
const SEGMENT_BYTES_MAX = 1_048_576
const ENVELOPES: ReadonlySet<string> = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA', 'DXS', 'DXE'])
// What the standard lets stand outside a set: acknowledgements and security of the envelopes.
const OUTSIDE_KEYS: ReadonlySet<number> = new Set(['TA1', 'TA3', 'ISB', 'ISE', 'S3S', 'S4S', 'S3E', 'S4E'].map(keyOf))

/**
 * Cuts X12 bytes into segments, chunk by chunk, with flat memory. Separators are settled anew at each ISA.
 * Only wanted segments are decoded; the others cost a scan for their terminator. Never throws on content.
 */
export class X12Tokenizer {
  readonly #handler: X12Handler
  /** Segments that must be decoded, by key: true when the handler wants them, false when only the envelope check does. */
  readonly #decoded: ReadonlyMap<number, boolean>
  readonly #wantsAll: boolean
  readonly #tracker = new EnvelopeTracker()
  readonly #totals = { bytes: 0, groups: 0, sets: 0, segments: 0 }
  #first: X12Delimiters | null = null
  #delimiters: X12Delimiters | null = null
  #terminator: Buffer = EMPTY
  #terminatorByte = LF
  #elementByte = -1
  #work: Buffer = EMPTY
  #rest: Buffer = EMPTY
  #restOffset = 0
  #isOver = false
  #hasMark = false
  readonly #narrow = new NarrowBytes()

  constructor(handler: X12Handler) {
    this.#handler = handler
    this.#wantsAll = handler.wanted === 'all'
    const wanted = handler.wanted === 'all' ? [] : [...handler.wanted]
    const envelopes = [...ENVELOPES].map((id): [number, boolean] => [keyOf(id), false])
    this.#decoded = new Map([...envelopes, ...wanted.map((id): [number, boolean] => [keyOf(id), true])])
  }

  push(chunk: Uint8Array): void {
    this.#totals.bytes += chunk.length
    if (this.#isOver) return
    const narrow = this.#narrow.take(chunk)
    const bytes = Buffer.from(narrow.buffer, narrow.byteOffset, narrow.byteLength)
    this.#scan(this.#rest.length === 0 ? bytes : this.#join(bytes), false)
  }

  end(): X12Totals {
    if (!this.#isOver) this.#scan(this.#rest, true)
    this.#tracker.finish()
    const { place, problems } = this.#tracker
    return { ...this.#totals, interchanges: place.interchange, delimiters: this.#first, problems }
  }

  #scan(bytes: Buffer, isFinal: boolean): void {
    let at = 0
    while ((at = skipBlanks(bytes, at)) < bytes.length) {
      if (this.#first === null && this.#restOffset === 0 && at >= 3 && bytes[0] === 0xef) this.#hasMark = true
      if (this.#delimiters === null || startsInterchange(bytes, at)) {
        if (!isFinal && bytes.length - at < SETTLE_BYTES) break
        at = this.#openInterchange(bytes, at)
        if (this.#isOver) return
        continue
      }
      const next = this.#take(bytes, at, isFinal)
      if (next < 0) break
      at = next
    }
    this.#keep(bytes.subarray(at))
    this.#restOffset += at
  }

  /** The unfinished tail followed by the new chunk, in memory that is used again and again. */
  #join(chunk: Buffer): Buffer {
    const length = this.#rest.length + chunk.length
    if (this.#work.length < length) this.#work = Buffer.concat([this.#rest], length)
    chunk.copy(this.#work, this.#rest.length)
    return this.#work.subarray(0, length)
  }

  // The chunk may be memory that the caller reuses, so its unfinished tail is copied.
  #keep(tail: Buffer): void {
    if (this.#work.length < tail.length) this.#work = Buffer.from(tail)
    else tail.copy(this.#work)
    this.#rest = this.#work.subarray(0, tail.length)
  }

  /** Reads the segment at `at` and returns where the next one may start; -1 when more input is needed. */
  #take(bytes: Buffer, at: number, isFinal: boolean): number {
    const terminator = this.#terminatorByte
    const limit = Math.min(bytes.length, at + SEGMENT_BYTES_MAX)
    let end = at
    let lineBreak = -1
    // A plain loop beats indexOf here: segments are short, and line breaks are seen on the way.
    for (; end < limit; end += 1) {
      const byte = bytes[end] ?? 0
      if (byte === terminator && this.#isTerminator(bytes, end)) break
      if (byte <= CR && lineBreak < 0 && (byte === LF || byte === CR)) lineBreak = end
    }
    let next = end + this.#terminator.length
    if (end === limit) {
      if (limit < bytes.length) this.#tracker.report('segment-too-long', 'terminator', `no terminator within ${SEGMENT_BYTES_MAX} bytes`)
      else if (!isFinal && end - at < SEGMENT_BYTES_MAX) return -1
      next = end
    }
    if (lineBreak >= 0) {
      const forgotten = this.#forgottenEnd(bytes, lineBreak, end)
      if (forgotten >= 0) {
        this.#segment(bytes, at, forgotten, true)
        this.#tracker.report('terminator-missing', 'terminator', 'the segment ends with its line, without a terminator')
        return forgotten
      }
    }
    this.#segment(bytes, at, end, lineBreak >= 0)
    return next
  }

  #isTerminator(bytes: Buffer, at: number): boolean {
    const terminator = this.#terminator
    return (
      terminator.length === 1 || bytes.compare(terminator, 0, terminator.length, at, Math.min(bytes.length, at + terminator.length)) === 0
    )
  }

  /** The line break inside a segment that ends it because its terminator was forgotten, or -1. */
  #forgottenEnd(bytes: Buffer, firstBreak: number, end: number): number {
    if (!this.#delimiters?.isLined) return -1
    for (let at = firstBreak; at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) {
      const start = skipBlanks(bytes, at)
      const idEnd = endOfId(bytes, start, Math.min(end, start + 4), this.#elementByte)
      if (idEnd > 0 && idEnd < end) return at
    }
    return -1
  }

  #segment(bytes: Buffer, at: number, end: number, hasBreaks: boolean): void {
    this.#tracker.place.index += 1
    this.#totals.segments += 1
    const key = keyAt(bytes, at, end, this.#elementByte)
    if (this.#tracker.place.set === 0 && !this.#decoded.has(key) && !OUTSIDE_KEYS.has(key) && key !== 0) this.#reportOutside(bytes, at, end)
    const isWanted = this.#wantsAll || this.#decoded.get(key)
    if (isWanted === undefined && key !== 0) return
    const elements = this.#split(bytes, at, end, hasBreaks)
    const id = elements[0]?.trim() ?? ''
    elements[0] = id
    const { place } = this.#tracker
    const isEnvelope = ENVELOPES.has(id)
    if (isEnvelope) this.#enter(id, elements)
    if (key === 0 && !/^[A-Z][A-Z0-9]{1,2}$/.test(id)) {
      this.#tracker.report('segment-id-unknown', 'segment', `${id.slice(0, 20)} is no segment id`)
    }
    if (isWanted || (key === 0 && this.#isWantedId(id))) {
      const { group, set, index } = place
      const interchange = Math.max(1, place.interchange)
      const { scale } = this.#narrow
      const source = { byteOffset: (this.#restOffset + at) * scale, byteLength: (end - at) * scale, position: this.#tracker.position() }
      this.#handler.onSegment({ interchange, group, set, index, ...source, id, elements })
    }
    if (isEnvelope) this.#tracker.leave(id)
  }

  #reportOutside(bytes: Buffer, at: number, end: number): void {
    const text = bytes.toString('latin1', at, Math.min(end, at + 40))
    this.#tracker.report('segment-outside-set', 'segment', `${text} stands outside any transaction set and is not read`)
  }

  #isWantedId(id: string): boolean {
    return this.#handler.wanted === 'all' || this.#handler.wanted.has(id)
  }

  /** Settles the separators at the start of the file or at an ISA, and reads the ISA itself. Returns where to go on. */
  #openInterchange(bytes: Buffer, at: number): number {
    const head = bytes.toString('latin1', at, Math.min(bytes.length, at + SETTLE_BYTES))
    const start = startsInterchange(bytes, at) ? 0 : head.search(ISA_IN_TEXT)
    const bare = start === 0 ? null : settleWithoutIsa(head)
    if (this.#first === null && this.#hasMark) {
      this.#tracker.report('byte-order-mark', 'file', 'a byte-order mark stands before the first segment')
    }
    if (bare) {
      this.#use(bare)
      return at
    }
    if (start < 0) {
      this.#tracker.report('not-x12', 'file', 'no ISA, GS or ST starts this file')
      this.#isOver = true
      return at
    }
    if (start > 0) this.#tracker.report('text-before-envelope', 'ISA', `${start} bytes stand before the first ISA`)
    const settled = settleFromIsa(head.slice(start))
    this.#use(settled)
    const end = at + start + settled.headerLength
    this.#segment(bytes, at + start, end, true)
    return end + settled.headerGap
  }

  #use(delimiters: X12Delimiters): void {
    this.#first ??= delimiters
    this.#delimiters = delimiters
    this.#terminator = Buffer.from(delimiters.terminator, 'latin1')
    this.#terminatorByte = this.#terminator[0] ?? LF
    this.#elementByte = delimiters.element.charCodeAt(0)
  }

  #enter(id: string, elements: readonly string[]): void {
    this.#tracker.enter(id, elements)
    if (id === 'GS') this.#totals.groups += 1
    if (id === 'ST') this.#totals.sets += 1
    if (id !== 'ISA') return
    for (const oddity of this.#delimiters?.oddities ?? []) this.#tracker.report(oddity, 'ISA', ODDITY_MESSAGES[oddity])
  }

  #split(bytes: Buffer, at: number, end: number, hasBreaks: boolean): string[] {
    // Senders write UTF-8 or Latin-1 and never say which: what is no UTF-8 is Latin-1.
    let text = bytes.toString('utf8', at, end)
    if (text.includes('\uFFFD')) text = bytes.toString('latin1', at, end)
    if (hasBreaks) text = text.replace(/[\r\n]+/g, '')
    return text.split(this.#delimiters?.element ?? '*')
  }
}

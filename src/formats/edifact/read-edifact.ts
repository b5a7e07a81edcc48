import type { Delimiters } from '@/formats/inspection'
import { EnvelopeCheck } from './check-envelopes'
import {
  component,
  type EdifactFile,
  type EdifactInterchange,
  type EdifactMessage,
  type EdifactSegment,
  type ServiceCharacters,
} from './edifact-segment'
import { forgottenEnd, linesEndSegments, settleTerminator } from './lined-segments'
import { assumeService, decodeBySyntax, isWrittenInUtf8, promisesOtherThanUtf8, readServiceAdvice } from './read-service'
import { segmentEnd, splitSegment } from './split-segments'

const START = /UNA[^]{6}\s*UN[BGH]|UN[BGH][+\u001d]/
const SERVICE_TAGS: ReadonlySet<string> = new Set(['UNB', 'UNZ', 'UNG', 'UNE', 'UNH', 'UNT', 'UNA'])
const BLANKS = /[\s\u0000\u00A0]*/y

/**
 * Reads a whole EDIFACT file into interchanges and messages: UNA or the default service characters, released characters,
 * the character set that UNB names, UNG groups, any line layout. Never throws on content; what is wrong is in `problems`.
 * `onSegment` sees every segment of the file, service segments too. Source: ISO 9735 versions 1 to 4.
 */
export function readEdifact(bytes: Uint8Array, onSegment?: (segment: EdifactSegment) => void): EdifactFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // One character per byte: places stay byte offsets, and all service characters are ASCII.
  const text = buffer.toString('latin1')
  const start = text.slice(0, 4096).search(START)
  if (start < 0) {
    const problem = {
      position: 'interchange 1 segment 1',
      field: 'file',
      code: 'not-edifact',
      message: 'no UNA, UNB or UNH starts this file',
    }
    return { interchanges: [], groupCount: 0, delimiters: null, service: null, segmentCount: 0, problems: [problem] }
  }
  const reading = new FileReading(buffer, onSegment)
  reading.noteBefore(text.slice(0, start))
  let service: ServiceCharacters | null = null
  let isLined = false
  for (let at = start; at < text.length; ) {
    const advice = readServiceAdvice(text.slice(at, at + 9))
    if (advice) {
      service = reading.use(advice)
      at = skipBlanks(text, at + 9)
      isLined = linesEndSegments(text, at, service)
      continue
    }
    if (service === null) {
      service = reading.use(settleTerminator(text, at, assumeService(text.slice(at, at + 4))))
      isLined = linesEndSegments(text, at, service)
    }
    const end = segmentEnd(text, at, service)
    const stop = end < 0 ? text.length : end
    const forgotten = isLined ? forgottenEnd(text, at, stop, service) : -1
    reading.add(at, forgotten >= 0 ? forgotten : stop, service)
    if (forgotten >= 0) reading.noteForgotten()
    at = skipBlanks(text, forgotten >= 0 ? forgotten : stop + 1)
  }
  return reading.finish()
}

/** What has been read so far of one file. */
class FileReading {
  readonly #bytes: Buffer
  readonly #check = new EnvelopeCheck()
  readonly #isUtf8: boolean
  readonly #onSegment: ((segment: EdifactSegment) => void) | undefined
  readonly #interchanges: EdifactInterchange[] = []
  #first: ServiceCharacters | null = null
  #message: EdifactMessage | null = null
  #syntax: string | null = null
  #index = 0
  #segmentCount = 0

  constructor(bytes: Buffer, onSegment: ((segment: EdifactSegment) => void) | undefined) {
    this.#bytes = bytes
    this.#onSegment = onSegment
    this.#isUtf8 = isWrittenInUtf8(bytes)
  }

  /** What stands before the first segment: a byte-order mark, the text of a mail. */
  noteBefore(text: string): void {
    if (text.startsWith('\xef\xbb\xbf')) this.#note('byte-order-mark', 'file', 'a byte-order mark stands before the first segment')
    const printed = text.replace(/^\xef\xbb\xbf/, '').trim()
    if (printed !== '') this.#note('text-before-envelope', 'file', `${text.length} bytes stand before the first segment`)
  }

  noteForgotten(): void {
    this.#note('terminator-missing', 'terminator', 'the segment ends with its line, without a terminator')
  }

  use(service: ServiceCharacters): ServiceCharacters {
    this.#first ??= service
    return service
  }

  add(at: number, end: number, service: ServiceCharacters): void {
    const raw = this.#bytes.subarray(at, end)
    if (raw.subarray(0, 3).toString('latin1') === 'UNB') this.#syntax = /^UNB.([A-Z]{4})/s.exec(raw.toString('latin1'))?.[1] ?? null
    const elements = splitSegment(decodeBySyntax(raw, this.#syntax, this.#isUtf8).replace(/[\r\n]+/g, ''), service)
    const tag = elements[0]?.[0]?.trim() ?? ''
    if (tag === 'UNB') this.#index = 0
    this.#index += 1
    this.#segmentCount += 1
    const interchange = Math.max(1, this.#interchanges.length + (tag === 'UNB' ? 1 : 0))
    const message = (this.#interchanges.at(-1)?.messages.length ?? 0) + (tag === 'UNH' ? 1 : 0)
    const position = `interchange ${interchange} segment ${this.#index}`
    const place = { interchange, message: this.#message || tag === 'UNH' ? message : 0, index: this.#index, position }
    this.#place({ ...place, byteOffset: at, byteLength: end - at, tag, elements })
  }

  finish(): EdifactFile {
    this.#check.finish()
    return {
      interchanges: this.#interchanges,
      groupCount: this.#check.groupCount,
      delimiters: this.#first && nameDelimiters(this.#first),
      service: this.#first,
      segmentCount: this.#segmentCount,
      problems: this.#check.problems,
    }
  }

  #note(code: string, field: string, message: string): void {
    const position = `interchange ${Math.max(1, this.#interchanges.length)} segment ${Math.max(1, this.#index)}`
    this.#check.note({ position, field, code, message })
  }

  #place(segment: EdifactSegment): void {
    this.#onSegment?.(segment)
    this.#check.see(segment)
    if (!/^[A-Z]{3}$/.test(segment.tag)) this.#note('segment-id-unknown', 'segment', `${segment.tag.slice(0, 20)} is no segment tag`)
    else if (this.#message === null && !SERVICE_TAGS.has(segment.tag)) {
      this.#note('segment-outside-set', 'segment', `${segment.tag} stands outside any message and is not read`)
    }
    if (segment.tag === 'UNB' && this.#isUtf8 && promisesOtherThanUtf8(this.#syntax)) {
      this.#note('charset-differs', 'UNB01', `UNB01 says ${this.#syntax}, the file is written in UTF-8`)
    }
    if (segment.tag === 'UNB') {
      this.#message = null
      this.#interchanges.push(addressedInterchange(segment))
    } else if (segment.tag === 'UNH') {
      if (this.#interchanges.length === 0)
        this.#interchanges.push({ sender: null, receiver: null, reference: null, syntax: null, messages: [] })
      this.#message = messageOf(segment)
      this.#interchanges.at(-1)?.messages.push(this.#message)
    } else {
      if (segment.tag === 'UNE' || segment.tag === 'UNZ') this.#message = null
      this.#message?.segments.push(segment)
      if (segment.tag === 'UNT') this.#message = null
    }
  }
}

function addressedInterchange(unb: EdifactSegment): EdifactInterchange {
  return {
    sender: component(unb, 2) || null,
    receiver: component(unb, 3) || null,
    reference: component(unb, 5) || null,
    syntax: component(unb, 1) || null,
    messages: [],
  }
}

function messageOf(unh: EdifactSegment): EdifactMessage {
  const version = [component(unh, 2, 2), component(unh, 2, 3)].filter((part) => part !== '').join(':')
  return { type: component(unh, 2, 1), version, reference: component(unh, 1), segments: [unh] }
}

function nameDelimiters(service: ServiceCharacters): Delimiters {
  const terminator = service.terminator === '\n' ? 'LF' : service.terminator === '\r' ? 'CRLF' : service.terminator
  return { element: service.element, component: service.component, repetition: service.repetition, terminator }
}

function skipBlanks(text: string, at: number): number {
  BLANKS.lastIndex = at
  BLANKS.exec(text)
  return Math.max(at, BLANKS.lastIndex)
}

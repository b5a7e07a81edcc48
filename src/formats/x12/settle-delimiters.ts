import type { Delimiters } from '@/formats/inspection'
import { commonLineEnd, escapePattern, linesHoldSegments } from './tell-lines'

export type HeaderOddity = 'header-incomplete' | 'component-separator-missing' | 'header-terminator-missing' | 'text-after-header'

/** The separators of one interchange, as text in which every character is one byte (latin1). */
export type X12Delimiters = {
  readonly element: string
  readonly component: string | null
  readonly repetition: string | null
  /** One character, or the bytes of one multi-byte character. '\n' also stands for CR LF. */
  readonly terminator: string
  /** A line break after each segment: then it also ends a segment whose terminator was forgotten. */
  readonly isLined: boolean
  readonly usesCrLf: boolean
  /** Bytes of ISA itself, and of what stands between it and the next segment. Both 0 without ISA. */
  readonly headerLength: number
  readonly headerGap: number
  /** What was odd about the header, as problem codes. */
  readonly oddities: readonly HeaderOddity[]
}

/** Bytes of lookahead that settling wants after ISA; less is fine at the end of the input. */
export const SETTLE_BYTES = 16_384

const ISA_ELEMENTS = 16
// ISA12 is the release: from here on no id of a partner can look like the start of a segment.
const ISA_RELEASE = 12
const BREAKS = '[\\r\\n]*'
const BLANKS = /^(?:[ \t\r\n]|\xc2\xa0)+|(?:[ \t\r\n]|\xc2\xa0)+$/g

/**
 * Settles the separators of an interchange by counting the 16 separators of ISA, never by offset: padding is collapsed,
 * non-breaking or wrapped in real files. `head` starts with 'ISA' and is decoded as latin1.
 */
export function settleFromIsa(head: string): X12Delimiters {
  const [prefix = 'ISA'] = /^I[\r\n]*S[\r\n]*A[\r\n]*/.exec(head) ?? []
  const element = head.charAt(prefix.length)
  const from = Math.max(prefix.length, nthIndexOf(head, element, ISA_RELEASE))
  const next = segmentStart(head, element, ['GS', 'TA1', 'IEA', 'ST', 'ISB'], from)
  const separator = nthIndexOf(head, element, ISA_ELEMENTS)
  const repetition = punctuation(head.split(element, 12)[11]?.trim() ?? '')
  if (separator < 0 || (next >= 0 && next < separator)) {
    const terminator = terminatorBefore(head, next)
    const length = (next < 0 ? head : head.slice(0, next)).replace(BLANKS, '').length
    const header = {
      headerLength: Math.max(prefix.length, next < 0 ? length : length - terminator.trim().length),
      oddities: ['header-incomplete'] as const,
    }
    return complete(head, next, { element, component: null, repetition, terminator, ...header })
  }
  const tail = head.slice(separator + 1, next < 0 ? separator + 3 : next)
  const ending = readTail(tail, head.slice(separator + 1 + tail.length), element)
  const headerLength = separator + 1 + (ending.component === null ? 0 : tail.indexOf(ending.component) + ending.component.length)
  return complete(head, next, { element, repetition, ...ending, headerLength })
}

/** Settles the separators of a file without ISA: it starts with GS, ST or the direct-store DXS. */
export function settleWithoutIsa(head: string): X12Delimiters | null {
  const start = /^(GS|ST|DXS)([^A-Za-z0-9\s])/.exec(head)
  const [, id, element] = start ?? []
  if (id === undefined || element === undefined) return null
  const followers = id === 'ST' ? endOfSet(head, element) : segmentStart(head, element, ['ST'], id.length + 1)
  const terminator = terminatorBefore(head, followers)
  return complete(head, 0, { element, component: null, repetition: null, terminator, headerLength: 0, oddities: [] })
}

/** The delimiters as people name them: LF and CRLF by name. */
export function nameDelimiters(delimiters: X12Delimiters): Delimiters {
  const newline = delimiters.usesCrLf ? 'CRLF' : 'LF'
  const terminator =
    delimiters.terminator === '\n'
      ? newline
      : delimiters.terminator === '\r'
        ? 'CR'
        : Buffer.from(delimiters.terminator, 'latin1').toString()
  return { element: delimiters.element, component: delimiters.component, repetition: delimiters.repetition, terminator }
}

/** Where one of `ids` followed by the element separator starts a segment; line breaks may fall inside the id. */
function segmentStart(head: string, element: string, ids: readonly string[], from: number): number {
  const choices = ids.map((id) => [...id].join(BREAKS)).join('|')
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${choices})${BREAKS}${escapePattern(element)}`, 'g')
  pattern.lastIndex = from
  return pattern.exec(head)?.index ?? -1
}

/** In a bare set the second segment starts after ST02, or ST03 where the release has it. */
function endOfSet(head: string, element: string): number {
  const el = escapePattern(element)
  const header = new RegExp(
    `^ST${el}\\s*\\d{3}\\s*(?:${el}[A-Za-z0-9]+){1,2}[ \\t]*[^A-Za-z0-9 \\t]+?\\s*(?=[A-Z][A-Z0-9]{1,2}${el})`,
  ).exec(head)
  return header ? header[0].length : -1
}

function terminatorBefore(head: string, start: number): string {
  const last = start > 0 ? head.slice(0, start).replace(BLANKS, '').slice(-1) : ''
  return punctuation(last) ?? '\n'
}

/** What stands between the last separator of ISA and the next segment: ISA16 and the terminator, either of which may be missing. */
function readTail(tail: string, following: string, element: string): Pick<X12Delimiters, 'component' | 'terminator' | 'oddities'> {
  const oddities = ['component-separator-missing'] as const
  const printed = tail.replace(BLANKS, '')
  const newline = tail.includes('\n') || !tail.includes('\r') ? '\n' : '\r'
  if (printed === '') return { component: null, terminator: newline, oddities }
  const first = firstCharacter(printed)
  const rest = printed.slice(first.length).replace(BLANKS, '')
  if (rest !== '')
    return { component: first, terminator: firstCharacter(rest), oddities: rest === firstCharacter(rest) ? [] : ['text-after-header'] }
  const breaksLine = /[\r\n]/.test(tail)
  const used = breaksLine
    ? commonLineEnd(following, element)
    : terminatorBefore(following, segmentStart(following, element, ['ST', 'IEA'], 0))
  if ((used !== null && first.endsWith(used)) || (!breaksLine && used === '\n')) return { component: null, terminator: first, oddities }
  // Another character ends the segments that follow: only behind ISA it was forgotten.
  if (used !== null && used !== '\n') return { component: first, terminator: used, oddities: ['header-terminator-missing'] }
  return { component: first, terminator: newline, oddities: [] }
}

/** Adds what the lines of the head tell: whether each holds one segment, and where the segment after ISA starts. */
function complete(head: string, next: number, found: Omit<X12Delimiters, 'isLined' | 'usesCrLf' | 'headerGap'>): X12Delimiters {
  const { terminator, headerLength, element } = found
  const gap = next < 0 ? head.slice(headerLength).indexOf(terminator) + terminator.length : next - headerLength
  const headerGap = headerLength === 0 ? 0 : Math.max(0, gap)
  const isLined = terminator !== '\n' && terminator !== '\r' && linesHoldSegments(head, element)
  return { ...found, headerGap, isLined, usesCrLf: head.includes('\r\n') }
}

function nthIndexOf(text: string, wanted: string, count: number): number {
  let at = -1
  for (let found = 0; found < count; found += 1) {
    at = text.indexOf(wanted, at + 1)
    if (at < 0) return -1
  }
  return at
}

/** One character of UTF-8 spelt in latin1. */
function firstCharacter(text: string): string {
  const lead = text.charCodeAt(0)
  return text.slice(0, lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1)
}

function punctuation(text: string): string | null {
  return text.length === 1 && /[^A-Za-z0-9\s]/.test(text) ? text : null
}

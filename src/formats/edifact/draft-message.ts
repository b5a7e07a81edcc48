import { type CalendarDate, calendarDate } from '@/core/calendar-date'
import type { Problem, ProblemFacts } from '@/core/problem'
import { isZeroDecimal, subtractDecimals } from '@/formats/decimal-text'
import { type DocumentReferences, emptyDocument, type InspectedDocument } from '@/formats/inspection'
import { component, type EdifactMessage, type EdifactSegment } from './edifact-segment'

/** A document being read out of one message: reads values, and notes what cannot be read instead of stopping. */
export class MessageDraft {
  readonly message: EdifactMessage
  readonly document: InspectedDocument
  readonly findings: Problem[] = []
  readonly #referred = new Set<string>()

  constructor(message: EdifactMessage) {
    this.message = message
    this.document = emptyDocument(`edifact-${message.type.toLowerCase()}`)
  }

  find(tag: string, qualifier?: string): EdifactSegment | undefined {
    return this.message.segments.find((segment) => segment.tag === tag && (qualifier === undefined || component(segment, 1) === qualifier))
  }

  refer(kind: keyof DocumentReferences, value: string): void {
    if (value === '' || this.#referred.has(`${kind} ${value}`)) return
    this.#referred.add(`${kind} ${value}`)
    this.document.references[kind].push(value)
  }

  /** The date of the first DTM with one of these qualifiers, tried in their order. */
  date(...qualifiers: string[]): CalendarDate | null {
    const found = qualifiers.map((qualifier) => this.find('DTM', qualifier)).find((dtm) => dtm !== undefined)
    if (!found) return null
    const date = readEdifactDate(component(found, 1, 2), component(found, 1, 3))
    if (date === null)
      this.problem(found, 'DTM', 'date-impossible', `${component(found, 1, 2)} is no date`, { found: component(found, 1, 2) })
    return date
  }

  /** Decimal text of a number; point and comma are both legal decimal marks. Source: ISO 9735 clause 10. */
  decimal(segment: EdifactSegment | undefined, index: number, at: number): string | null {
    const text = component(segment, index, at)
    if (segment === undefined || text === '') return null
    const value = readEdifactNumber(text)
    if (value === null) this.problem(segment, segment.tag, 'amount-unreadable', `${text} is no number`, { found: text })
    return value
  }

  balance(stated: string | null, computed: string | null, at: EdifactSegment | undefined): void {
    if (stated === null || computed === null) return
    const difference = subtractDecimals(stated, computed)
    this.document.balance = { stated, computed, difference }
    if (!isZeroDecimal(difference)) {
      this.problem(at, 'MOA', 'total-differs', `the total says ${stated}, the lines add up to ${computed}: ${difference} apart`, {
        stated,
        computed,
        difference,
      })
    }
  }

  problem(at: EdifactSegment | undefined, field: string, code: string, message: string, facts?: ProblemFacts): void {
    this.findings.push({ position: at?.position ?? this.message.segments[0]?.position ?? '', field, code, message, facts })
  }
}

/** A number with point or comma as decimal mark, as plain decimal text; null when it is none. */
export function readEdifactNumber(text: string): string | null {
  const match = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(text.trim())
  const [, sign, whole = '', fraction = ''] = match ?? []
  if (whole === '' && fraction === '') return null
  return `${sign === '-' ? '-' : ''}${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`
}

/** DTM 2380 by its format 2379: 102 and 203 start with CCYYMMDD, 101 and 201 with YYMMDD. Null when there is no such day. */
export function readEdifactDate(text: string, format: string): CalendarDate | null {
  const isShort = format === '101' || format === '201' || text.length === 6
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(isShort ? `20${text}` : text)
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

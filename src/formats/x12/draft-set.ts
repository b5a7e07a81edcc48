import type { CalendarDate } from '@/core/calendar-date'
import type { Problem, ProblemFacts } from '@/core/problem'
import { isZeroDecimal, subtractDecimals } from '@/formats/decimal-text'
import { type DocumentReferences, emptyDocument, type InspectedDocument } from '@/formats/inspection'
import { element, readDate, readDecimal, readN2 } from './read-element'
import type { X12Segment, X12Set } from './x12-segment'

/** A document being read out of one set: reads values, and notes what cannot be read instead of stopping. */
export class SetDraft {
  readonly set: X12Set
  readonly document: InspectedDocument
  readonly findings: Problem[] = []
  readonly #referred = new Set<string>()

  constructor(set: X12Set) {
    this.set = set
    this.document = emptyDocument(`x12-${set.id}`)
  }

  /** Trimmed text of an element, or null when it is empty. */
  text(segment: X12Segment | undefined, index: number): string | null {
    return element(segment, index) || null
  }

  date(segment: X12Segment | undefined, index: number): CalendarDate | null {
    return this.#read(segment, index, readDate, 'date-impossible', 'is no date')
  }

  /** Type R: the decimal point is written. */
  decimal(segment: X12Segment | undefined, index: number): string | null {
    return this.#read(segment, index, readDecimal, 'amount-unreadable', 'is no number')
  }

  /** Type N2: two decimals are implied. */
  cents(segment: X12Segment | undefined, index: number): string | null {
    return this.#read(segment, index, readN2, 'amount-unreadable', 'is no amount')
  }

  refer(kind: keyof DocumentReferences, value: string | null): void {
    if (value === null || value === '' || this.#referred.has(`${kind} ${value}`)) return
    this.#referred.add(`${kind} ${value}`)
    this.document.references[kind].push(value)
  }

  /** Notes stated against computed; a difference is a finding for a person, never corrected. */
  balance(stated: string | null, computed: string | null, at: X12Segment | undefined, field: string): void {
    if (stated === null || computed === null) return
    const difference = subtractDecimals(stated, computed)
    this.document.balance = { stated, computed, difference }
    if (!isZeroDecimal(difference)) {
      this.problem(at, field, 'total-differs', `${field} says ${stated}, the lines add up to ${computed}: ${difference} apart`, {
        stated,
        computed,
        difference,
      })
    }
  }

  problem(at: X12Segment | undefined, field: string, code: string, message: string, facts?: ProblemFacts): void {
    this.findings.push({ position: at?.position ?? this.set.segments[0]?.position ?? '', field, code, message, facts })
  }

  #read<Value>(
    segment: X12Segment | undefined,
    index: number,
    read: (text: string) => Value | null,
    code: string,
    complaint: string,
  ): Value | null {
    const text = element(segment, index)
    if (segment === undefined || text === '') return null
    const value = read(text)
    if (value === null)
      this.problem(segment, `${segment.id}${String(index).padStart(2, '0')}`, code, `${text} ${complaint}`, { found: text })
    return value
  }
}

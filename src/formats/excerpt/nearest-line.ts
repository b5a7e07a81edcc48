import type { Sought } from '@/core/place-in-file'
import { cellHolding } from './sought-value'

/** A line on the way through a document. `tag` is the name of its segment, '' in formats without. */
export type PassedLine<Place> = { readonly place: Place; readonly tag: string; readonly cells: readonly string[] }

// Where the standards put the fields that a document says once. X12 first, EDIFACT after.
const SEGMENTS: Readonly<Record<string, readonly string[]>> = {
  orderedOn: ['BEG', 'G50', 'BGM', 'DTM'],
  invoicedOn: ['BIG', 'BGM', 'DTM'],
  shipBy: ['DTM', 'G62'],
  freightTerms: ['FOB', 'G66', 'TOD'],
  carrier: ['TD5', 'G66', 'TDT', 'CAD', 'B4'],
  discountPpm: ['ITD', 'G23', 'PAT', 'PYT', 'PCD', 'ALC'],
  discountDays: ['ITD', 'G23', 'PAT', 'PYT', 'DTM'],
  happenedOn: ['AT7', 'Q5', 'DTM'],
}

/** Says of the segments of one field whether they state it in words of their own: FOB*PP is "prepaid". */
const IN_OTHER_WORDS: ReadonlySet<string> = new Set(['freightTerms'])

/**
 * Passes through the lines of one document and keeps the one that holds a value nearest to a place: the place itself, else
 * the first after it, else the last before it.
 */
export class NearestLine<Place> {
  readonly #holds: (line: PassedLine<Place>) => boolean
  #before: Place | null = null
  #after: Place | null = null
  #isPast = false
  #isAtPlace = false

  constructor(sought: Sought, field: string) {
    const tags = SEGMENTS[field]
    this.#holds = ({ tag, cells }) => {
      if (tag === '' || tags === undefined) return cellHolding(cells, sought) !== null
      return tags.includes(tag) && (IN_OTHER_WORDS.has(field) || cellHolding(cells.slice(1), sought) !== null)
    }
  }

  /** `isPlace` marks the line that the position names. */
  pass(line: PassedLine<Place>, isPlace: boolean): void {
    if (isPlace) this.#isPast = true
    if (this.isFound || !this.#holds(line)) return
    if (!this.#isPast) this.#before = line.place
    else if (isPlace) this.#isAtPlace = true
    else this.#after = line.place
  }

  /** Another document begins: what was passed before it does not count. */
  startDocument(): void {
    if (!this.#isPast) this.#before = null
  }

  get isPast(): boolean {
    return this.#isPast
  }

  get isFound(): boolean {
    return this.#isAtPlace || this.#after !== null
  }

  /** Null when the place itself holds the value, or nothing does. */
  get elsewhere(): Place | null {
    return this.#isAtPlace ? null : (this.#after ?? this.#before)
  }
}

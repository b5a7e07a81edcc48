import type { CalendarDate } from '@/core/calendar-date'
import type { DateOrder, DateSample, OpenDates } from '@/core/date-order'
import { tableFingerprint } from '../mapping/column-keys'
import type { Table, TableRow } from '../table'
import { dialectsInOrder } from '../text/date-order'
import { readDate } from '../text/read-date'
import type { ListFacts } from './decide-dialects'
import { leanDates, SignsOfCurrency } from './lean-dates'
import type { MatchedShape } from './table-shape'

const SAMPLES = 5

/** Gathers from the rows of a list whose dates fit both orders what a person has to see, and what speaks for one of them. */
export class OpenDatesLook {
  readonly #top: Table
  readonly #facts: ListFacts
  readonly #columns: { index: number; samples: Map<string, DateSample> }[]
  readonly #currencies: SignsOfCurrency

  constructor(top: Table, matched: MatchedShape, facts: ListFacts) {
    this.#top = top
    this.#facts = facts
    this.#columns = facts.openDates.map((field) => ({ index: matched.columns.get(field) ?? -1, samples: new Map() }))
    this.#currencies = new SignsOfCurrency(
      matched,
      top.columns.map(({ title }) => title),
    )
  }

  observe(rows: readonly TableRow[]): void {
    for (const { cells } of rows) {
      this.#currencies.observe(cells)
      for (const { index, samples } of this.#columns) {
        const text = cells[index] ?? ''
        if (samples.size >= SAMPLES || samples.has(text)) continue
        const sample = { text, monthFirst: readInOrder(text, 'month-first'), dayFirst: readInOrder(text, 'day-first') }
        if (sample.monthFirst !== sample.dayFirst) samples.set(text, sample)
      }
    }
  }

  end(): OpenDates {
    const titles = this.#top.columns.map(({ title }) => title)
    return {
      fingerprint: tableFingerprint(this.#top),
      leaning: leanDates({ titles, currencies: this.#currencies.found, facts: this.#facts }),
      columns: this.#columns.map(({ index, samples }) => ({
        title: this.#top.columns.find((column) => column.index === index)?.title ?? '',
        samples: [...samples.values()],
      })),
    }
  }
}

function readInOrder(text: string, order: DateOrder): CalendarDate | null {
  const dialect = dialectsInOrder(order).find((each) => readDate(text, each) !== null)
  return dialect === undefined ? null : readDate(text, dialect)
}

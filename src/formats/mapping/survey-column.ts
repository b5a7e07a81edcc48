import type { ColumnType } from '../describe-table'
import { columnType } from '../describe-table'
import type { TableColumn } from '../table'
import { type NumberDialect, NumberEvidence } from '../text/read-amount'
import { type DateDialect, DateEvidence } from '../text/read-date'
import { type DialectFinding, findDateDialect, findNumberDialect } from './find-readings'
import { type ValueLook, valueLooks } from './value-looks'

/** One column of a table nobody knows yet: its titles, some of its values, and what they look like. */
export type ColumnSurvey = {
  index: number
  key: string
  title: string
  group: string
  /** Rows with a value in it. */
  filled: number
  /** Share of its amounts that are negative, in percent. */
  negativePercent: number
  samples: string[]
  type: ColumnType
  looks: ValueLook[]
  numbers: DialectFinding
  dates: DialectFinding
}

/** What the typed columns of a file prove together; 'ambiguous' where they prove nothing or contradict each other. */
export type FileDialects = { numbers: NumberDialect; dates: DateDialect }

// Different values beyond these are only counted: type and look of a column are plain by then.
const KEPT_VALUES = 2_000
const SAMPLES = 20
const SAMPLE_LENGTH = 120

/** Looks at the cells of a column one after the other. Evidence is taken of all rows, samples of the first different values. */
export class ColumnSurveyor {
  readonly numbers = new NumberEvidence()
  readonly dates = new DateEvidence()
  readonly #kept = new Set<string>()
  #filled = 0
  #type: ColumnType | null = null

  observe(cell: string): void {
    if (cell === '') return
    this.#filled += 1
    if (this.#kept.size < KEPT_VALUES) this.#kept.add(cell)
    else this.#type ??= columnType([...this.#kept])
    // Once a column is known to hold texts, its later cells say nothing about dates and numbers.
    if (this.#type === 'text') return
    this.numbers.add(cell)
    this.dates.add(cell)
  }

  get type(): ColumnType {
    return this.#type ?? columnType([...this.#kept])
  }

  end({ index, title, group }: TableColumn, key: string, file: FileDialects): ColumnSurvey {
    const { type } = this
    const values = [...this.#kept]
    const { count, negatives } = this.numbers
    return {
      index,
      key,
      title,
      group: group === title ? '' : group,
      filled: this.#filled,
      negativePercent: count === 0 ? 0 : Math.round((negatives * 100) / count),
      samples: values.slice(0, SAMPLES).map((value) => value.slice(0, SAMPLE_LENGTH)),
      type,
      looks: valueLooks(values, Math.min(this.#filled, KEPT_VALUES)),
      numbers: findNumberDialect(this.numbers.decide(), type === 'amount' ? this.numbers.decide(file.numbers) : 'ambiguous', values),
      dates: findDateDialect(this.dates.decide(), type === 'date' ? this.dates.decide(file.dates) : 'ambiguous', values),
    }
  }
}

import type { Problem } from '@/core/problem'
import type { Table, TableRow } from '../table'
import { type NumberDialect, NumberEvidence } from '../text/read-amount'
import { type DateDialect, DateEvidence } from '../text/read-date'
import type { ColumnDialects } from './read-cell'
import { settleDates, settleNumbers } from './settle-dialects'
import type { MatchedShape } from './table-shape'

const NUMBERS: ReadonlySet<string> = new Set(['amount', 'price', 'quantity', 'whole', 'percent'])

const PLAIN: ColumnDialects = { numbers: 'point', dates: 'iso' }

/** What all rows together say, before any of them is read. */
export type ListFacts = {
  dialects: Map<string, ColumnDialects>
  /** True when most amounts of the total's column are negative. */
  isMostlyNegative: boolean
  problems: Problem[]
}

/**
 * Decides how every column writes numbers and dates, over all of its values; a column without proof follows the file's
 * other columns. Dates that fit both orders everywhere are read month first and reported.
 */
export class ListSurvey {
  readonly #matched: MatchedShape
  readonly #numbers = new Map<string, { index: number; evidence: NumberEvidence }>()
  readonly #dates = new Map<string, { index: number; evidence: DateEvidence }>()

  constructor(matched: MatchedShape) {
    this.#matched = matched
    for (const [name, index] of matched.columns) {
      const kind = matched.shape.fields[name]?.as ?? ''
      if (NUMBERS.has(kind)) this.#numbers.set(name, { index, evidence: new NumberEvidence() })
      else if (kind === 'date') this.#dates.set(name, { index, evidence: new DateEvidence() })
    }
  }

  /** True when the values of a column prove how it writes them. */
  isProven(name: string): boolean {
    const evidence = this.#numbers.get(name)?.evidence ?? this.#dates.get(name)?.evidence
    return evidence === undefined || evidence.provenDialect() !== null
  }

  /** Looks at one more value; true when it makes a difference to what was decided. */
  isSurprisedBy(name: string, text: string, decided: ReadonlyMap<string, ColumnDialects>): boolean {
    const evidence = this.#numbers.get(name)?.evidence ?? this.#dates.get(name)?.evidence
    if (!evidence?.add(text)) return false
    const now = this.decide({ headerRow: 0 }).dialects
    return [...now].some(([column, { numbers, dates }]) => decided.get(column)?.numbers !== numbers || decided.get(column)?.dates !== dates)
  }

  observe(rows: readonly TableRow[]): void {
    for (const { index, evidence } of this.#numbers.values()) for (const row of rows) evidence.add(row.cells[index] ?? '')
    for (const { index, evidence } of this.#dates.values()) for (const row of rows) evidence.add(row.cells[index] ?? '')
  }

  decide(table: Pick<Table, 'headerRow'>): ListFacts {
    const { shape, columns } = this.#matched
    const problems: Problem[] = []
    const numbers = settle<NumberDialect>(this.#numbers)
    const dates = settle<DateDialect>(this.#dates)
    if ([...dates.values()].includes('ambiguous'))
      this.#assumeMonthFirst(dates, shape.datesAreSap === true ? null : problems, table.headerRow)
    const dialects = new Map<string, ColumnDialects>()
    for (const name of columns.keys()) dialects.set(name, { numbers: numbers.get(name) ?? 'point', dates: dates.get(name) ?? 'iso' })
    const totals = this.#numbers.get(shape.totalField ?? '')?.evidence
    return { dialects, problems, isMostlyNegative: totals !== undefined && totals.negatives * 2 > totals.amounts }
  }

  /**
   * The dialects as they were said, unless the values prove another one that cannot be mistaken; `contradicted` are the fields
   * whose values prove the other of two readings. No sign is guessed and nothing is assumed.
   */
  decideAsSaid(said: ReadonlyMap<string, ColumnDialects>): { facts: ListFacts; contradicted: string[] } {
    const dialects = new Map(said)
    const contradicted: string[] = []
    for (const [name, { evidence }] of this.#numbers) {
      const { numbers, dates } = said.get(name) ?? PLAIN
      const settled = settleNumbers(evidence, numbers)
      dialects.set(name, { numbers: settled.dialect, dates })
      if (settled.isContradicted) contradicted.push(name)
    }
    for (const [name, { evidence }] of this.#dates) {
      const { numbers, dates } = said.get(name) ?? PLAIN
      const settled = settleDates(evidence, dates)
      dialects.set(name, { numbers, dates: settled.dialect })
      if (settled.isContradicted) contradicted.push(name)
    }
    return { facts: { dialects, problems: [], isMostlyNegative: false }, contradicted }
  }

  #assumeMonthFirst(dates: Map<string, DateDialect>, problems: Problem[] | null, headerRow: number): void {
    for (const [name, { evidence }] of this.#dates) {
      if (dates.get(name) !== 'ambiguous') continue
      const assumed = (['mdy-slash', 'mdy-dash'] as const).find((dialect) => evidence.decide(dialect) === dialect)
      if (assumed === undefined) continue
      dates.set(name, assumed)
      const message = `The dates of '${name}' fit both orders; the month was read first.`
      problems?.push({ position: `row ${headerRow}`, field: name, code: 'table/date-order-assumed', message })
    }
  }
}

type Columns<Dialect> = ReadonlyMap<string, { evidence: { provenDialect: () => Dialect | null; decide: (hint?: Dialect) => Dialect } }>

function settle<Dialect>(columns: Columns<Dialect>): Map<string, Dialect> {
  const proven = new Set<Dialect>()
  for (const { evidence } of columns.values()) {
    const dialect = evidence.provenDialect()
    if (dialect !== null) proven.add(dialect)
  }
  const [hint] = proven
  const isHint = proven.size === 1 && hint !== undefined
  return new Map([...columns].map(([name, { evidence }]) => [name, isHint ? evidence.decide(hint) : evidence.decide()]))
}

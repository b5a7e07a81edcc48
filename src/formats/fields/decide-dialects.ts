import { commonOrder, type DateOrder } from '@/core/date-order'
import type { TableRow } from '../table'
import { dialectsInOrder, orderOf } from '../text/date-order'
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
  /** The order of day and month that the values prove; null when they prove none, or several. */
  provenOrder: DateOrder | null
  /** Fields whose dates fit both orders, with nothing in the file to decide. */
  openDates: string[]
}

/**
 * Decides how every column writes numbers and dates, over all of its values; a column without proof follows the file's
 * other columns. Dates that fit both orders everywhere are read in the order `given` by who knows the sender, else they stay open.
 */
export class ListSurvey {
  readonly #matched: MatchedShape
  readonly #numbers = new Map<string, { index: number; evidence: NumberEvidence }>()
  readonly #dates = new Map<string, { index: number; evidence: DateEvidence }>()
  readonly #given: DateOrder | null

  constructor(matched: MatchedShape, given: DateOrder | null = null) {
    this.#matched = matched
    this.#given = matched.shape.datesAreSap === true ? 'month-first' : given
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
    const now = this.decide().dialects
    return [...now].some(([column, { numbers, dates }]) => decided.get(column)?.numbers !== numbers || decided.get(column)?.dates !== dates)
  }

  observe(rows: readonly TableRow[]): void {
    for (const { index, evidence } of this.#numbers.values()) for (const row of rows) evidence.add(row.cells[index] ?? '')
    for (const { index, evidence } of this.#dates.values()) for (const row of rows) evidence.add(row.cells[index] ?? '')
  }

  decide(): ListFacts {
    const { shape, columns } = this.#matched
    const numbers = settle(this.#numbers)
    const provenOrder = this.#provenOrder()
    const { dates, openDates } = this.#settleDates(provenOrder ?? this.#given)
    const dialects = new Map<string, ColumnDialects>()
    for (const name of columns.keys()) dialects.set(name, { numbers: numbers.get(name) ?? 'point', dates: dates.get(name) ?? 'iso' })
    const totals = this.#numbers.get(shape.totalField ?? '')?.evidence
    const isMostlyNegative = totals !== undefined && totals.negatives * 2 > totals.amounts
    return { dialects, isMostlyNegative, provenOrder, openDates }
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
    const facts = { dialects, isMostlyNegative: false, provenOrder: this.#provenOrder(), openDates: [] }
    return { facts, contradicted }
  }

  #provenOrder(): DateOrder | null {
    return commonOrder([...this.#dates.values()].map(({ evidence }) => orderOf(evidence.provenDialect())))
  }

  #settleDates(order: DateOrder | null): { dates: Map<string, DateDialect>; openDates: string[] } {
    const dates = new Map<string, DateDialect>()
    const openDates: string[] = []
    for (const [name, { evidence }] of this.#dates) {
      const inOrder = order === null ? undefined : dialectsInOrder(order).find((dialect) => evidence.decide(dialect) === dialect)
      dates.set(name, inOrder ?? evidence.decide())
      if (inOrder === undefined && evidence.isOpen) openDates.push(name)
    }
    return { dates, openDates }
  }
}

type NumberColumns = ReadonlyMap<string, { evidence: NumberEvidence }>

function settle(columns: NumberColumns): Map<string, NumberDialect> {
  const proven = new Set([...columns.values()].map(({ evidence }) => evidence.provenDialect()).filter((dialect) => dialect !== null))
  const [hint] = proven
  const isHint = proven.size === 1 && hint !== undefined
  return new Map([...columns].map(([name, { evidence }]) => [name, isHint ? evidence.decide(hint) : evidence.decide()]))
}

import type { ControlSum } from '@/core/control-sum'
import { minorDigits, parseScaled, scaledToText } from '@/core/money'
import type { Problem } from '@/core/problem'
import { negateDecimal } from '../decimal-text'
import type { ReadFile } from '../staged-row'
import { rowPosition, type TableEnd, type TableRow } from '../table'
import { isNegativeAmount, readAmount } from '../text/read-amount'
import type { ListSurvey } from './decide-dialects'
import { ExactSum } from './exact-sum'
import { type ColumnDialects, type ReadCell, readCell } from './read-cell'
import type { FieldKind, MatchedShape } from './table-shape'

/** One row by meanings: text ready for staging, null where the cell is blank or the column absent. */
export type FieldRow = { row: number; position: string; values: Record<string, string | null> }

type Rejected = ReadFile['rejected'][number]
type Column = {
  name: string
  index: number
  as: FieldKind
  needsValue: boolean
  dialects: ColumnDialects
  constant: string | null
  isNegated: boolean
  /** True as long as a value may still prove that the column writes numbers or dates otherwise. */
  isOpen: boolean
  /** Dates that were read before: a list of a million rows has a few hundred. */
  known: Map<string, ReadCell>
  /** What the row above has in this column; null when it could not be read. */
  above: string | null
}

/** A column that holds more currencies holds something else. */
const CURRENCIES_MAX = 50
const KNOWN_MAX = 5_000
const MINUS = 45

/** The rows prove that a column is written otherwise than its first rows said: everything is to be read again. */
export class SurpriseInRows extends Error {}

/** What a person said about a list: fields that are the same for every row, in plain notation, and fields with the other sign. */
export type GivenValues = { constants: ReadonlyMap<string, string>; negated: ReadonlySet<string> }

/** On whose word a list is read: what a person gave, and the survey of its first rows when the others are to be held against it. */
export type ReadingTerms = { given?: GivenValues; survey?: ListSurvey | null }

const NOTHING_GIVEN: GivenValues = { constants: new Map(), negated: new Set() }
const PLAIN: ColumnDialects = { numbers: 'point', dates: 'iso' }

/** Reads the rows of a recognised table one by one. A row with a cell that cannot be read is rejected with the field at fault. */
export class FieldReader {
  readonly #columns: Column[]
  readonly #currencyAt: number
  readonly #sheet: string | null
  readonly #matched: MatchedShape
  readonly #dialects: ReadonlyMap<string, ColumnDialects>
  readonly #givenCurrency: string | null
  readonly #sums = new Map<string | null, ExactSum>()
  readonly #isTotalNegated: boolean
  readonly #survey: ListSurvey | null
  #amounts = 0
  #negatives = 0
  /** What was read last: a row takes over what it says like the row above. */
  #values: Record<string, string | null>
  #currency: string | null = null

  /** What a person gave is not looked at again; with the survey of the first rows a value that proves another dialect throws a SurpriseInRows. */
  constructor(
    matched: MatchedShape,
    dialects: ReadonlyMap<string, ColumnDialects>,
    sheet: string | null,
    { given: { constants, negated } = NOTHING_GIVEN, survey = null }: ReadingTerms = {},
  ) {
    this.#survey = survey
    const { shape, columns } = matched
    this.#matched = matched
    this.#dialects = dialects
    this.#sheet = sheet
    this.#currencyAt = (shape.currencyField === undefined ? undefined : columns.get(shape.currencyField)) ?? -1
    this.#givenCurrency = constants.get(shape.currencyField ?? '') ?? null
    this.#isTotalNegated = negated.has(shape.totalField ?? '')
    this.#columns = Object.entries(shape.fields).map(([name, { as, needs }]) => ({
      name,
      index: columns.get(name) ?? -1,
      as,
      needsValue: needs === 'value',
      dialects: constants.has(name) ? PLAIN : (dialects.get(name) ?? PLAIN),
      constant: constants.get(name) ?? null,
      isNegated: negated.has(name),
      isOpen: survey !== null && !survey.isProven(name),
      known: new Map(),
      above: null,
    }))
    this.#values = Object.fromEntries(this.#columns.map(({ name }) => [name, null]))
  }

  read(row: TableRow): FieldRow | { rejected: Rejected } {
    const position = rowPosition(this.#sheet, row.row)
    const currency = this.#givenCurrency ?? row.cells[this.#currencyAt] ?? null
    const isSameCurrency = currency === this.#currency
    const values = { ...this.#values }
    this.#currency = currency
    this.#values = values
    for (const column of this.#columns) {
      const text = column.constant ?? row.cells[column.index] ?? ''
      if (text === column.above && (isSameCurrency || column.as !== 'amount')) continue
      const read = column.as === 'date' ? readKnown(text, column) : readCell(text, column.as, column.dialects, currency)
      if (this.#survey !== null && ('code' in read || (column.isOpen && (column.as === 'date' || !isWhole(text)))))
        this.#askSurvey(this.#survey, column, text)
      const fault = faultOf(read, column, text)
      if (fault !== null) return this.#refuse(row, column, position, fault)
      const value = 'value' in read ? read.value : null
      values[column.name] = column.isNegated && value !== null ? (-BigInt(value)).toString() : value
      column.above = text
    }
    this.#add(values)
    return { row: row.row, position, values }
  }

  #refuse(row: TableRow, column: Column, position: string, fault: Omit<Problem, 'position'>): { rejected: Rejected } {
    for (const each of this.#columns) if (each === column || each.as === 'amount') each.above = null
    this.#askAboutAll(row)
    return { rejected: { position, text: row.cells.join('\t'), problem: { position, ...fault } } }
  }

  /** True when most amounts of the total's column, those of rejected rows too, are negative. */
  get isMostlyNegative(): boolean {
    return this.#negatives * 2 > this.#amounts
  }

  #askSurvey(survey: ListSurvey, column: Column, text: string): void {
    if (survey.isSurprisedBy(column.name, text, this.#dialects)) throw new SurpriseInRows(column.name)
    column.isOpen = column.isOpen && !survey.isProven(column.name)
  }

  /** What else a rejected row says about its columns counts like that of any other row. */
  #askAboutAll({ cells }: TableRow): void {
    if (this.#survey === null) return
    for (const column of this.#columns) this.#askSurvey(this.#survey, column, cells[column.index] ?? '')
    const isNegative = isNegativeAmount(cells[this.#matched.columns.get(this.#matched.shape.totalField ?? '') ?? -1] ?? '')
    if (isNegative !== null) this.#amounts += 1
    if (isNegative === true) this.#negatives += 1
  }

  #add(values: FieldRow['values']): void {
    const { totalField, currencyField } = this.#matched.shape
    if (totalField === undefined) return
    const amount = values[totalField]
    if (amount != null) {
      this.#amounts += 1
      if (amount.charCodeAt(0) === MINUS) this.#negatives += 1
      this.#sumOf(currencyField === undefined ? null : (values[currencyField] ?? null))?.add(amount)
    }
  }

  #sumOf(currency: string | null): ExactSum | undefined {
    const known = this.#sums.get(currency)
    if (known !== undefined || this.#sums.size >= CURRENCIES_MAX) return known
    const sum = new ExactSum()
    this.#sums.set(currency, sum)
    return sum
  }

  /** The file's own total (its total row, or `stated` from the lines above) and ours over the rows read, as decimal text; null where rows have several currencies. */
  totals(end: TableEnd, stated: string | null = null): ReadFile['totals'] {
    const { totalField } = this.#matched.shape
    if (totalField === undefined) return { own: stated, computed: null, currency: null }
    const index = this.#matched.columns.get(totalField)
    const dialect = this.#dialects.get(totalField)?.numbers ?? 'point'
    const last = end.totals.findLast((cells) => index !== undefined && readAmount(cells[index] ?? '', dialect) !== null)
    const own = stated ?? (last === undefined || index === undefined ? null : readAmount(last[index] ?? '', dialect))
    // Amounts of several currencies have no common total.
    if (this.#sums.size > 1) return { own: null, computed: null, currency: null }
    const [[currency, sum] = [null, new ExactSum()]] = this.#sums
    const digits = digitsOf(currency)
    const stand = own === null ? null : inDigits(this.#isTotalNegated ? negateDecimal(own) : own, digits)
    return { own: stand, computed: scaledToText(sum.value, digits), currency }
  }

  /** Our sum for every currency that occurs; the file's own total stands against it where there is one currency only. */
  sums({ own, computed, currency }: ReadFile['totals']): ControlSum[] {
    const { kind, totalField } = this.#matched.shape
    if (totalField === undefined) return []
    if (computed !== null) return [{ kind, currency, own, computed }]
    return [...this.#sums].map(([each, { value }]) => ({ kind, currency: each, own: null, computed: scaledToText(value, digitsOf(each)) }))
  }
}

function isWhole(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return true
}

function readKnown(text: string, { as, dialects, known }: Column): ReadCell {
  const before = known.get(text)
  if (before !== undefined) return before
  const read = readCell(text, as, dialects, null)
  if (known.size < KNOWN_MAX) known.set(text, read)
  return read
}

function faultOf(read: ReadCell, { name, as, needsValue }: Column, text: string): Omit<Problem, 'position'> | null {
  if ('code' in read)
    return { field: name, code: read.code, message: `'${text.slice(0, 60)}' cannot be read as ${as}.`, facts: { found: text.slice(0, 60) } }
  return needsValue && read.value === null
    ? { field: name, code: 'table/missing-value', message: `The row has no ${name}.`, facts: {} }
    : null
}

function digitsOf(currency: string | null): number {
  return currency !== null && /^[A-Z]{3}$/.test(currency) ? minorDigits(currency) : 2
}

function inDigits(decimal: string, digits: number): string {
  const minor = parseScaled(decimal, digits)
  return minor === null ? decimal : scaledToText(minor, digits)
}

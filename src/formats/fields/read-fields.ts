import { parseScaled, scaledToText } from '@/core/money'
import type { Problem } from '@/core/problem'
import { negateDecimal } from '../decimal-text'
import type { ReadFile } from '../staged-row'
import { rowPosition, type TableEnd, type TableRow } from '../table'
import { readAmount } from '../text/read-amount'
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
}

const CURRENCIES_MAX = 2

/** What a person said about a list: fields that are the same for every row, in plain notation, and fields with the other sign. */
export type GivenValues = { constants: ReadonlyMap<string, string>; negated: ReadonlySet<string> }

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
  readonly #currencies = new Set<string | null>()
  readonly #isTotalNegated: boolean
  #sum = 0n

  constructor(
    matched: MatchedShape,
    dialects: ReadonlyMap<string, ColumnDialects>,
    sheet: string | null,
    { constants, negated }: GivenValues = NOTHING_GIVEN,
  ) {
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
    }))
  }

  read(row: TableRow): FieldRow | { rejected: Rejected } {
    const position = rowPosition(this.#sheet, row.row)
    const currency = this.#givenCurrency ?? row.cells[this.#currencyAt] ?? null
    const values: Record<string, string | null> = {}
    for (const column of this.#columns) {
      const text = column.constant ?? row.cells[column.index] ?? ''
      const read = readCell(text, column.as, column.dialects, currency)
      const fault = faultOf(read, column, text)
      if (fault !== null) return { rejected: { position, text: row.cells.join('\t'), problem: { position, ...fault } } }
      const value = 'value' in read ? read.value : null
      values[column.name] = column.isNegated && value !== null ? (-BigInt(value)).toString() : value
    }
    this.#add(values)
    return { row: row.row, position, values }
  }

  #add(values: FieldRow['values']): void {
    const { totalField, currencyField } = this.#matched.shape
    if (totalField === undefined) return
    this.#sum += BigInt(values[totalField] ?? '0')
    if (currencyField !== undefined && this.#currencies.size < CURRENCIES_MAX) this.#currencies.add(values[currencyField] ?? null)
  }

  /** The file's own total (its total row, or `stated` from the lines above) and ours over the rows read, as decimal text of two places. */
  totals(end: TableEnd, stated: string | null = null): ReadFile['totals'] {
    const { totalField } = this.#matched.shape
    if (totalField === undefined) return { own: stated, computed: null, currency: null }
    const index = this.#matched.columns.get(totalField)
    const dialect = this.#dialects.get(totalField)?.numbers ?? 'point'
    const last = end.totals.findLast((cells) => index !== undefined && readAmount(cells[index] ?? '', dialect) !== null)
    const own = stated ?? (last === undefined || index === undefined ? null : readAmount(last[index] ?? '', dialect))
    const [currency = null] = this.#currencies
    return {
      own: own === null ? null : twoPlaces(this.#isTotalNegated ? negateDecimal(own) : own),
      computed: scaledToText(this.#sum, 2),
      currency: this.#currencies.size === 1 ? currency : null,
    }
  }
}

function faultOf(read: ReadCell, { name, as, needsValue }: Column, text: string): Omit<Problem, 'position'> | null {
  if ('code' in read) return { field: name, code: read.code, message: `'${text.slice(0, 60)}' cannot be read as ${as}.` }
  return needsValue && read.value === null ? { field: name, code: 'table/missing-value', message: `The row has no ${name}.` } : null
}

function twoPlaces(decimal: string): string {
  const minor = parseScaled(decimal, 2)
  return minor === null ? decimal : scaledToText(minor, 2)
}

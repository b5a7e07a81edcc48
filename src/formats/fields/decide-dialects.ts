import type { Problem } from '@/core/problem'
import type { Table } from '../table'
import { decideNumberDialect, type NumberDialect } from '../text/read-amount'
import { type DateDialect, decideDateDialect } from '../text/read-date'
import type { ColumnDialects } from './read-cell'
import type { MatchedShape } from './table-shape'

const NUMBERS = new Set(['amount', 'price', 'quantity', 'whole', 'percent'])

/**
 * How every column writes numbers and dates, decided over all of its values; a column without proof follows the file's
 * other columns. Dates that fit both orders everywhere are read month first and reported.
 */
export function decideDialects(table: Table, { shape, columns }: MatchedShape, problems: Problem[]): Map<string, ColumnDialects> {
  const values = new Map<string, string[]>()
  for (const [name, index] of columns) values.set(name, columnValues(table, index))
  const numbers = settle<NumberDialect>(namesOf(shape, columns, NUMBERS), values, decideNumberDialect)
  const dateNames = namesOf(shape, columns, new Set(['date']))
  const dates = settle<DateDialect>(dateNames, values, (texts, hint) => decideDateDialect(texts, hint))
  const isOpen = dateNames.some((name) => dates.get(name) === 'ambiguous')
  if (isOpen) assumeMonthFirst(dateNames, values, dates, shape.datesAreSap === true ? null : problems, table)
  const dialects = new Map<string, ColumnDialects>()
  for (const name of columns.keys()) dialects.set(name, { numbers: numbers.get(name) ?? 'point', dates: dates.get(name) ?? 'iso' })
  return dialects
}

function namesOf(shape: MatchedShape['shape'], columns: ReadonlyMap<string, number>, kinds: ReadonlySet<string>): string[] {
  return [...columns.keys()].filter((name) => kinds.has(shape.fields[name]?.as ?? ''))
}

function columnValues(table: Table, index: number): string[] {
  return table.rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '')
}

function settle<Dialect extends string>(
  names: readonly string[],
  values: ReadonlyMap<string, string[]>,
  decide: (texts: readonly string[], hint?: Dialect) => Dialect | 'ambiguous',
): Map<string, Dialect | 'ambiguous'> {
  const alone = new Map(names.map((name) => [name, decide(values.get(name) ?? [])]))
  const proven = names.filter((name) => (values.get(name)?.length ?? 0) > 0 && isProof(values.get(name) ?? [], alone.get(name)))
  const hints = new Set(proven.map((name) => alone.get(name)).filter((dialect) => dialect !== undefined && dialect !== 'ambiguous'))
  const [hint] = hints
  if (hints.size !== 1 || hint === undefined) return alone
  return new Map(names.map((name) => [name, decide(values.get(name) ?? [], hint as Dialect)]))
}

// A column of bare whole numbers counts as 'point' but proves nothing.
function isProof(texts: readonly string[], dialect: string | undefined): boolean {
  return dialect !== 'point' || texts.some((text) => /[.,]/.test(text))
}

function assumeMonthFirst(
  names: readonly string[],
  values: ReadonlyMap<string, string[]>,
  dates: Map<string, DateDialect>,
  problems: Problem[] | null,
  table: Table,
): void {
  for (const name of names) {
    if (dates.get(name) !== 'ambiguous') continue
    const assumed = (['mdy-slash', 'mdy-dash'] as const).find((dialect) => decideDateDialect(values.get(name) ?? [], dialect) === dialect)
    if (assumed === undefined) continue
    dates.set(name, assumed)
    const message = `The dates of '${name}' fit both orders; the month was read first.`
    problems?.push({ position: `row ${table.headerRow}`, field: name, code: 'table/date-order-assumed', message })
  }
}

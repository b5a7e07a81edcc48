import type { Problem } from '@/core/problem'
import { CSV_MEANINGS } from './csv/csv-meanings'
import { sumDecimals } from './decimal-text'
import { matchTitles } from './fields/match-titles'
import type { InspectedTable } from './inspection'
import type { SapList } from './sap/recognise-sap-list'
import { rowPosition, type Table } from './table'
import { decideNumberDialect, looksLikeAmount, type NumberDialect, readAmount } from './text/read-amount'
import { type DateDialect, decideDateDialect, isEmptyDate, looksLikeDate } from './text/read-date'

export type ColumnType = 'empty' | 'date' | 'amount' | 'integer' | 'text'
type Column = { title: string; index: number; type: ColumnType; values: string[]; dialect: string | null }

/**
 * Describes a table for inspection: what every column means, its type, and how it writes numbers and dates. Findings name
 * columns that fit two readings and totals that the rows do not add up to. `sheet` is set when the file has several.
 */
export function describeTable(table: Table, list: SapList | null, sheet: string | null): { table: InspectedTable; findings: Problem[] } {
  const meanings = new Map([...(list?.columns ?? matchTitles(table, CSV_MEANINGS))].map(([meaning, index]) => [index, meaning]))
  const columns = table.columns.map((column): Column => {
    const values = distinctValues(table, column.index)
    return { title: column.title, index: column.index, values, type: columnType(values), dialect: null }
  })
  decideDialects(columns)
  const described = {
    name: table.name,
    headerRow: table.headerRow,
    columns: columns.map(({ title, index, type, dialect }) => ({ title, meaning: meanings.get(index) ?? null, type, dialect })),
    rows: table.rows.length,
  }
  return { table: described, findings: [...ambiguities(columns, table, sheet), ...wrongTotals(columns, table, sheet)] }
}

function distinctValues(table: Table, index: number): string[] {
  const values = new Set<string>()
  for (const row of table.rows) values.add(row.cells[index] ?? '')
  values.delete('')
  return [...values]
}

/** What nearly all values of a column are. */
export function columnType(values: readonly string[]): ColumnType {
  const filled = values.filter((value) => !/^[-–—*]$/.test(value))
  if (filled.length === 0) return 'empty'
  const isMost = (test: (value: string) => boolean) => filled.filter(test).length >= filled.length * 0.9
  if (isMost((value) => looksLikeDate(value) || isEmptyDate(value)) && filled.some(looksLikeDate)) return 'date'
  if (isMost((value) => /^\d+$/.test(value)) && filled.some((value) => /^0\d/.test(value) || value.length > 9)) return 'text'
  if (isMost((value) => /^[+-]?\d+-?$/.test(value))) return 'integer'
  return isMost(looksLikeAmount) ? 'amount' : 'text'
}

// One file has one way of writing numbers and dates: a column without proof follows those that have one.
function decideDialects(columns: readonly Column[]): void {
  const numbers = columns.filter((column) => column.type === 'amount')
  const dates = columns.filter((column) => column.type === 'date')
  const number = single(numbers.map((column) => decideNumberDialect(column.values)).filter((dialect) => dialect !== 'ambiguous'))
  const date = single(dates.map((column) => decideDateDialect(column.values)).filter((dialect) => dialect !== 'ambiguous'))
  for (const column of numbers) column.dialect = decideNumberDialect(column.values, number ?? 'ambiguous')
  for (const column of dates) column.dialect = decideDateDialect(column.values, date ?? 'ambiguous')
}

function single<Dialect extends NumberDialect | DateDialect>(dialects: readonly Dialect[]): Dialect | null {
  const [only, other] = new Set(dialects)
  return only !== undefined && other === undefined ? only : null
}

function ambiguities(columns: readonly Column[], table: Table, sheet: string | null): Problem[] {
  return columns
    .filter((column) => column.dialect === 'ambiguous')
    .map((column) => ({
      position: rowPosition(sheet, Math.max(1, table.headerRow)),
      field: column.title,
      code: column.type === 'date' ? 'table/ambiguous-date' : 'table/ambiguous-number',
      message: `The values of '${column.title}' fit more than one way of writing ${column.type === 'date' ? 'dates' : 'numbers'}; somebody has to say which.`,
    }))
}

/** A last total row must be the sum of its column. */
function wrongTotals(columns: readonly Column[], table: Table, sheet: string | null): Problem[] {
  const findings: Problem[] = []
  const total = table.totals.length === 1 ? table.totals[0] : undefined
  if (total === undefined) return findings
  for (const column of columns) {
    const dialect = column.dialect
    if (column.type !== 'amount' || (dialect !== 'point' && dialect !== 'comma' && dialect !== 'space-comma')) continue
    const stated = readAmount(total[column.index] ?? '', dialect)
    if (stated === null) continue
    const computed = sumDecimals(table.rows.map((row) => readAmount(row.cells[column.index] ?? '', dialect) ?? '0'))
    if (sumDecimals([stated, computed === '0' ? '0' : negated(computed)]).replace(/[-0.]/g, '') === '') continue
    findings.push({
      position: rowPosition(sheet, (table.rows.at(-1)?.row ?? table.headerRow) + 1),
      field: column.title,
      code: 'table/total-differs',
      message: `The total states ${stated}, the rows add up to ${computed}.`,
    })
  }
  return findings
}

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}

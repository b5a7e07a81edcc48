import { parseScaled, scaledToText } from '@/core/money'
import type { Problem } from '@/core/problem'
import type { ReadFile } from '../staged-row'
import { rowPosition, type Table, type TableRow } from '../table'
import { readAmount } from '../text/read-amount'
import { decideDialects } from './decide-dialects'
import { type ColumnDialects, readCell } from './read-cell'
import type { MatchedShape } from './table-shape'

/** One row by meanings: text ready for staging, null where the cell is blank or the column absent. */
export type FieldRow = { row: number; position: string; values: Record<string, string | null> }

export type ReadRows = { rows: FieldRow[]; rejected: ReadFile['rejected']; problems: Problem[]; dialects: Map<string, ColumnDialects> }

/** Reads all rows of a recognised table. A row with a cell that cannot be read is rejected with the field at fault; the others stay. */
export function readFields(table: Table, matched: MatchedShape, sheet: string | null = null): ReadRows {
  const problems = table.problems.filter((problem) => problem.code !== MISALIGNED)
  const rejected = table.problems
    .filter((problem) => problem.code === MISALIGNED)
    .map((problem) => ({ position: problem.position, text: '', problem }))
  const dialects = decideDialects(table, matched, problems)
  const rows: FieldRow[] = []
  for (const row of table.rows) {
    const read = readRow(row, rowPosition(sheet, row.row), matched, dialects)
    if ('code' in read) rejected.push({ position: read.position, text: row.cells.join('\t'), problem: read })
    else rows.push(read)
  }
  return { rows, rejected, problems, dialects }
}

// Lines that could not be cut into cells are rows all the same.
const MISALIGNED = 'sap/misaligned-row'

function readRow(row: TableRow, position: string, matched: MatchedShape, dialects: Map<string, ColumnDialects>): FieldRow | Problem {
  const { shape, columns } = matched
  const currencyAt = shape.currencyField === undefined ? undefined : columns.get(shape.currencyField)
  const currency = currencyAt === undefined ? null : (row.cells[currencyAt] ?? null)
  const values: Record<string, string | null> = {}
  for (const [name, field] of Object.entries(shape.fields)) {
    const index = columns.get(name)
    const text = index === undefined ? '' : (row.cells[index] ?? '')
    const read = readCell(text, field.as, dialects.get(name) ?? { numbers: 'point', dates: 'iso' }, currency)
    if ('code' in read) return { position, field: name, code: read.code, message: `'${text.slice(0, 60)}' cannot be read as ${field.as}.` }
    if (read.value === null && field.needs === 'value')
      return { position, field: name, code: 'table/missing-value', message: `The row has no ${name}.` }
    values[name] = read.value
  }
  return { row: row.row, position, values }
}

/** The file's own total (its total row, or `stated` from the lines above) and ours over the rows, as decimal text of two places. */
export function compareTotals(table: Table, matched: MatchedShape, read: ReadRows, stated: string | null = null): ReadFile['totals'] {
  const { totalField, currencyField } = matched.shape
  if (totalField === undefined) return { own: stated, computed: null, currency: null }
  const sum = read.rows.reduce((minor, row) => minor + BigInt(row.values[totalField] ?? '0'), 0n)
  const index = matched.columns.get(totalField)
  const dialect = read.dialects.get(totalField)?.numbers ?? 'point'
  const currencies = new Set(currencyField === undefined ? [] : read.rows.map((row) => row.values[currencyField]))
  const [currency = null] = currencies
  const last = table.totals.findLast((cells) => index !== undefined && readAmount(cells[index] ?? '', dialect) !== null)
  const own = stated ?? (last === undefined || index === undefined ? null : readAmount(last[index] ?? '', dialect))
  return {
    own: own === null ? null : twoPlaces(own),
    computed: scaledToText(sum, 2),
    currency: currencies.size === 1 ? currency : null,
  }
}

function twoPlaces(decimal: string): string {
  const minor = parseScaled(decimal, 2)
  return minor === null ? decimal : scaledToText(minor, 2)
}

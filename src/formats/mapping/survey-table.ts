import type { LongTable } from '../table'
import { columnKeys, tableFingerprint, topFingerprints } from './column-keys'
import { type ColumnSurvey, ColumnSurveyor, type FileDialects } from './survey-column'

/** A table as a person has to see it to say what its columns mean. */
export type TableSurvey = {
  sheet: string
  /** 0 when no header was found. */
  headerRow: number
  fingerprint: string
  /** Fingerprints of every row at the top that could be the header. */
  fingerprints: string[]
  columns: ColumnSurvey[]
  rows: number
  /** Lines above the header and total lines below, as they stand. */
  preamble: string[][]
  totals: string[][]
  /** The first rows of the file with their numbers, for pointing at the header. */
  top: { row: number; cells: string[] }[]
}

const CELL_LENGTH = 120
const PREAMBLE_LINES = 24
const TOTAL_LINES = 6
const TOP_ROWS = 30
const COLUMNS_MAX = 200

/** Surveys a table of any length: every column with samples, type and dialect decided over all rows. */
export async function surveyTable(table: LongTable): Promise<TableSurvey> {
  const { top } = table
  const shown = top.columns.slice(0, COLUMNS_MAX).map((column) => ({ column, surveyor: new ColumnSurveyor() }))
  let count = 0
  const end = await table.read((rows) => {
    count += rows.length
    for (const { column, surveyor } of shown) for (const row of rows) surveyor.observe(row.cells[column.index] ?? '')
  })
  const keys = columnKeys(top.columns)
  const file = fileDialects(shown.map(({ surveyor }) => surveyor))
  const columns = shown.map(({ column, surveyor }, at) => surveyor.end(column, keys[at] ?? '', file))
  return {
    sheet: top.name,
    headerRow: top.headerRow,
    fingerprint: tableFingerprint(top),
    fingerprints: topFingerprints(top),
    columns: columns.filter((column) => column.title !== '' || column.filled > 0),
    rows: count,
    preamble: top.preamble.slice(0, PREAMBLE_LINES).map(shortened),
    totals: end.totals.slice(-TOTAL_LINES).map(shortened),
    top: (top.top ?? []).slice(0, TOP_ROWS).map(({ row, cells }) => ({ row, cells: shortened(cells) })),
  }
}

// One file has one way of writing numbers and dates: a column without proof follows those that have one.
function fileDialects(surveyors: readonly ColumnSurveyor[]): FileDialects {
  return {
    numbers: single(surveyors.filter(({ type }) => type === 'amount').map(({ numbers }) => numbers.provenDialect())) ?? 'ambiguous',
    dates: single(surveyors.filter(({ type }) => type === 'date').map(({ dates }) => dates.provenDialect())) ?? 'ambiguous',
  }
}

function single<Dialect>(proven: readonly (Dialect | null)[]): Dialect | null {
  const [only, other] = new Set(proven.filter((dialect) => dialect !== null))
  return only !== undefined && other === undefined ? only : null
}

function shortened(cells: readonly string[]): string[] {
  return cells.slice(0, COLUMNS_MAX).map((cell) => cell.slice(0, CELL_LENGTH))
}

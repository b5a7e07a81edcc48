import type { Problem } from '@/core/problem'

/** A column: its title as printed (the lower one of a two-row header), the title above it if any, and its place in `cells`. */
export type TableColumn = { title: string; index: number; group: string }

/** One row of data. `row` counts from 1 as a spreadsheet shows it; `cells` is never shorter than the columns. */
export type TableRow = { row: number; cells: string[] }

/**
 * What every list-like file becomes: CSV, a sheet of a workbook, an SAP list. Cells are text as it stands, trimmed;
 * nothing is converted. `headerRow` is the row of the (lower) header, 0 when the file has none. `preamble` are the
 * lines above, `totals` the total and footer lines, which are never rows. `blankRows` counts empty lines below the header.
 */
export type Table = {
  name: string
  headerRow: number
  columns: TableColumn[]
  rows: TableRow[]
  preamble: string[][]
  totals: string[][]
  blankRows: number
  problems: Problem[]
  /** The first rows as they stand, header and preamble among them; absent where lines are no cells. */
  top?: readonly TableRow[]
}

/** What is known of a table when its last row has been read. */
export type TableEnd = Pick<Table, 'totals' | 'blankRows' | 'problems'>

/**
 * A table of any length, never whole in memory: `top` is the table without its rows, and its rows can be read from the
 * first to the last as often as asked.
 */
export type LongTable = {
  top: Table
  /** The first rows, some hundreds or all; empty when nothing stands below the header. */
  sample: readonly TableRow[]
  read: (take: (rows: readonly TableRow[]) => void | Promise<void>) => Promise<TableEnd>
  /** All rows are held already: reading them twice to hold fewer saves nothing. */
  isInMemory?: true
}

/** Carries damage out of the middle of a long table: what came before is not the whole, and must not be taken for it. */
export class DamagedTable extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'DamagedTable'
    this.problem = problem
  }
}

/** A table in memory, read like a long one. */
export function asLongTable(table: Table): LongTable {
  return {
    top: { ...table, rows: [], totals: [], blankRows: 0, problems: [] },
    sample: table.rows,
    isInMemory: true,
    async read(take) {
      await take(table.rows)
      return table
    },
  }
}

/** Where a row is, for problems: 'row 12', or 'sheet Claims row 5' when the table is one of several. */
export function rowPosition(sheet: string | null, row: number): string {
  return sheet === null ? `row ${row}` : `sheet ${sheet} row ${row}`
}

/** Title without case, blanks and punctuation, so that 'Sales Doc.' and 'sales doc' meet. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

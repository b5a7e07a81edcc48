import type { JsonValue, ReadFile, StagedRow } from '../staged-row'
import type { Table } from '../table'
import { compareTotals, type FieldRow, type ReadRows, readFields } from './read-fields'
import { type MatchedShape, matchShape, type TableShape } from './table-shape'

export type StagedValues = { [field: string]: JsonValue }

/** Where the list came from: the customer its folder names, if any, and the file's name. Hints, never facts. */
export type ListSource = { customerHint: string | null; fileName: string }

/** All that is known when lines are grouped. */
export type ListContext = { table: Table; matched: MatchedShape; read: ReadRows; source: ListSource }

/** A list reader: the shape it recognises, the kind of row it stages, and what it changes on the way. */
export type ListReader = {
  rowKind: string
  shape: TableShape
  /** Adds to or changes the values of a row. */
  finish?: (row: FieldRow) => StagedValues
  /** Instead of one staged row per line: groups of lines. */
  stage?: (rows: readonly FieldRow[], context: ListContext) => StagedRow[]
  /** The total that stands above the header, as decimal text. */
  statedTotal?: (table: Table) => string | null
}

/** Reads a table by the shape of its reader: one staged row per line, unless the reader groups them. */
export function readList(reader: ListReader, table: Table, source: ListSource): ReadFile {
  const matched = matchShape(table, reader.shape)
  const { kind } = reader.shape
  if (matched === null) return { kind, rows: [], rejected: [], blank: table.blankRows, problems: table.problems, totals: NO_TOTALS }
  const read = readFields(table, matched, table.name === '' ? null : table.name)
  const rows =
    reader.stage?.(read.rows, { table, matched, read, source }) ??
    read.rows.map((row) => ({
      kind: reader.rowKind,
      position: row.position,
      values: withHint({ ...row.values, ...reader.finish?.(row) }, source),
    }))
  const totals = compareTotals(table, matched, read, reader.statedTotal?.(table) ?? null)
  return { kind, rows, rejected: read.rejected, blank: table.blankRows, problems: read.problems, totals }
}

const NO_TOTALS = { own: null, computed: null, currency: null }

/** The values with the folder's customer, unless the row names its customer itself. */
export function withHint(values: StagedValues, source: ListSource): StagedValues {
  const isNamed = values['account'] != null || values['customerHint'] != null
  return isNamed || source.customerHint === null ? values : { ...values, customerHint: source.customerHint }
}

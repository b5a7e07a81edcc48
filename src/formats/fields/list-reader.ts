import type { JsonValue, ReadFile, StagedRow } from '../staged-row'
import type { Table } from '../table'
import type { ListFacts } from './decide-dialects'
import type { LineGrouping } from './group-lines'
import type { FieldRow } from './read-fields'
import type { MatchedShape, TableShape } from './table-shape'

export type StagedValues = { [field: string]: JsonValue }

/** Where the list came from: the customer its folder names, if any, and the file's name. Hints, never facts. */
export type ListSource = { customerHint: string | null; fileName: string }

/** All that is known when a document is made of its lines; the table is without its rows, and without what stands below them unless the document is the only one. */
export type ListContext = { table: Table; matched: MatchedShape; facts: ListFacts; source: ListSource; isOnly: boolean }

/** A list reader: the shape it recognises, the kind of row it stages, and what it changes on the way. */
export type ListReader = {
  rowKind: string
  shape: TableShape
  /** Adds to or changes the values of a row. */
  finish?: (row: FieldRow) => StagedValues
  /** Instead: what is staged of a row; the table is without its rows. */
  stageRow?: (row: FieldRow, facts: ListFacts, source: ListSource, table: Table) => StagedRow
  /** Instead, for documents of several lines: which lines belong together, and what is staged of the lines of one. */
  documents?: LineGrouping & { stage: (rows: readonly FieldRow[], context: ListContext) => StagedRow[] }
  /** The total that stands above the header, as decimal text. */
  statedTotal?: (table: Table) => string | null
}

/** Takes rows on. */
export type RowTaker = {
  add: (row: StagedRow) => void
  reject: (rejected: ReadFile['rejected'][number]) => void
  /** Waits until the rows before have gone further. */
  room: () => Promise<void>
}

/** Takes rows on that may be taken back. */
export type RevocableTaker = RowTaker & {
  /** True before the first row. */
  isEmpty: () => boolean
  /** Takes back all rows so far. */
  withdraw: () => void
}

/** The values with the folder's customer, unless the row names its customer itself. */
export function withHint(values: StagedValues, source: ListSource): StagedValues {
  const isNamed = values['account'] != null || values['customerHint'] != null
  return isNamed || source.customerHint === null ? values : { ...values, customerHint: source.customerHint }
}

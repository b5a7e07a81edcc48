import type { MappingDefinition, MappingTarget } from '../rules/mapping'
import type { ColumnView, KindView } from '../rules/mapping-draft'

/** What a person has said so far: the mapping, whose files they are, and which other waiting files are read with it. */
export type Draft = { definition: MappingDefinition; customerId: string | null; alsoIds: readonly string[] }

/** Everything the mapping page shows of a file; plain data. */
export type MappingPageData = {
  batch: { id: string; number: number; fileName: string }
  /** Name of the sheet shown, '' when the file is one table; `sheets` are all that nobody knows. */
  sheet: string
  sheets: readonly string[]
  fingerprint: string
  /** The row a person pointed at as header; null while it was found. */
  headerRow: number | null
  foundHeaderRow: number
  rows: number
  columns: readonly ColumnView[]
  /** The likeliest kind first. */
  proposals: readonly KindView[]
  targets: readonly MappingTarget[]
  customers: readonly { id: string; code: string; name: string }[]
  /** The actor may make a mapping of no single customer. */
  seesAllCustomers: boolean
  top: readonly { row: number; cells: readonly string[] }[]
  encoding: string | null
  isEncodingOpen: boolean
  encodings: readonly { encoding: string; rows: readonly (readonly string[])[] }[]
  /** The saved mapping that this header is like, or the very one. */
  earlier: EarlierView | null
  alike: readonly { id: string; number: number; fileName: string; path: string }[]
}

export type EarlierView = {
  mappingId: string
  version: number
  customerId: string | null
  customerName: string | null
  isSameHeader: boolean
  definition: MappingDefinition
}

import type { ColumnDialects } from '../fields/read-cell'
import type { GivenReading } from '../fields/read-list'
import type { Table } from '../table'
import type { Encoding } from '../text/encoding'
import type { NumberDialect } from '../text/read-amount'
import type { DateDialect } from '../text/read-date'
import { columnKeys } from './column-keys'

/** One column that a person gave a meaning, with the dialects that were proven or said. */
export type GivenColumn = { key: string; field: string; numbers: NumberDialect; dates: DateDialect; isNegated: boolean }

/** How a person wants a table read: what kind it is, what its columns mean, and what is the same for all rows. */
export type GivenMapping = {
  kind: string
  encoding: Encoding | null
  columns: readonly GivenColumn[]
  /** The keys of all columns the header had, ignored ones too: by them it is found again. */
  keys: readonly string[]
  constants: readonly { field: string; value: string }[]
  /** Code of the customer whose file it is, and its account; null when the rows name theirs. */
  customerCode: string | null
  customerAccount: string | null
  /** Saved before and used without a person looking: it stops at doubt. */
  isSilent: boolean
}

/** The mapping on this very table, and the keys of the columns it does not have. Columns are found wherever they stand. */
export function applyMapping(table: Table, mapping: GivenMapping): { reading: GivenReading; missing: string[] } {
  const places = new Map(columnKeys(table.columns).map((key, at) => [key, table.columns[at]?.index ?? at]))
  const columns = new Map<string, number>()
  const dialects = new Map<string, ColumnDialects>()
  const negated = new Set<string>()
  const missing: string[] = []
  for (const { key, field, numbers, dates, isNegated } of mapping.columns) {
    const index = places.get(key)
    if (index === undefined) {
      missing.push(key)
      continue
    }
    columns.set(field, index)
    dialects.set(field, { numbers, dates })
    if (isNegated) negated.add(field)
  }
  const constants = new Map(mapping.constants.map(({ field, value }) => [field, value]))
  return { reading: { columns, dialects, negated, constants, stopsAtDoubt: mapping.isSilent }, missing }
}

/** How a field is written down; the same words as the lists use. */
export type FieldWriting = 'text' | 'id' | 'amount' | 'price' | 'quantity' | 'whole' | 'percent' | 'date'

/** One thing a row of a kind can say. `needs`: the column must be there, or every row must have a value. */
export type TargetField = { name: string; as: FieldWriting; needs: 'column' | 'value' | null }

/** A kind of list that a table can be mapped to, with its fields. */
export type MappingTarget = {
  kind: string
  fields: readonly TargetField[]
  /** Any one of these must be there as well. */
  oneOf: readonly string[]
  /** The field whose sum is shown and compared with the file's own total. */
  totalField: string | null
  currencyField: string | null
}

/**
 * What one column of a file means. `field` is null for a column that is ignored. The dialects are those that the values proved
 * or a person said; 'ambiguous' while nobody has.
 */
export type MappedColumn = {
  key: string
  title: string
  field: string | null
  numbers: string
  dates: string
  /** The file writes the amount with the other sign. */
  isNegated: boolean
}

/** All that a person says about a table. Kept by version; constants are the same for every row, in plain notation. */
export type MappingDefinition = {
  kind: string
  /** Null when the bytes prove it themselves. */
  encoding: string | null
  columns: MappedColumn[]
  constants: { field: string; value: string }[]
}

/** Why a table waits for somebody to say what its columns mean. */
export const MAPPABLE_REASONS = [
  'intake/kind-unknown',
  'intake/which-sender',
  'intake/mapping-contradicted',
  'intake/mapping-does-not-fit',
  'intake/encoding-open',
  'intake/date-order-open',
] as const

/** True for a file that waits for a mapping. */
export function waitsForMapping(state: string, reason: string | null): boolean {
  return state === 'waiting' && MAPPABLE_REASONS.some((mappable) => mappable === reason)
}

const TABLE_FORMATS: ReadonlySet<string> = new Set(['csv', 'xlsx', 'sap-list', 'text'])

/** True for a table that was read already: reading it by a mapping takes back what it brought. */
export function canBeMappedAnew(state: string, format: string): boolean {
  return TABLE_FORMATS.has(format) && (state === 'done' || state === 'undone')
}

const NUMBERS: ReadonlySet<FieldWriting> = new Set(['amount', 'price', 'quantity', 'whole', 'percent'])

export function isNumber(as: FieldWriting): boolean {
  return NUMBERS.has(as)
}

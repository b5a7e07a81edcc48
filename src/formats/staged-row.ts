import type { ControlSum } from '@/core/control-sum'
import type { Problem } from '@/core/problem'
import type { LockboxProfile } from './bank/lockbox-profile'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [field: string]: JsonValue }

/**
 * One business fact read from a file, on its way to the database. `values` are plain: money and prices as integer
 * minor units or micros in text, dates YYYY-MM-DD, numbers of documents raw. A document with lines is one row.
 */
export type StagedRow = {
  /** What it is: 'purchase-order', 'remittance', 'sales-order-line', 'portal-claim' … */
  kind: string
  /** Where it stands in the file: 'interchange 1 segment 12', 'row 5', 'sheet Claims row 5'. */
  position: string
  values: { [field: string]: JsonValue }
}

/** What a reader makes of one file. Rows read = rows + rejected + blank; nothing is dropped silently. */
export type ReadFile = {
  /** Kind of the file as people call it: 'x12-820', 'sap-va05', 'portal-claims', 'proof-of-delivery' … */
  kind: string
  rows: StagedRow[]
  /** Rows that could not be read, each with the field at fault; they are kept for correction. */
  rejected: { position: string; text: string; problem: Problem }[]
  blank: number
  problems: Problem[]
  /** The file's own control total and ours over its rows, decimal text; null where the file has none. */
  totals: { own: string | null; computed: string | null; currency: string | null }
  /** The same by kind and currency, where a file holds several. */
  sums?: ControlSum[]
  /** Set when the kind is known but nothing is done with it yet: the file is kept and waits. */
  waiting?: string
}

/** A file as it arrives: its bytes, and what its place says about its sender (folder, file name). Content decides, the place only hints. */
export type IncomingFile = { path: string; bytes: Uint8Array; lockboxProfiles?: readonly LockboxProfile[] }

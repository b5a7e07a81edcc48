import type { ControlSum } from '@/core/control-sum'
import type { DateOrder } from '@/core/date-order'
import type { Problem } from '@/core/problem'
import type { LockboxProfile } from '@/formats/bank/lockbox-profile'
import type { ListEnd } from '@/formats/fields/list-end'
import type { ReadFile } from '@/formats/staged-row'
import type { DecodedText } from '@/formats/text/decode-text'
import type { Correction } from '../rules/correction'
import type { PartFolder } from './part-folder'
import type { ReadSummary } from './reading'
import type { RowSink } from './row-sink'

/** What is said of a file, besides its rows. */
export type Content = Omit<ReadSummary, 'rowKinds' | 'rowsRead' | 'rejected' | 'withdrawn' | 'parts'>
/** What a file came in, where its own files go, where our banks put the fields of their lockbox files, and the rows of it that a person corrected. */
export type Surroundings = {
  around: readonly string[]
  parts: PartFolder
  lockboxProfiles: readonly LockboxProfile[]
  correction?: Correction | undefined
  /** How the sender writes dates, where the values leave it open. */
  dateOrder?: DateOrder | null
}

export const NOTHING: Content = {
  format: 'unknown',
  kind: 'unknown',
  encoding: null,
  blank: 0,
  totals: { own: null, computed: null, currency: null },
  sums: [],
  problems: [],
  waiting: null,
  refused: null,
}

/** An encoding that the file does not prove has to be said. */
export function guessed({ encoding, sure }: Pick<DecodedText, 'encoding' | 'sure'>): Problem[] {
  const message = `The encoding is taken to be ${encoding}; the file does not prove it.`
  return sure ? [] : [{ position: 'file', field: 'encoding', code: 'text/encoding-guessed', message, facts: { found: encoding } }]
}

/** Hands all rows of a file on. */
export function pour(read: ReadFile, sink: RowSink): void {
  for (const row of read.rows) sink.add(row)
  for (const rejected of read.rejected) sink.reject(rejected)
}

/** What is said of a file whose rows were poured. */
export function contentOf(read: ListEnd): Partial<Content> {
  const { kind, blank, totals, problems, waiting, provenDates = null, openDates = null } = read
  return { kind, blank, totals, sums: sumsOf(read), problems, waiting: waiting ?? null, provenDates, openDates }
}

/** What a file adds up to, by kind and currency. */
export function sumsOf({ kind, totals, sums }: ListEnd): ControlSum[] {
  if (sums !== undefined || totals.computed === null) return sums ?? []
  return [{ kind, currency: totals.currency, own: totals.own, computed: totals.computed }]
}

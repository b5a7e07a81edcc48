import type { ControlSum } from '@/core/control-sum'
import type { DateOrder, OpenDates } from '@/core/date-order'
import type { Sought } from '@/core/place-in-file'
import type { Problem } from '@/core/problem'
import type { LockboxProfile } from '@/formats/bank/lockbox-profile'
import type { Excerpt } from '@/formats/excerpt/excerpt'
import type { ProvenDates } from '@/formats/fields/list-end'
import type { GivenMapping } from '@/formats/mapping/given-mapping'
import type { ReadFile } from '@/formats/staged-row'
import type { Encoding } from '@/formats/text/encoding'
import type { Correction } from '../rules/correction'
import type { FileSurvey } from './file-survey'
import type { MappedPreview, SurveyOrder } from './map-content'

/**
 * What the child is asked: read this stored file for this batch. `path` is where the file came from, `partsAt` the folder for
 * what it unpacks, `around` the formats of the mails and archives that it came in, the outermost last.
 */
export type ReadRequest = {
  id: number
  batchId: string
  path: string
  storedAt: string
  bytes: number
  partsAt: string
  around: readonly string[]
  /** Where our banks put the fields of their lockbox files; the child sees no settings of its own. */
  lockboxProfiles?: readonly LockboxProfile[]
  /** How a person said the columns are to be read; null when the file has to speak for itself. */
  mapping?: GivenMapping | null
  /** Instead of reading the file for its rows: what its columns are, or what a mapping would make of them. */
  survey?: SurveyOrder
  /** Instead of reading the file for its rows: what stands at some places of it. */
  look?: LookRequest
  /** How the sender writes dates, where the values leave it open. */
  dateOrder?: DateOrder | null
  /** Read the file with these rows corrected, and take only them. */
  correction?: Correction | undefined
}

/**
 * A batch whose stored file is to be read. `around`: the formats of what it came in, the outermost last. `mapping`: how a
 * person said its columns are to be read.
 */
export type BatchToRead = {
  id: string
  path: string
  storedAt: string
  bytes: number
  around?: readonly string[]
  mapping?: MappingToUse | undefined
}

/** A saved version of a mapping and how the reader is told it. */
export type MappingToUse = { versionId: string; order: GivenMapping }

/** Whether a person has to say yes first, and the import that reads. */
export type Reading = { isPreview: boolean; heldBy: string }

/** A file out of a mail or an archive, written down for whoever asked. `name` may hold folders. */
export type UnpackedPart = { name: string; writtenAt: string; sha256: string; bytes: number }

/** Places of a file that was read before, in its format and encoding: one with its neighbours, or many rows as they came. */
export type LookRequest = { format: string; encoding: string | null } & (
  | { position: string; field: string; sought?: Sought | null }
  | { positions: readonly string[] }
)

/** Rows of one table as they stand in the file, with the titles of all its columns; `sheet` is null when the file is one table. */
export type PickedTable = { sheet: string | null; titles: string[]; rows: { position: string; cells: string[] }[] }

/** A stored file as it was read. */
export type LookedFile = { storedAt: string; format: string; encoding: Encoding }

export type Look = { excerpt: Excerpt | null; tables: PickedTable[] }

/** Chunks of rows that may be under way before reading waits for the other side. */
export const CHUNKS_AHEAD = 4

/** What the child hears: a file to read, or that so many chunks of rows were taken off its hands. */
export type ReaderOrder = { read: ReadRequest } | { taken: number }

/** What reading a file found, besides its rows. */
export type ReadSummary = {
  format: string
  kind: string
  encoding: string | null
  rowKinds: string[]
  rowsRead: number
  rejected: number
  /** Rows up to this number were taken back while reading. */
  withdrawn: number
  blank: number
  totals: ReadFile['totals']
  /** The same by kind and currency. */
  sums: ControlSum[]
  problems: Problem[]
  parts: UnpackedPart[]
  /** The kind is known and nothing is done with it yet: a message code. */
  waiting: string | null
  /** The file cannot be read: a message code. */
  refused: string | null
  /** The tables of a file whose kind nobody knows. */
  survey?: FileSurvey | null
  /** Fingerprints of the headers of the tables that were read. */
  headers?: readonly string[]
  /** The order of day and month that the values prove, and what is known when they leave it open. */
  provenDates?: ProvenDates | null
  openDates?: OpenDates | null
  /** What a mapping would store, when it was only tried. */
  preview?: MappedPreview | null
  /** What stands where it was asked to look. */
  look?: Look
  /** The file is rows of another import, corrected: nothing was read of it yet. */
  correction?: Correction
}

/** What the child answers: rows in COPY's text form, then the summary. */
export type ReadMessage = { id: number; rows: string } | { id: number; summary: ReadSummary } | { ready: true }

import type { DateOrder } from '@/core/date-order'
import type { ListEnd } from '@/formats/fields/list-end'
import type { RevocableTaker } from '@/formats/fields/list-reader'
import type { IncomingFile, ReadFile } from '@/formats/staged-row'
import type { LongTable, Table } from '@/formats/table'

/**
 * Reads one table (a CSV, a sheet, an SAP list) that it recognises by its columns, never by the file's name. `order` is how its
 * sender writes dates, where the values leave it open.
 */
export type TableReader = {
  kind: string
  recognises: (table: Table) => boolean
  read: (table: LongTable, path: string, into: RevocableTaker, order: DateOrder | null) => Promise<ListEnd>
}

/** Reads free text that is no table, e.g. a payment advice typed as a letter. */
export type TextReader = {
  kind: string
  recognises: (text: string) => boolean
  read: (text: string, file: IncomingFile) => ReadFile
}

/** Reads a PDF or picture by its text: lines of each page, from top to bottom; a scan has pages without lines. */
export type PdfReader = {
  kind: string
  recognises: (pages: readonly (readonly string[])[], file: IncomingFile) => boolean
  read: (pages: readonly (readonly string[])[], file: IncomingFile) => ReadFile
}

/** Reads a whole file of one format by its content; null when it holds nothing that is read here. */
export type FormatReader = (file: IncomingFile) => ReadFile | null | Promise<ReadFile | null>

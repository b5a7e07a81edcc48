import type { IncomingFile, ReadFile } from '@/formats/staged-row'
import type { Table } from '@/formats/table'
import type { SetReader } from '@/formats/x12/set-reading'

/** Reads one table (a CSV, a sheet, an SAP list) that it recognises by its columns, never by the file's name. */
export type TableReader = {
  kind: string
  recognises: (table: Table) => boolean
  read: (table: Table, file: IncomingFile) => ReadFile
}

/** Reads a PDF by its text: lines of each page, from top to bottom; a scan has pages without lines. */
export type PdfReader = {
  kind: string
  recognises: (pages: readonly (readonly string[])[], file: IncomingFile) => boolean
  read: (pages: readonly (readonly string[])[], file: IncomingFile) => ReadFile
}

/** X12 by transaction set id. A set without a reader is named and waits. */
export const X12_READERS: Readonly<Record<string, SetReader>> = {}

/** The first that recognises the table reads it. One line per entry. */
export const TABLE_READERS: readonly TableReader[] = []

/** The first that recognises the text reads it; the last one takes every other PDF as a paper without text. */
export const PDF_READERS: readonly PdfReader[] = []

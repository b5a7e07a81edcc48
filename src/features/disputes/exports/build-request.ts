import type { ManifestEntry } from '../rules/manifest'
import type { Column, Paper } from './page-flow'

/** A page of ours made from a record: what it is, its fields, its lines. Texts are final, in the customer's language. */
export type RecordPage = {
  company: string
  title: string
  fields: readonly (readonly [name: string, value: string])[]
  table: {
    columns: readonly Column[]
    head: readonly string[]
    rows: readonly (readonly string[])[]
    total: readonly string[] | null
  } | null
  note: string
}

/** One exhibit as the assembly gets it: a record to draw or stored bytes to read. */
export type ExhibitSource = {
  key: string
  /** As listed on the letter: 'Invoice 90417733'. */
  title: string
  /** Name inside the ZIP without folder and number: 'invoice-90417733'. */
  fileStem: string
  content: { kind: 'record'; page: RecordPage } | { kind: 'file'; storedAt: string; mediaType: string; extension: string }
  /** True when an earlier attempt died over this file: it goes along as it is. */
  isUnsafe: boolean
}

/** A line of the letter's arithmetic. `exhibit` is the index of the exhibit the figure stands in. */
export type LetterStep = { step: string; figure: string; source: string; exhibit: number | null; isStrong: boolean }

export type LetterPage = {
  company: string
  desk: string
  to: string
  heading: string
  paragraphs: readonly string[]
  columns: readonly [string, string, string]
  steps: readonly LetterStep[]
  closing: string
}

/** Words the assembly puts numbers into. */
export type AssemblyTexts = {
  enclosed: string
  onPage: string
  onPages: string
  asFile: string
  index: string
  indexColumns: readonly [string, string, string, string]
  footer: string
  pageOf: string
  stamp: string
  comma: string
  coverLetter: string
}

/** Everything the child process needs; it sees no database and no settings. */
export type BuildRequest = {
  name: string
  version: number
  paper: Paper
  letter: LetterPage
  texts: AssemblyTexts
  exhibits: readonly ExhibitSource[]
  fileBytesMax: number | null
  /** Where to write the finished files. */
  folder: string
}

/** How one exhibit went in: pages from-to of the merged PDF, or null when it could only be attached. */
export type PlacedExhibit = {
  key: string
  title: string
  from: number | null
  to: number | null
  blankPages: readonly number[]
  problem: string | null
}

/** A file that leaves, written to the request's folder. */
export type WrittenFile = { name: string; bytes: number; sha256: string; pages: number | null }

export type BuildResult = {
  manifest: string
  manifestSha256: string
  files: readonly ManifestEntry[]
  placed: readonly PlacedExhibit[]
  pageCount: number
  pdf: WrittenFile
  zip: WrittenFile
  /** The merged PDF split to the portal's size; empty when it fits as it is. */
  parts: readonly WrittenFile[]
}

export type BuildMessage = { ready: true } | { working: string } | { result: BuildResult } | { failed: string }

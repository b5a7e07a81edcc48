import type { Problem } from '@/core/problem'

/** Every format the reader tells apart, by content and never by file name. */
export const FORMATS = [
  'x12',
  'edifact',
  'bai2',
  'lockbox',
  'mt940',
  'camt053',
  'camt054',
  'csv',
  'xlsx',
  'sap-list',
  'idoc-xml',
  'idoc-flat',
  'odata-json',
  'amazon-json',
  'eml',
  'msg',
  'pdf',
  'image',
  'zip',
  'text',
  'unknown',
] as const
export type Format = (typeof FORMATS)[number]

/** Characters that separate; LF and CRLF by name. */
export type Delimiters = { element: string; component: string | null; repetition: string | null; terminator: string }

export type DocumentAmounts = {
  total: string | null
  gross: string | null
  paid: string | null
  discount: string | null
  adjustments: string | null
  opening: string | null
  closing: string | null
  credits: string | null
  debits: string | null
}

export type DocumentReferences = {
  po: string[]
  invoice: string[]
  delivery: string[]
  bol: string[]
  pro: string[]
  claim: string[]
  item: string[]
  sscc: string[]
  trace: string[]
  store: string[]
  vendor: string[]
}

export type InspectedAdjustment = { amount: string; reason: string | null; reference: string | null; appliesTo: string | null }

/** One business document inside a file. Amounts are decimal text; dates YYYY-MM-DD; null when absent. */
export type InspectedDocument = {
  /** 'x12-820', 'edifact-remadv', 'mt940-statement', 'sap-va05' … */
  kind: string
  number: string | null
  date: string | null
  sender: string | null
  receiver: string | null
  control: string | null
  currency: string | null
  /** Count of business lines (RMR, PO1, IT1, Ntry, :61: …). */
  lines: number
  amounts: DocumentAmounts
  references: DocumentReferences
  adjustments: InspectedAdjustment[]
  balance: { stated: string; computed: string; difference: string } | null
}

export type InspectedColumn = { title: string; meaning: string | null; type: string; dialect: string | null }
export type InspectedTable = { name: string; headerRow: number; columns: InspectedColumn[]; rows: number }

/** What a reader gets out of one file without touching a database. Shape: contracts of the command line. */
export type Inspection = {
  file: string
  bytes: number
  sha256: string
  encoding: string | null
  format: Format
  delimiters: Delimiters | null
  counts: { interchanges: number | null; groups: number | null; documents: number | null; segments: number | null; rows: number | null }
  documents: InspectedDocument[]
  tables: InspectedTable[]
  findings: Problem[]
}

/** A document with nothing in it yet: readers fill what they find. */
export function emptyDocument(kind: string): InspectedDocument {
  return {
    kind,
    number: null,
    date: null,
    sender: null,
    receiver: null,
    control: null,
    currency: null,
    lines: 0,
    amounts: {
      total: null,
      gross: null,
      paid: null,
      discount: null,
      adjustments: null,
      opening: null,
      closing: null,
      credits: null,
      debits: null,
    },
    references: { po: [], invoice: [], delivery: [], bol: [], pro: [], claim: [], item: [], sscc: [], trace: [], store: [], vendor: [] },
    adjustments: [],
    balance: null,
  }
}

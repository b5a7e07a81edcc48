import type { Problem } from '@/core/problem'
import { emptyDocument, type InspectedDocument, type Inspection } from './inspection'
import { findReferences } from './pdf/find-references'
import { readDeliveryPaper } from './pdf/read-delivery-paper'
import { readPdfText } from './pdf/read-pdf-text'

export type PaperInspection = Pick<Inspection, 'documents' | 'findings'>

const STATES = {
  'needs-reading': 'The PDF is a scan without text; a person has to read it.',
  encrypted: 'The PDF is protected by a password.',
  broken: 'The PDF is damaged and cannot be read.',
} as const

/** Inspects a PDF: what kind of paper it is and the numbers found on it. */
export async function inspectPdf(bytes: Uint8Array): Promise<PaperInspection> {
  const { pages, state } = await readPdfText(bytes)
  if (state !== 'text') return { documents: [], findings: [finding(`pdf/${state}`, STATES[state])] }
  const paper = readDeliveryPaper(pages)
  const document = textDocument(pages, paper.kind === 'other' ? 'paper' : paper.kind)
  document.date = paper.deliveredOn?.date ?? paper.shippedOn?.date ?? null
  return { documents: [document], findings: [] }
}

/** Inspects free text: a document when it names any number, else a finding that it is only text. */
export function inspectFreeText(text: string): PaperInspection {
  const document = textDocument([text.split(/\r\n|\n|\r/)], 'text')
  if (Object.values(document.references).some((values) => values.length > 0)) return { documents: [document], findings: [] }
  return {
    documents: [],
    findings: [finding('file/not-structured', 'The file is plain text without a known structure and without document numbers.')],
  }
}

/** A document of this kind with the numbers found in the lines of its pages. */
export function textDocument(pages: readonly (readonly string[])[], kind: string): InspectedDocument {
  const document = emptyDocument(kind)
  for (const reference of findReferences(pages)) {
    if (reference.kind === 'rga' || reference.kind === 'agreement') document.number ??= reference.value
    else document.references[reference.kind].push(reference.value)
  }
  return document
}

export function finding(code: string, message: string, position = 'file'): Problem {
  return { position, field: '', code, message }
}

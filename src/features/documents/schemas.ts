import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { PAPER_KINDS, PAPER_NUMBERS } from './rules/paper-kind'

/** The numbers that a person read on a paper, as printed. */
export const PaperNumbers = z
  .array(z.strictObject({ idKind: z.enum(PAPER_NUMBERS), idText: z.string().trim().min(1).max(60, 'too_big') }))
  .max(60)

/** What a person read on a paper: `readAt` is when it was read before as the person saw it, `customerId` whose paper it is. */
export const RecordReadingInput = z.strictObject({
  documentId: z.uuid(),
  readAt: z.string().nullable(),
  kind: z.enum(PAPER_KINDS),
  issuedOn: z.iso.date().nullable(),
  numbers: PaperNumbers,
  customerId: z.uuid().nullable(),
})

/** Papers, by the imports they came with, and the numbers to tie them to. */
export const LinkDocumentsInput = z.strictObject({
  batchIds: z.array(z.uuid()).min(1).max(500),
  numbers: PaperNumbers,
  customerId: z.uuid(),
})

export const AddDocumentInput = z.object({
  customerId: z.uuid(),
  /** What it is: 'proof-of-delivery', 'photo', 'submission-proof'. */
  kind: z.string().trim().min(1).max(60),
  fileName: z.string().trim().min(1, 'required').max(300),
  mediaType: z.string().max(100),
  content: z.instanceof(Uint8Array),
  pageCount: z.number().int().min(0).default(0),
})

export const DOCUMENT_TABS = ['all', 'needs-reading', 'weak', 'unlinked'] as const
export type DocumentTab = (typeof DOCUMENT_TABS)[number]

/** What the list of documents shows; lives in the URL. */
export const DocumentFilter = z.object({
  tab: z.enum(DOCUMENT_TABS).catch('all'),
  /** Part of a file name, or the beginning of a number on the paper. */
  q: z.string().trim().max(200).catch(''),
  kind: z.string().max(60).catch(''),
  /** Customer code. */
  customer: z.string().max(40).catch(''),
  page: PageNumber,
})
export type DocumentFilter = z.output<typeof DocumentFilter>

import * as z from 'zod'
import { ControlSum } from '@/core/control-sum'
import { DATE_ORDERS } from '@/core/date-order'
import { PageNumber } from '@/core/list-page'
import { ProblemItem } from '@/core/problem'
import { PAPER_KINDS } from '@/features/documents/rules/paper-kind'
import { PaperNumbers } from '@/features/documents/schemas'
import { DELIVERY_ANSWERS } from '@/features/shipments/schemas'
import { BATCH_STATES, BATCH_WAYS, PARENT_REASONS } from './rules/batch'
import { DATE_ORDER_REASONS } from './rules/date-order'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const StoredFile = z.strictObject({
  fileName: z.string().min(1).max(255),
  /** Where it came from, with its folders: they hint at the customer. */
  path: z.string().max(2000),
  sha256: Sha256,
  storageKey: z.string(),
  bytes: z.int().min(0),
  mediaType: z.string(),
})

/** Files whose bytes are stored already. */
export const ReceiveBatchesInput = z.strictObject({
  files: z
    .array(
      StoredFile.extend({
        way: z.enum(BATCH_WAYS),
        /** The import that this file came out of, if any. */
        parent: z
          .strictObject({ id: z.uuid(), reason: z.enum(PARENT_REASONS) })
          .nullable()
          .default(null),
      }),
    )
    .max(500),
  isRetry: z.boolean().default(false),
  /** True: bytes whose import was undone come in anew; the version of the mapping that reads them then. */
  isAgain: z.boolean().default(false),
  mappingVersionId: z.uuid().nullable().default(null),
  /** True: rows are shown, nothing is taken over before somebody says so. */
  isPreview: z.boolean().default(false),
  heldBy: z.uuid().nullable().default(null),
})

/** Files out of a mail or an archive, in their order in it. */
export const ReceivePartsInput = z.strictObject({
  parentId: z.uuid(),
  /** Format of what they came in: 'eml', 'msg', 'zip'. */
  container: z.string(),
  parts: z.array(StoredFile.extend({ partNo: z.int().min(1) })).max(500),
  isPreview: z.boolean().default(false),
  heldBy: z.uuid().nullable().default(null),
})

/** What became of one file: counts, totals and everything that was found, as the command line and the API tell it. */
export const ImportReportItem = z.object({
  id: z.uuid(),
  file: z.string().describe('Its name with the folders it came from.'),
  kind: z.string(),
  sha256: Sha256,
  status: z.enum(BATCH_STATES),
  rows: z.object({ read: z.int(), accepted: z.int(), duplicate: z.int(), rejected: z.int(), blank: z.int() }),
  totals: z.object({ own: z.string().nullable(), computed: z.string().nullable() }),
  findings: z.array(ProblemItem),
  reason: z.string().nullable(),
  changed: z.int(),
  timesSent: z.int(),
  parent: z.uuid().nullable().describe('The import that it came out of: a mail, an archive, rows that were corrected.'),
})
export const ImportAnswer = z.object({ batches: z.array(ImportReportItem) })

/** Papers that came as proof for a deduction. */
export const EvidenceAnswer = z.object({
  documents: z.array(z.object({ id: z.uuid(), fileName: z.string(), kind: z.string(), state: z.string() })),
})
export const LinkEvidenceInput = z.strictObject({ deductionId: z.uuid(), batchIds: z.array(z.uuid()).max(500) })

/** What the reader said about a file; its rows were copied before. Batches that another import holds by now are left alone. */
export const StageBatchesInput = z.strictObject({
  heldBy: z.uuid().nullable().default(null),
  batches: z
    .array(
      z.strictObject({
        id: z.uuid(),
        /** 'committing' when nobody has to look at it first. */
        state: z.enum(['staged', 'committing', 'waiting', 'refused']),
        format: z.string(),
        kind: z.string(),
        encoding: z.string().nullable(),
        /** When the file says it was made; see `statedOrder`. */
        statedOrder: z.string().nullable().default(null),
        rowsRead: z.int().min(0),
        blank: z.int().min(0),
        rejected: z.int().min(0),
        ownTotal: z.string().nullable(),
        computedTotal: z.string().nullable(),
        currency: z.string().nullable(),
        sums: z.array(ControlSum).default([]),
        reason: z.string().nullable(),
        findings: z.array(ProblemItem),
        mappingVersionId: z.uuid().nullable().default(null),
        /** What a table of no known kind looks like, for the person who maps its columns. */
        survey: z.unknown().optional(),
        parentId: z.uuid().nullable().default(null),
        /** The order of day and month in its dates, why it is that, and the header whose dates prove it. */
        dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
        dateOrderBecause: z.enum(DATE_ORDER_REASONS).nullable().default(null),
        headerFingerprint: z.string().nullable().default(null),
      }),
    )
    .max(500),
})

export const AnswerDateOrderInput = z.strictObject({ batchId: z.uuid(), order: z.enum(DATE_ORDERS) })
export const ConfirmEncodingsInput = z.strictObject({})
export const CommitBatchesInput = z.strictObject({ batchIds: z.array(z.uuid()).min(1).max(500) })
export const ReopenWaitingInput = z.strictObject({ batchIds: z.array(z.uuid()).min(1).max(500), heldBy: z.uuid().nullable().default(null) })
/** Without ids: whatever was abandoned. */
export const ClaimBatchesInput = z.strictObject({ batchIds: z.array(z.uuid()).max(500).optional(), heldBy: z.uuid() })
export const ConfirmBatchesInput = z.strictObject({ batchIds: z.array(z.uuid()).min(1).max(500), heldBy: z.uuid() })
export const FailBatchInput = z.strictObject({ batchId: z.uuid(), reason: z.string().max(500) })
export const ClaimUploadInput = z.strictObject({ sha256: z.array(Sha256).max(500) })

const Word = z.string().trim().max(60, 'too_big').nullable()

/** The imports that brought the papers a request asked for, and what was said with them. */
export const DeliverPapersInput = z.strictObject({
  taskId: z.uuid(),
  batchIds: z.array(z.uuid()).min(1).max(500),
  answer: z.string().trim().max(4000, 'too-long').default(''),
})

/** A paper as a person read it; counts and the amount as typed. A paper of a known kind needs a number to be found by. */
export const ReadPaperInput = z
  .strictObject({
    documentId: z.uuid(),
    readAt: z.string().nullable(),
    kind: z.enum(PAPER_KINDS),
    numbers: PaperNumbers,
    issuedOn: z.iso.date({ error: 'not-a-date' }).nullable(),
    ...DELIVERY_ANSWERS,
    carrier: Word,
    amount: z
      .string()
      .trim()
      .regex(/^\d{1,12}(?:\.\d{1,3})?$/, 'not-an-amount')
      .nullable(),
    currency: z
      .string()
      .trim()
      .regex(/^[A-Z]{3}$/, 'invalid_format')
      .nullable(),
  })
  .refine((paper) => paper.kind === 'paper' || paper.numbers.length > 0, { path: ['po'], error: 'required' })

export const IMPORT_TABS = ['attention', 'staged', 'done', 'waiting', 'all'] as const
export type ImportTab = (typeof IMPORT_TABS)[number]

/** What the list of imports shows; lives in the URL. */
export const ImportFilter = z.object({
  tab: z.enum(IMPORT_TABS).catch('all'),
  /** Part of a file name or path, or the number of the import. */
  q: z.string().trim().max(200).catch(''),
  kind: z.string().max(60).catch(''),
  way: z.enum(['', ...BATCH_WAYS]).catch(''),
  /** Customer code. */
  customer: z.string().max(40).catch(''),
  page: PageNumber,
})
export type ImportFilter = z.output<typeof ImportFilter>

const Dialect = z.string().regex(/^[a-z-]{1,20}$/)

/** How a table is read, as a person says it; see `MappingDefinition`. */
export const MappingDefinitionInput = z.strictObject({
  kind: z.string().min(1).max(60),
  encoding: z.string().max(20).nullable(),
  columns: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(300),
        title: z.string().max(300),
        field: z.string().min(1).max(60).nullable(),
        numbers: Dialect,
        dates: Dialect,
        isNegated: z.boolean(),
      }),
    )
    .min(1)
    .max(200),
  constants: z.array(z.strictObject({ field: z.string().min(1).max(60), value: z.string().trim().max(200) })).max(40),
})

export const SaveMappingInput = z.strictObject({
  /** The import whose columns are mapped. */
  batchId: z.uuid(),
  /** The mapping that gets a new version; null makes one, unless there is one for this sender and header. */
  mappingId: z.uuid().nullable(),
  /** The version it had when the person began. */
  version: z.int().min(0),
  /** Null when the rows name their customers themselves. */
  customerId: z.uuid().nullable(),
  fingerprint: Sha256,
  definition: MappingDefinitionInput,
})

export const RetireMappingInput = z.strictObject({ mappingId: z.uuid() })
export const ReadWithMappingInput = z.strictObject({
  batchIds: z.array(z.uuid()).min(1).max(200),
  versionId: z.uuid(),
  heldBy: z.uuid().nullable().default(null),
})

/** A mapping tried on a file without storing anything. */
export const TryMappingInput = z.strictObject({
  customerId: z.uuid().nullable(),
  headerRow: z.int().min(0).max(10_000).nullable(),
  definition: MappingDefinitionInput,
})

/** A mapping to be kept, and the waiting files to be read with it. */
export const TakeMappedInput = SaveMappingInput.extend({ alsoIds: z.array(z.uuid()).max(199) })

export const MAPPING_TABS = ['active', 'retired'] as const
export type MappingTab = (typeof MAPPING_TABS)[number]
export const MappingFilter = z.object({
  tab: z.enum(MAPPING_TABS).catch('active'),
  customer: z.string().max(40).catch(''),
})
export type MappingFilter = z.output<typeof MappingFilter>

/** What the mapping page shows of a file; lives in the URL. */
export const MappingView = z.object({
  encoding: z.string().max(20).nullable().catch(null).default(null),
  header: z.coerce.number().int().min(0).max(10_000).nullable().catch(null).default(null),
  sheet: z.string().max(100).catch('').default(''),
})
export type MappingView = z.output<typeof MappingView>

export const TakeOverInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) })
export const OneBatchInput = z.strictObject({ batchId: z.uuid() })

/** What a person confirms of what was read in a paper's text; null where the paper says nothing. */
export const ConfirmPaperInput = z.strictObject({
  documentId: z.uuid(),
  ...DELIVERY_ANSWERS,
  signedOn: z.iso.date({ error: 'not-a-date' }).nullable(),
})

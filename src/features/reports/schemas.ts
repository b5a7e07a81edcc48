import * as z from 'zod'

/** What the weekly report shows; lives in the URL. */
export const InsightFilter = z.object({
  week: z.string().max(10).optional().catch(undefined),
  currency: z.string().length(3).optional().catch(undefined),
})
export type InsightFilter = z.output<typeof InsightFilter>

export const MOVEMENT_KINDS = ['open-before', 'recovered', 'accepted', 'small', 'expired', 'open-after', 'approved'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Which rows behind a figure of the report are shown. */
export const MovementFilter = InsightFilter.extend({ kind: z.enum(MOVEMENT_KINDS).catch('open-after') })

/** What the audit trail is searched by; lives in the URL. The event has a dash for its dot, as its word has; `before` is the id after which the page starts. */
export const AuditFilter = z.object({
  table: z.string().max(60).catch(''),
  row: z.string().trim().max(80).catch(''),
  actor: z.string().trim().max(120).catch(''),
  event: z
    .string()
    .trim()
    .max(80)
    .transform((event) => event.replace('.', '-'))
    .catch(''),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .or(z.literal(''))
    .catch(''),
})
export type AuditFilter = z.output<typeof AuditFilter>

const Amount = z.string().describe('Decimal text, such as "-143.76".')
const Day = z.iso.date().nullable()
const Word = z.string().nullable()

/** What a list of the API is asked: filters as `name:value` with commas, an order, a place to go on from, how many. */
export const ApiListQuery = z.object({
  filter: z.string().max(500).default('').describe('Pairs name:value, several with commas; all must hold.'),
  sort: z.string().max(40).describe('A name to sort by, with a minus in front for the reverse.'),
  after: z.string().max(400).optional().describe('The "next" of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const DeductionItem = z.object({
  id: z.uuid(),
  number: z.int(),
  customer: z.string().describe('Code of the customer.'),
  claimNumber: Word,
  paymentNumber: Word,
  takenOn: Day,
  amount: Amount,
  open: Amount,
  recoverable: Amount,
  currency: z.string(),
  category: z.string(),
  reasonCode: Word,
  invoiceNumber: Word,
  poNumber: Word,
  state: z.string(),
  verdict: z.string(),
  because: Word,
  missing: z.array(z.string()),
  deadlineOn: Day,
  updatedAt: z.iso.datetime(),
})

export const DisputeItem = z.object({
  id: z.uuid(),
  number: z.int(),
  deductionId: z.uuid(),
  customer: z.string(),
  state: z.string(),
  amount: Amount,
  won: Amount,
  lost: Amount,
  currency: z.string(),
  portalReference: Word,
  submittedOn: Day,
  answerDueOn: Day,
  answeredOn: Day,
  outcome: Word,
})

export const InvoiceItem = z.object({
  id: z.uuid(),
  number: z.string(),
  customer: z.string(),
  invoicedOn: Day,
  poNumber: Word,
  deliveryNumber: Word,
  net: Amount,
  currency: z.string(),
  version: z.int(),
})

export const DiscrepancyItem = z.object({
  id: z.uuid(),
  customer: z.string(),
  kind: z.string(),
  state: z.string(),
  poNumber: Word,
  deliveryNumber: Word,
  invoiceNumber: Word,
  line: Word,
  field: z.string(),
  sapValue: Word,
  otherValue: Word,
  otherSource: Word,
  severity: Amount,
  currency: z.string(),
  ownerTeam: z.string(),
  firstSeenAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
})

import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { readConditions } from '@/core/list-conditions'
import { PageNumber } from '@/core/list-page'
import { APPROVAL_DECISIONS } from '@/features/approvals/rules/approval'
import { TEAMS } from '@/features/tasks/rules/teams'
import { BULK_MAX } from './rules/bulk'
import { DEADLINES } from './rules/deadline'
import { CATEGORIES, DEDUCTION_STATES, GIVING_UP_KINDS, MAPPED_CATEGORIES, NEXT_ACTIONS, RESOLUTION_KINDS } from './rules/deduction'
import { CAUSE_NATURES } from './rules/root-cause'
import { TRACKER_FIELDS } from './rules/tracker-fields'
import { THEN_SORTS, TRACKER_GROUPS, TRACKER_SORTS } from './rules/tracker-sorts'
import { LIABLE_PARTIES, VERDICT_KINDS } from './rules/verdict'

export const TRACKER_TABS = ['open', 'mine', 'due', 'waiting', 'submitted', 'resolved', 'all'] as const
export type TrackerTab = (typeof TRACKER_TABS)[number]

const day = z.iso.date('not-a-date')
// A URL carries one value as text and several as repeated keys or separated by commas.
const list = <Item extends z.ZodType<string>>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value),
    z.array(item).max(200).default([]),
  )

/** What the address of the tracker may say. Every field is optional; unknown values are refused, not ignored. */
export const TrackerFilter = z.object({
  tab: z.enum(TRACKER_TABS).default('all'),
  /** Claim, PO, invoice, delivery or payment number, in any spelling. */
  q: z.string().trim().max(200).default(''),
  /** A pasted list of numbers, one per line; rows match by claim, invoice or PO. */
  numbers: z.string().max(100_000).default(''),
  /** Customer codes. */
  customer: list(z.string().max(40)),
  category: list(z.enum(CATEGORIES)),
  verdict: list(z.enum(VERDICT_KINDS)),
  state: list(z.enum(DEDUCTION_STATES)),
  action: list(z.enum(NEXT_ACTIONS)),
  liable: list(z.enum(LIABLE_PARTIES)),
  code: list(z.string().max(80)),
  /** Codes in the form in which they are compared. */
  codeKey: list(z.string().max(80)),
  /** Leaves and branches of the tree of root causes; 'none' is what nobody classified yet. */
  cause: list(z.string().max(60)),
  /** Natures of the root cause, as they were on the day of the deduction; 'none' without one. */
  nature: list(z.enum([...CAUSE_NATURES, 'none'])),
  /** Teams that can stop the root cause; 'none' without one. */
  team: list(z.enum([...TEAMS, 'none'])),
  currency: list(z.string().length(3)),
  /** 'me', 'none' or user ids. */
  owner: list(z.string().max(40)),
  evidence: z.enum(['', 'ready', 'missing']).default(''),
  deadline: z.enum(['', ...DEADLINES]).default(''),
  /** Conditions over any field, as `readConditions` reads them. */
  where: z
    .string()
    .max(8_000)
    .refine((text) => text === '' || readConditions(text, TRACKER_FIELDS) !== null)
    .default(''),
  /** Taken out again of all that match: ids. */
  without: z.array(z.uuid()).max(2_000).default([]),
  incident: z.string().max(20).default(''),
  /** Exactly this deadline. */
  due: day.or(z.literal('')).default(''),
  from: day.or(z.literal('')).default(''),
  to: day.or(z.literal('')).default(''),
  /** Amounts in minor units of each row's own currency. */
  min: z
    .string()
    .regex(/^\d{0,15}$/)
    .default(''),
  max: z
    .string()
    .regex(/^\d{0,15}$/)
    .default(''),
  sort: z.enum(TRACKER_SORTS).default('deadline'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  /** Columns that decide where the first one does not, in their order. */
  then: list(z.enum(THEN_SORTS)),
  group: z.enum(['', ...TRACKER_GROUPS]).default(''),
  /** Opaque position after which the page starts; from the page before. */
  after: z.string().max(2_000).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type TrackerFilter = z.output<typeof TrackerFilter>

/** Reads an address that somebody may have edited by hand: what cannot be read is left out, so that it still shows a list. */
export function readTrackerFilter(params: Readonly<Record<string, unknown>>): TrackerFilter {
  const parsed = TrackerFilter.safeParse(params)
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
  return TrackerFilter.parse(Object.fromEntries(Object.entries(params).filter(([key]) => !wrong.has(key))))
}

/** Rows as they were seen, or all that a filter matches: then as many as were seen. */
const Chosen = z.union([
  z
    .array(z.object({ id: z.uuid(), version: z.number().int().positive() }))
    .min(1)
    .max(BULK_MAX),
  z.strictObject({ matching: TrackerFilter, count: z.number().int().positive().max(BULK_MAX) }),
])
export type ChosenDeductions = z.output<typeof Chosen>

const causeKey = z.string().trim().max(60).default('')

export const DecideInput = z.object({
  deductions: Chosen,
  /** 'agree' takes over the machine's verdict, a verdict overrules it, 'reopen' removes the decision. */
  decision: z.enum(['agree', 'reopen', ...VERDICT_KINDS]),
  /** What is not owed, minor units as text; only read when one deduction is overruled to 'partly'. */
  recoverableMinor: z
    .string()
    .regex(/^\d{0,15}$/)
    .default(''),
  reason: z.string().trim().max(2_000).default(''),
  /** Leaf of the tree of root causes; empty keeps the known one. */
  causeKey,
})

const number = z.string().trim().max(80, 'too_big').default('')

/** A deduction that no file told of. At least one number says what it belongs to, and the note where it was read. */
export const EnterDeductionInput = z
  .strictObject({
    customerId: z.uuid('required'),
    claimNumber: number,
    paymentNumber: number,
    invoiceNumber: number,
    poNumber: number,
    takenOn: day.transform(asCalendarDate),
    /** Minor units as text. */
    amountMinor: z.string().regex(/^[1-9]\d{0,14}$/, 'not-an-amount'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'invalid_format'),
    code: number,
    codeText: z.string().trim().max(200, 'too_big').default(''),
    note: z.string().trim().min(1, 'required').max(1_000, 'too_big'),
  })
  .refine((entry) => [entry.claimNumber, entry.paymentNumber, entry.invoiceNumber, entry.poNumber].some((one) => one !== ''), {
    path: ['claimNumber'],
    error: 'required',
  })

export const AssignInput = z.object({ deductions: Chosen, ownerId: z.uuid().nullable() })

export const NameCauseInput = z.strictObject({ deductions: Chosen, causeKey })

export const ResolveInput = z.object({
  id: z.uuid(),
  version: z.number().int().positive(),
  kind: z.enum(RESOLUTION_KINDS),
  /** Minor units as text; empty resolves all that is open. */
  amountMinor: z
    .string()
    .regex(/^\d{0,15}$/)
    .default(''),
  resolvedOn: day.optional(),
  reference: z.string().trim().max(200).default(''),
  reason: z.string().trim().max(2_000).default(''),
  causeKey,
  /** The root cause where neither a person nor the evidence names one. */
  causeElse: causeKey,
})

export const POSTING_TABS = ['requested', 'posted', 'declined'] as const
export type PostingTab = (typeof POSTING_TABS)[number]
/** What the list of postings asked of finance shows; lives in the URL. */
export const PostingFilter = z.object({
  tab: z.enum(POSTING_TABS).catch('requested'),
  customer: z.string().max(40).catch(''),
  page: PageNumber,
})
export type PostingFilter = z.output<typeof PostingFilter>

const minor = z.string().regex(/^\d{1,15}$/)
const asked = { amountMinor: minor, currency: z.string().length(3), reason: z.string().max(2_000), causeKey }

/** What a second person is asked to give up: an amount for good, or a claim that the evidence says is ours. Minor units as text. */
export const GivingUp = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('resolve'), kind: z.enum(GIVING_UP_KINDS), resolvedOn: day, reference: z.string().max(200), ...asked }),
  z.strictObject({
    act: z.literal('overrule'),
    from: z.enum(VERDICT_KINDS),
    decision: z.enum(VERDICT_KINDS),
    recoverableMinor: minor,
    ...asked,
  }),
])
export type GivingUp = z.output<typeof GivingUp>

export const DecideGivingUpInput = z.strictObject({
  id: z.uuid(),
  contentHash: z.string().max(64),
  decision: z.enum(APPROVAL_DECISIONS),
  reason: z.string().trim().max(1_000, 'too_big').default(''),
})

export const FollowDisputeInput = z.object({ id: z.uuid(), state: z.enum(['ready', 'submitted']) })

const mapDay = day.transform(asCalendarDate)

/** What a code shall mean. `version` is that of the proposal it changes, null for a first one. */
export const ProposedMap = z
  .strictObject({
    customerId: z.uuid(),
    code: z.string().trim().min(1, 'required').max(80),
    category: z.enum(MAPPED_CATEGORIES),
    internalReason: z.string().trim().min(1, 'required').max(80, 'too_big'),
    sapReason: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{0,4}$/, 'invalid_format')
      .default(''),
    validFrom: mapDay,
    validTo: mapDay.nullable().default(null),
    version: z.number().int().positive().nullable().default(null),
  })
  .refine((map) => map.validTo === null || map.validFrom <= map.validTo, { path: ['validTo'], error: 'not-a-date' })
export type ProposedMap = z.input<typeof ProposedMap>

export const ProposeMapsInput = z.strictObject({ maps: z.array(ProposedMap).min(1).max(500) })

export const DecideMapsInput = z.strictObject({
  maps: z
    .array(z.strictObject({ id: z.uuid(), contentHash: z.string().max(64) }))
    .min(1)
    .max(500),
  decision: z.enum(APPROVAL_DECISIONS),
  reason: z.string().trim().max(1_000, 'too_big').default(''),
})

export const CODE_TABS = ['unmapped', 'waiting', 'mapped'] as const
export type CodeTab = (typeof CODE_TABS)[number]

/** What the inbox of codes shows; lives in the URL. */
export const CodeFilter = z.object({
  tab: z.enum(CODE_TABS).catch('unmapped'),
  /** Customer code. */
  customer: z.string().max(40).catch(''),
  /** Part of a code or of its text. */
  q: z.string().trim().max(80).catch(''),
  page: PageNumber,
})
export type CodeFilter = z.output<typeof CodeFilter>

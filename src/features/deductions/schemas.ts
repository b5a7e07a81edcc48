import * as z from 'zod'
import { CATEGORIES, DEDUCTION_STATES, NEXT_ACTIONS, RESOLUTION_KINDS } from './rules/deduction'
import { LIABLE_PARTIES, VERDICT_KINDS } from './rules/verdict'

export const TRACKER_TABS = ['mine', 'due', 'waiting', 'submitted', 'resolved', 'all'] as const
export type TrackerTab = (typeof TRACKER_TABS)[number]

export const TRACKER_SORTS = [
  'deadline',
  'amount',
  'at-risk',
  'claim',
  'customer',
  'category',
  'code',
  'verdict',
  'confidence',
  'taken',
  'state',
  'owner',
  'evidence',
  'number',
] as const
export type TrackerSort = (typeof TRACKER_SORTS)[number]

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
  /** Root causes; 'none' is what nobody classified yet. */
  cause: list(z.string().max(60)),
  currency: list(z.string().length(3)),
  /** 'me', 'none' or a user id. */
  owner: z.string().max(40).default(''),
  evidence: z.enum(['', 'ready', 'missing']).default(''),
  deadline: z.enum(['', 'overdue', 'week', 'month', 'none']).default(''),
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
  /** Opaque position after which the page starts; from the page before. */
  after: z.string().max(600).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type TrackerFilter = z.output<typeof TrackerFilter>

const ids = z
  .array(z.object({ id: z.uuid(), version: z.number().int().positive() }))
  .min(1)
  .max(2_000)

export const DecideInput = z.object({
  deductions: ids,
  /** 'agree' takes over the machine's verdict, a verdict overrules it, 'reopen' removes the decision. */
  decision: z.enum(['agree', 'reopen', ...VERDICT_KINDS]),
  /** What is not owed, minor units as text; only read when one deduction is overruled to 'partly'. */
  recoverableMinor: z
    .string()
    .regex(/^\d{0,15}$/)
    .default(''),
  reason: z.string().trim().max(2_000).default(''),
})

export const AssignInput = z.object({ deductions: ids, ownerId: z.uuid().nullable() })

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
})

export const FollowDisputeInput = z.object({ id: z.uuid(), state: z.enum(['ready', 'submitted']) })

import * as z from 'zod'
import { parseCalendarDate } from '@/core/calendar-date'
import { PageNumber } from '@/core/list-page'
import { WINDOW_ANCHORS } from './rules/window-anchor'

const CustomerCode = z.string().trim().min(1, 'required').max(40)

export const SavePortalLimitInput = z.strictObject({
  customer: CustomerCode,
  portalName: z.string().trim().min(1, 'required').max(120),
  portalUrl: z.url().or(z.literal('')).default(''),
  filesMax: z.int().min(1).max(500),
  /** Bytes per file. */
  fileBytesMax: z.int().min(1).max(2_000_000_000),
  fileTypes: z.array(z.string().max(20)).max(30),
  packageLocale: z.string().max(10),
  steps: z.array(z.string().max(400)).max(20),
  /** The same for a reader of Chinese; empty: the steps above serve both. */
  stepsZh: z.array(z.string().max(400)).max(20).default([]),
  source: z.string().max(400).default(''),
})

export const SaveEvidenceListInput = z.strictObject({
  /** Null: for every customer without an own list. */
  customer: CustomerCode.nullable(),
  category: z.string().max(40),
  freightTerms: z.enum(['prepaid', 'collect']).nullable(),
  evidence: z.array(z.tuple([z.string().max(40), z.enum(['required', 'recommended'])])).max(20),
  source: z.string().max(400).default(''),
})

const Day = z.string().transform((text, context) => {
  const date = parseCalendarDate(text)
  if (date === null) context.addIssue({ code: 'custom', message: 'date' })
  return date ?? z.NEVER
})

/** Where it stands in the customer's own papers is what makes a window confirmed; without it the confirmation is taken back. */
export const ConfirmWindowInput = z.strictObject({ windowId: z.uuid(), confirmedFrom: z.string().trim().max(400, 'too-long') })

export const AddWindowInput = z.strictObject({
  customerId: z.uuid('required'),
  /** A category of deductions, or 'default'. */
  category: z.string().trim().min(1, 'required').max(40),
  days: z.coerce.number('required').int().min(1, 'required').max(3650),
  anchor: z.enum(WINDOW_ANCHORS),
  source: z.string().trim().min(1, 'required').max(400, 'too-long'),
  confidence: z.string().trim().max(60).nullable().default(null),
})

/** Days in any order; each once, the earliest first. What is no date is named at the field itself. */
const Days = z
  .array(z.string())
  .max(400, 'too-long')
  .transform((texts, context) => {
    const days = texts.map((text) => parseCalendarDate(text))
    if (days.includes(null)) context.addIssue({ code: 'custom', message: 'not-a-date' })
    return [...new Set(days.flatMap((day) => (day === null ? [] : [day])))].sort()
  })

export const SaveOrderTermsInput = z.strictObject({
  customer: CustomerCode,
  /** Days between order and last day to ship that were agreed at least. */
  leadDays: z.int('not-a-number').min(0, 'not-a-number').max(365, 'not-a-number').nullable(),
  /** Days before a new price holds by which the customer has to be told. */
  noticeDays: z.int('not-a-number').min(0, 'not-a-number').max(730, 'not-a-number').nullable(),
  /** Least order value in minor units of the customer's currency, as text. */
  minimumMinor: z
    .string()
    .regex(/^\d{1,15}$/, 'not-an-amount')
    .nullable(),
  holidays: Days,
  replyEmail: z.email('email').nullable(),
  replyLocale: z.enum(['en', 'zh-CN']),
  source: z.string().max(400).nullable(),
  checkedOn: Day.nullable(),
  /** That of the terms a person saw; null: there were none yet. Without it nothing is compared. */
  version: z.int().nullable().optional(),
})

export const AnnouncePricesInput = z.strictObject({
  priceConditionIds: z.array(z.uuid()).min(1).max(500),
  announcedOn: Day,
  /** What shows it: number of the form, portal case, mail. */
  evidence: z.string().trim().min(1, 'required').max(400, 'too-long'),
})

export const PRICE_CHANGE_TABS = ['open', 'late', 'announced', 'all'] as const

/** What the cost-change calendar shows; lives in the URL. */
export const PriceChangeFilter = z.object({
  tab: z.enum(PRICE_CHANGE_TABS).catch('open'),
  /** Customer code. */
  customer: z.string().min(1).max(40).optional().catch(undefined),
  page: PageNumber,
})
export type PriceChangeFilter = z.output<typeof PriceChangeFilter>

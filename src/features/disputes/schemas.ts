import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { APPROVAL_DECISIONS } from '@/features/approvals/rules/approval'
import { CATEGORIES } from '@/features/deductions/rules/deduction'
import { EVIDENCE_KINDS } from '@/features/deductions/rules/evidence-needed'
import { RETURN_WAYS } from './rules/dispute'
import { EXHIBIT_KINDS } from './rules/exhibit'

const day = z.iso.date('not-a-date')
const blankDay = day.or(z.literal('')).default('')
const minor = z.string().regex(/^\d{0,15}$/, 'not-an-amount')
const subject = { disputeId: z.uuid(), version: z.coerce.number().int().positive() }

export const PrepareInput = z.strictObject({ deductionId: z.uuid() })

export const ArrangeInput = z.strictObject({
  ...subject,
  /** Every exhibit in the wanted order. */
  exhibits: z.array(z.strictObject({ key: z.string().min(1).max(200), isIncluded: z.boolean() })).max(500),
})

export const AddExhibitInput = z.strictObject({
  disputeId: z.uuid(),
  evidence: z.enum(EXHIBIT_KINDS),
  fileName: z.string().trim().min(1, 'required').max(300),
  mediaType: z.string().max(100),
  content: z.instanceof(Uint8Array),
})

export const AddProofInput = AddExhibitInput.omit({ evidence: true })

/** A picture or receipt that proves a step of a claim on a carrier. */
export const AddFreightProofInput = AddProofInput.omit({ disputeId: true }).extend({ id: z.uuid() })

export const BuildPackagesInput = z.strictObject({ deductionIds: z.array(z.uuid()).min(1).max(500) })

export const KeepPackageInput = z.strictObject({
  disputeId: z.uuid(),
  disputeVersion: z.number().int(),
  packageVersion: z.number().int().positive(),
  missing: z.array(z.string()),
  manifest: z.record(z.string(), z.unknown()),
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
  pageCount: z.number().int().positive(),
  pdf: z.instanceof(Uint8Array),
  zip: z.instanceof(Uint8Array),
})

export const SubmitInput = z.strictObject({
  ...subject,
  packageId: z.uuid(),
  submittedOn: day,
  portalReference: z.string().trim().max(100, 'too_big').default(''),
  proofDocumentId: z.uuid().nullable().default(null),
  lateReason: z.string().trim().max(1000, 'too_big').default(''),
})

export const AnswerInput = z.strictObject({
  ...subject,
  answeredOn: day,
  /** Minor units as text. */
  wonMinor: minor,
  lostMinor: minor,
  way: z.enum(RETURN_WAYS),
  /** True: the lost part is given up; false: it stays open for another try. */
  acceptsLoss: z.boolean().default(false),
  reference: z.string().trim().max(200).default(''),
  /** The customer's own code and words for what it denied. */
  denialCode: z.string().trim().max(40, 'too_big').default(''),
  denialText: z.string().trim().max(400, 'too_big').default(''),
  followUpOn: blankDay,
})

export const BookReturnInput = z.strictObject({
  ...subject,
  way: z.enum(['repaid', 'credited']),
  amountMinor: minor,
  bookedOn: day,
  reference: z.string().trim().max(200).default(''),
})

export const WithdrawInput = z.strictObject({ ...subject, reason: z.string().trim().min(1, 'required').max(1000, 'too_big') })

export const PACKAGE_TABS = ['ready', 'file', 'missing'] as const
export type PackageTab = (typeof PACKAGE_TABS)[number]
/** What the address of the list of packages may say. */
export const PackageFilter = z.object({
  tab: z.enum(PACKAGE_TABS).catch('ready'),
  customer: z.string().max(40).catch(''),
  page: PageNumber,
})
export type PackageFilter = z.output<typeof PackageFilter>

export const ProposeEvidenceRuleInput = z.strictObject({
  customerId: z.uuid(),
  category: z.enum(CATEGORIES),
  evidence: z.enum(EVIDENCE_KINDS),
})

export const DecideEvidenceRuleInput = z.strictObject({
  id: z.uuid(),
  contentHash: z.string().max(64),
  decision: z.enum(APPROVAL_DECISIONS),
  reason: z.string().trim().max(1000, 'too_big').default(''),
})

/** What the page of lessons shows; lives in the URL. Customer by code. */
export const LessonFilter = z.object({
  customer: z.string().max(40).catch(''),
  category: z.enum(CATEGORIES).or(z.literal('')).catch(''),
})
export type LessonFilter = z.output<typeof LessonFilter>

export const FREIGHT_TABS = ['open', 'filed', 'answered', 'closed'] as const
export type FreightTab = (typeof FREIGHT_TABS)[number]
/** What the address of the list of claims on carriers may say; `from` and `to` are days of the carrier's answer. */
export const FreightFilter = z.object({
  tab: z.enum(FREIGHT_TABS).catch('open'),
  customer: z.string().max(40).catch(''),
  from: blankDay.catch(''),
  to: blankDay.catch(''),
  page: PageNumber,
})
export type FreightFilter = z.output<typeof FreightFilter>

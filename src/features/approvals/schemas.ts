import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { APPROVAL_DECISIONS, APPROVAL_KINDS, LIMITED_ROLES } from './rules/approval'

/** What a second person shall look at. The content is what gets approved, no more and no less. */
export const RequestApprovalInput = z.strictObject({
  kind: z.enum(APPROVAL_KINDS),
  subjectId: z.uuid(),
  customerId: z.uuid().nullable(),
  /** Names the subject in lists, in no language: 'C01 22'. */
  label: z.string().min(1).max(200),
  content: z.record(z.string(), z.unknown()),
})

export const DecideApprovalInput = z.strictObject({
  kind: z.enum(APPROVAL_KINDS),
  subjectId: z.uuid(),
  /** Hash of the content the approver saw. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  decision: z.enum(APPROVAL_DECISIONS),
  reason: z.string().trim().max(1000, 'too-long').default(''),
})

export const SetLimitInput = z.strictObject({
  role: z.enum(LIMITED_ROLES),
  currency: z.string().regex(/^[A-Z]{3}$/, 'invalid_format'),
  /** Minor units as text. */
  limitMinor: z.string().regex(/^\d{1,15}$/, 'not-an-amount'),
  /** That of the limit it changes; null sets the first one. */
  version: z.number().int().positive().nullable(),
})

export const VoidApprovalsInput = z.strictObject({ kind: z.enum(APPROVAL_KINDS), subjectIds: z.array(z.uuid()).max(10_000) })

export const APPROVAL_TABS = ['waiting', 'mine', 'decided'] as const
export type ApprovalTab = (typeof APPROVAL_TABS)[number]

/** What the list of approvals shows; lives in the URL. */
export const ApprovalFilter = z.object({
  tab: z.enum(APPROVAL_TABS).catch('waiting'),
  /** Customer code. */
  customer: z.string().max(40).catch(''),
  page: PageNumber,
})
export type ApprovalFilter = z.output<typeof ApprovalFilter>

import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { TEAMS } from '@/features/tasks/rules/teams'
import { CORRECTION_PLACES, EXCEPTION_DECISIONS, EXCEPTION_KINDS } from './rules/exception-kinds'

const ChosenExceptions = z
  .array(z.strictObject({ id: z.uuid(), version: z.coerce.number().int() }))
  .min(1)
  .max(500)
const Reason = z.string().trim().max(1000, 'too-long').default('')

export const DecideExceptionsInput = z.strictObject({
  exceptions: ChosenExceptions,
  decision: z.enum(EXCEPTION_DECISIONS),
  reason: Reason,
  /** What should stand instead, as the field writes it: price with a point, quantity, date YYYY-MM-DD … */
  correctedValue: z.string().trim().max(200, 'too-long').default(''),
  correctIn: z.enum(CORRECTION_PLACES).default('customer'),
})

export const DecideReleaseInput = z.strictObject({
  exceptionId: z.uuid(),
  /** Hash of the content the approver saw. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  decision: z.enum(['approved', 'rejected']),
  reason: Reason,
})

export const AssignExceptionsInput = z.strictObject({ exceptions: ChosenExceptions, ownerId: z.uuid().nullable() })

export const SendReplyInput = z.strictObject({
  customer: z.string().min(1).max(40),
  poKey: z.string().min(1).max(60),
  to: z.email('email'),
  subject: z.string().trim().min(1, 'required').max(200, 'too-long'),
  text: z.string().trim().min(1, 'required').max(20_000, 'too-long'),
})

/**
 * Where an exception stands on the worklist: to decide, held, waiting for a second person, waiting for the correction or the customer,
 * left the house without a decision, and done.
 */
export const EXCEPTION_TABS = ['open', 'held', 'second', 'waiting', 'shipped', 'done'] as const
export type ExceptionTab = (typeof EXCEPTION_TABS)[number]

/** What the worklist of exceptions shows; lives in the URL. */
export const ExceptionFilter = z.object({
  tab: z.enum(EXCEPTION_TABS).catch('open'),
  customer: z.string().min(1).max(40).optional().catch(undefined),
  kind: z.enum(EXCEPTION_KINDS).optional().catch(undefined),
  team: z.enum(TEAMS).optional().catch(undefined),
  owner: z.enum(['mine', 'nobody']).optional().catch(undefined),
  due: z.enum(['overdue', 'today', 'week']).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  sort: z.enum(['due', 'at-stake', 'po', 'customer', 'first-seen']).catch('due'),
  direction: z.enum(['asc', 'desc']).catch('asc'),
  page: PageNumber,
})
export type ExceptionFilter = z.output<typeof ExceptionFilter>

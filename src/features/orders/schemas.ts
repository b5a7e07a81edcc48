import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { EXCEPTION_DECISIONS, EXCEPTION_KINDS } from './rules/exception-kinds'

export const DecideExceptionInput = z.strictObject({
  exceptionId: z.uuid(),
  version: z.coerce.number().int(),
  decision: z.enum(EXCEPTION_DECISIONS),
  reason: z.string().trim().max(1000, 'too-long').default(''),
})

/** What the list of orders shows; lives in the URL. */
export const OrderFilter = z.object({
  view: z.enum(['exceptions', 'held', 'all']).catch('exceptions'),
  /** Customer code. */
  customer: z.string().min(1).max(40).optional().catch(undefined),
  kind: z.enum(EXCEPTION_KINDS).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  sort: z.enum(['at-stake', 'ordered-on', 'ship-by', 'number']).catch('at-stake'),
  direction: z.enum(['asc', 'desc']).catch('desc'),
  page: PageNumber,
})
export type OrderFilter = z.output<typeof OrderFilter>

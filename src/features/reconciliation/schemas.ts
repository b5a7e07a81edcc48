import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { TEAMS } from '@/features/tasks/rules/teams'
import { DIFFERENCE_KINDS } from './rules/difference-kinds'
import { ORDER_LEDGER_STEPS } from './rules/order-ledger-steps'

/** What the list of differences shows; lives in the URL. */
export const DifferenceFilter = z.object({
  state: z.enum(['open', 'asked', 'accepted', 'resolved', 'all']).catch('open'),
  /** Customer code. */
  customer: z.string().min(1).max(40).optional().catch(undefined),
  kind: z.enum(DIFFERENCE_KINDS).optional().catch(undefined),
  team: z.enum(TEAMS).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  sort: z.enum(['severity', 'first-seen', 'customer', 'po']).catch('severity'),
  direction: z.enum(['asc', 'desc']).catch('desc'),
  page: PageNumber,
})
export type DifferenceFilter = z.output<typeof DifferenceFilter>

export const AcceptDifferencesInput = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(2000),
  reason: z.string().trim().min(1, 'required').max(1000, 'too-long'),
})
export const AskCorrectionInput = z.strictObject({
  differenceId: z.uuid(),
  /** What is asked for, in the words and language of who asks; without it the codes and values stand alone. */
  title: z.string().trim().max(200, 'too-long').default(''),
  note: z.string().trim().max(1000, 'too-long').default(''),
  locale: z.enum(['en', 'zh-CN']).default('en'),
})

/** Which figure of an order's ledger is meant; lives in the URL. No line is what belongs to none. */
export const LedgerPlace = z.object({
  step: z.enum(ORDER_LEDGER_STEPS).catch('ordered'),
  line: z.coerce.number().int().positive().optional().catch(undefined),
})

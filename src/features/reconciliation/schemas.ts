import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { APPROVAL_DECISIONS } from '@/features/approvals/rules/approval'
import { TEAMS } from '@/features/tasks/rules/teams'
import { DIFFERENCE_KINDS } from './rules/difference-kinds'
import { ORDER_LEDGER_STEPS } from './rules/order-ledger-steps'
import { SIGNAL_KINDS, SIGNAL_STATES } from './rules/signal-kinds'

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

/** The request as a mail, as the person has read and changed it. */
export const MailCorrectionInput = z.strictObject({
  differenceId: z.uuid(),
  to: z.email('email'),
  subject: z.string().trim().min(1, 'required').max(200, 'too-long'),
  text: z.string().trim().min(1, 'required').max(20_000, 'too-long'),
})

/** Which figure of an order's ledger is meant; lives in the URL. No line is what belongs to none. */
export const LedgerPlace = z.object({
  step: z.enum(ORDER_LEDGER_STEPS).catch('ordered'),
  line: z.coerce.number().int().positive().optional().catch(undefined),
})

/** Many requests in one; each carries its own words. */
export const AskCorrectionsInput = z.strictObject({
  requests: z
    .array(z.strictObject({ differenceId: z.uuid(), title: z.string().trim().max(200, 'too-long').default('') }))
    .min(1)
    .max(200),
  note: AskCorrectionInput.shape.note,
  locale: AskCorrectionInput.shape.locale,
})

const Day = z.iso.date({ error: 'not-a-date' })

/** What may stay without correction: a share of the figure, an amount, or both at once; and from where that is known. */
export const ProposeToleranceInput = z
  .strictObject({
    customerId: z.uuid(),
    kind: z.enum(DIFFERENCE_KINDS),
    /** The difference that gave the reason for it. */
    differenceId: z.uuid().nullable().default(null),
    /** The rule that ends the day before this one begins, once this one is approved. */
    replacesId: z.uuid().nullable().default(null),
    /** Parts per million of the other side's figure. */
    sharePpm: z.number().int().positive().max(1_000_000).nullable(),
    /** Minor units of the customer's currency. */
    amountMinor: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'not-an-amount')
      .transform(BigInt)
      .nullable(),
    validFrom: Day,
    validTo: Day.nullable(),
    source: z.string().trim().min(1, 'required').max(400, 'too-long'),
  })
  .refine((rule) => rule.sharePpm !== null || rule.amountMinor !== null, { path: ['share'], error: 'required' })
  .refine((rule) => rule.validTo === null || rule.validTo >= rule.validFrom, { path: ['validTo'], error: 'not-a-date' })

export const DecideToleranceInput = z.strictObject({
  id: z.uuid(),
  /** Hash of the rule as the approver saw it. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  decision: z.enum(APPROVAL_DECISIONS),
  reason: z.string().trim().max(1000, 'too-long').default(''),
})

export const EndToleranceInput = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int(),
  /** The last day on which it holds. */
  endsOn: Day,
})

/** What the list of signals shows; lives in the URL. */
export const SignalFilter = z.object({
  state: z.enum([...SIGNAL_STATES, 'all']).catch('open'),
  /** Customer code. */
  customer: z.string().min(1).max(40).optional().catch(undefined),
  kind: z.enum(SIGNAL_KINDS).optional().catch(undefined),
  team: z.enum(TEAMS).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  sort: z.enum(['due', 'stake', 'customer', 'po', 'first-seen']).catch('due'),
  direction: z.enum(['asc', 'desc']).catch('asc'),
  page: PageNumber,
})
export type SignalFilter = z.output<typeof SignalFilter>

/** A request out of a signal, in the words and language of who asks. */
export const AskAboutSignalInput = z.strictObject({
  signalId: z.uuid(),
  title: z.string().trim().min(1, 'required').max(200, 'too-long'),
  body: z.string().trim().max(4000, 'too-long').default(''),
  locale: z.enum(['en', 'zh-CN']).default('en'),
})

import * as z from 'zod'

/** What the weekly report shows; lives in the URL. */
export const InsightFilter = z.object({
  week: z.string().max(10).optional().catch(undefined),
  currency: z.string().length(3).optional().catch(undefined),
})
export type InsightFilter = z.output<typeof InsightFilter>

export const MOVEMENT_KINDS = ['open-before', 'recovered', 'accepted', 'expired', 'open-after', 'approved'] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** Which rows behind a figure of the report are shown. */
export const MovementFilter = InsightFilter.extend({ kind: z.enum(MOVEMENT_KINDS).catch('open-after') })

/** What the audit trail is searched by; lives in the URL. `before` is the id after which the page starts. */
export const AuditFilter = z.object({
  table: z.string().max(60).catch(''),
  row: z.string().trim().max(80).catch(''),
  actor: z.string().trim().max(120).catch(''),
  event: z.string().trim().max(80).catch(''),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .or(z.literal(''))
    .catch(''),
})
export type AuditFilter = z.output<typeof AuditFilter>

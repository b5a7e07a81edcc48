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

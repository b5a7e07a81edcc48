import type { Actor } from '@/core/actor'
import { countExactly } from '@/features/deductions/queries/tracker-counts'
import type { TrackerTotal } from '@/features/deductions/queries/tracker-tally'
import { TrackerFilter } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'

/** A figure and the address of the rows behind it: both come from the same filter, so they cannot disagree. */
export type TrackerFigure = { href: string; count: number; totals: TrackerTotal[] }

/** Counts and sums, per currency, what the tracker shows for these parameters. */
export async function findTrackerFigure(actor: Actor, params: Readonly<Record<string, string>>): Promise<TrackerFigure> {
  const { count, totals } = await countExactly(actor, TrackerFilter.parse(params), companyToday())
  return { href: `/deductions?${new URLSearchParams(params)}`, count, totals }
}

import type { Actor } from '@/core/actor'
import { selectTotals, type TrackerTotal } from '@/features/deductions/queries/find-deductions'
import { trackerConditions } from '@/features/deductions/queries/tracker-conditions'
import { TrackerFilter } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'

/** A figure and the address of the rows behind it: both come from the same filter, so they cannot disagree. */
export type TrackerFigure = { href: string; count: number; totals: TrackerTotal[] }

/** Counts and sums, per currency, what the tracker shows for these parameters. */
export async function findTrackerFigure(actor: Actor, params: Readonly<Record<string, string>>): Promise<TrackerFigure> {
  const totals = await selectTotals(trackerConditions(actor, TrackerFilter.parse(params), companyToday()))
  return {
    href: `/deductions?${new URLSearchParams(params)}`,
    count: totals.reduce((sum, total) => sum + total.count, 0),
    totals,
  }
}

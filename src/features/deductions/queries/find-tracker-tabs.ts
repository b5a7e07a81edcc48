import type { Actor } from '@/core/actor'
import { companyToday } from '@/server/clock'
import { TRACKER_TABS, type TrackerFilter, type TrackerTab } from '../schemas'
import { selectTotals, type TrackerTotal } from './find-deductions'
import { trackerConditions } from './tracker-conditions'

export type TrackerTabCount = { tab: TrackerTab; count: number; totals: TrackerTotal[] }

/** Counts and money behind each tab of the tracker under the filter that is set, per currency. */
export async function findTrackerTabs(actor: Actor, filter: TrackerFilter): Promise<TrackerTabCount[]> {
  const today = companyToday()
  return Promise.all(
    TRACKER_TABS.map(async (tab) => {
      const totals = await selectTotals(trackerConditions(actor, { ...filter, tab }, today))
      return { tab, totals, count: totals.reduce((sum, total) => sum + total.count, 0) }
    }),
  )
}

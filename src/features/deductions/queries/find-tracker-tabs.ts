import type { Actor } from '@/core/actor'
import { companyToday } from '@/server/clock'
import { TRACKER_TABS, type TrackerFilter, type TrackerTab } from '../schemas'
import { withSearched } from './search-conditions'
import { countTabs, type TrackerCount } from './tracker-counts'

export type TrackerTabCount = TrackerCount & { tab: TrackerTab }

/** Counts and money behind each tab of the tracker under the filter that is set, per currency. */
export async function findTrackerTabs(actor: Actor, filter: TrackerFilter): Promise<TrackerTabCount[]> {
  const counts = await countTabs(actor, await withSearched(actor, filter), companyToday(), TRACKER_TABS)
  return TRACKER_TABS.map((tab) => ({ tab, ...(counts.get(tab) ?? { count: 0, totals: [], isAtLeast: false }) }))
}

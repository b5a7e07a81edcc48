import { getLocale, getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { findDeductions, type TrackerPage } from '@/features/deductions/queries/find-deductions'
import { batchOf } from '@/features/deductions/queries/find-row-batch'
import { findTrackerGroups } from '@/features/deductions/queries/find-tracker-groups'
import type { TrackerGroup } from '@/features/deductions/rules/tracker-sorts'
import type { TrackerFilter } from '@/features/deductions/schemas'
import { QUIET_COLUMNS, trackerColumns } from '@/features/deductions/ui/tracker-columns'
import { TrackerGroups } from '@/features/deductions/ui/tracker-groups'
import { densityOf } from '@/ui/data-table/density-menu'
import { GroupRows } from '@/ui/data-table/group-rows'
import { hrefWith, listHref, paramsOf, type SearchParams } from '@/ui/page-address'

/** Groups folded out at once, and the rows that each shows then. */
const OPEN_MAX = 8
const ROWS = 20

type GroupedTrackerProps = {
  path: string
  actor: Actor
  filter: TrackerFilter
  by: TrackerGroup
  page: TrackerPage
  params: SearchParams
  today: CalendarDate
}

/** Subtotals by one thing; a group that is folded out shows its first rows, in the order of the list. */
export async function GroupedTracker({ path, actor, filter, by, page, params, today }: GroupedTrackerProps) {
  const open = paramsOf(params, 'open').slice(0, OPEN_MAX)
  const [t, locale, groups, opened] = await Promise.all([
    getTranslations('deductions'),
    getLocale(),
    findTrackerGroups(actor, filter, by),
    Promise.all(open.map(async (key) => [key, await findDeductions(actor, rowsOf(filter, by, key))] as const)),
  ])
  const hidden: ReadonlySet<string> = new Set([...QUIET_COLUMNS, by, 'sure'])
  const columns = trackerColumns({ t, locale, today, hrefOf: (row) => `/deductions/${row.id}` }).filter(({ key }) => !hidden.has(key))
  const rows = new Map(opened.map(([key, found]) => [key, batchOf(found, '').rows]))
  const hrefOf = (key: string) => listHref(path, params, { [by]: key, group: null, open: null })
  return (
    <TrackerGroups
      by={by}
      groups={groups}
      totals={page.totals}
      count={page.count}
      today={today}
      density={densityOf(params)}
      hrefOf={hrefOf}
      isOpen={(key) => rows.has(key)}
      foldHref={(key) => hrefWith(path, params, { open: rows.has(key) ? open.filter((one) => one !== key) : [...open, key] })}
      below={(group, name) => {
        const shown = rows.get(group.key)
        return shown && <GroupRows name={name} rows={shown} columns={columns} count={group.count} allHref={hrefOf(group.key)} />
      }}
    />
  )
}

function rowsOf(filter: TrackerFilter, by: TrackerGroup, key: string): TrackerFilter {
  return { ...filter, [by]: [key], group: '', after: '', limit: ROWS }
}

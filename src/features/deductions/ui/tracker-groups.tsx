import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import type { Density } from '@/ui/data-table/density-menu'
import { GroupTable } from '@/ui/data-table/group-table'
import { DeadlineText } from '@/ui/deadline-text'
import type { TrackerGroupRow } from '../queries/find-tracker-groups'
import type { TrackerTotal } from '../queries/tracker-tally'
import type { TrackerGroup } from '../rules/tracker-sorts'
import { groupName } from './group-name'

type TrackerGroupsProps = {
  by: TrackerGroup
  groups: readonly TrackerGroupRow[]
  /** Of the whole filtered set: what the groups add up to. */
  totals: readonly TrackerTotal[]
  count: number
  today: CalendarDate
  density: Density
  /** The rows of one group. */
  hrefOf: (key: string) => string
  /** Whether a group is folded out, the way to fold it, and what stands below it then. */
  isOpen: (key: string) => boolean
  foldHref: (key: string) => string
  below: (group: TrackerGroupRow, name: string) => ReactNode
}

/** Subtotals of deductions by one thing: what was withheld, what of it is open and at risk, and the next deadline. */
export function TrackerGroups({ by, totals, today, ...table }: TrackerGroupsProps) {
  const t = useTranslations('deductions')
  const sumColumn = (key: 'amount' | 'open' | 'atRisk', title: string) => ({
    key,
    title,
    of: (row: TrackerGroupRow) => row.totals.map((total) => total[key]),
    total: totals.map((total) => total[key]),
  })
  return (
    <GroupTable
      {...table}
      by={t(`group.by.${by}`)}
      title={t(`column.${by}`)}
      countTitle={t('group.count')}
      nameOf={(row) => groupName(row, by, t)}
      sums={[sumColumn('amount', t('column.amount')), sumColumn('open', t('openAmount')), sumColumn('atRisk', t('column.risk'))]}
      more={[{ key: 'next', title: t('column.deadline'), cell: (row) => <DeadlineText dueOn={row.nextDeadline} today={today} /> }]}
    />
  )
}

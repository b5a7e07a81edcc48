import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import type { PackageListRow } from '@/features/disputes/queries/find-packages'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { ListSection, RowLink } from './list-section'

type PackagesSectionProps = { rows: readonly PackageListRow[]; total: number; today: CalendarDate; tab: 'file' | 'ready' }

const SHOWN = 10

/** Packages to file, or to build where none is built yet, the nearest deadline first. */
export function PackagesSection({ rows, total, today, tab }: PackagesSectionProps) {
  const t = useTranslations('reports')
  const title = t(tab === 'file' ? 'home.packagesToFile' : 'home.packagesToBuild')
  return (
    <ListSection
      title={title}
      note={t('home.packages', { count: total })}
      all={{ href: `/packages?tab=${tab}`, text: t('home.all') }}
      rows={rows}
      shown={SHOWN}
      rowKey={(row) => row.deductionId}
      columns={[
        {
          key: 'claim',
          title: t('home.claim'),
          look: 'key',
          cell: (row) => <RowLink href={`/packages/for/${row.deductionId}`}>{row.name}</RowLink>,
        },
        { key: 'customer', title: t('home.customer'), look: 'clip', cell: (row) => row.customerName },
        { key: 'amount', title: t('home.disputed'), align: 'right', cell: (row) => <MoneyText value={row.amount} /> },
        { key: 'due', title: t('home.deadline'), cell: (row) => <DeadlineText dueOn={row.deadlineOn} today={today} /> },
      ]}
      empty={t(tab === 'file' ? 'home.nothingToFile' : 'home.nothingToBuild')}
    />
  )
}

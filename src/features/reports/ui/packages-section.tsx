import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import type { PackageListRow } from '@/features/disputes/queries/find-packages'
import { DataTable } from '@/ui/data-table/data-table'
import { DeadlineText } from '@/ui/deadline-text'
import { EmptyState } from '@/ui/empty-state'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'

type PackagesSectionProps = { rows: readonly PackageListRow[]; total: number; today: CalendarDate; tab: 'file' | 'ready' }

const SHOWN = 10

/** Packages to file, or to build where none is built yet, the nearest deadline first. */
export function PackagesSection({ rows, total, today, tab }: PackagesSectionProps) {
  const t = useTranslations('reports')
  const title = t(tab === 'file' ? 'home.packagesToFile' : 'home.packagesToBuild')
  return (
    <Section
      title={title}
      note={t('home.packages', { count: total })}
      end={
        <Link href={`/packages?tab=${tab}`} prefetch={false}>
          {t('home.all')}
        </Link>
      }
    >
      <DataTable
        kind="section"
        name={title}
        rows={rows.slice(0, SHOWN)}
        rowKey={(row) => row.deductionId}
        columns={[
          {
            key: 'claim',
            title: t('home.claim'),
            look: 'key',
            cell: (row) => (
              <Link href={`/packages/for/${row.deductionId}`} prefetch={false}>
                {row.name}
              </Link>
            ),
          },
          { key: 'customer', title: t('home.customer'), look: 'clip', cell: (row) => row.customerName },
          { key: 'amount', title: t('home.disputed'), align: 'right', cell: (row) => <MoneyText value={row.amount} /> },
          { key: 'due', title: t('home.deadline'), cell: (row) => <DeadlineText dueOn={row.deadlineOn} today={today} /> },
        ]}
        empty={<EmptyState>{t(tab === 'file' ? 'home.nothingToFile' : 'home.nothingToBuild')}</EmptyState>}
      />
    </Section>
  )
}

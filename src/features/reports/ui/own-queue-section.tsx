import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import type { TrackerRow } from '@/features/deductions/queries/tracker-row'
import { EvidenceText } from '@/features/deductions/ui/tracker-columns'
import { VerdictText } from '@/features/deductions/ui/verdict-text'
import { DataTable } from '@/ui/data-table/data-table'
import { DeadlineText } from '@/ui/deadline-text'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'

type OwnQueueSectionProps = { rows: readonly TrackerRow[]; today: CalendarDate }

/** Where an hour of today brings back most: value at risk weighed by how near the deadline is. */
export function OwnQueueSection({ rows, today }: OwnQueueSectionProps) {
  const t = useTranslations('reports')
  const d = useTranslations('deductions')
  return (
    <Section
      title={t('home.queue')}
      note={t('home.queueNote')}
      end={
        <Link href="/deductions?tab=mine" prefetch={false}>
          {t('home.allMine')}
        </Link>
      }
    >
      <DataTable
        kind="section"
        name={t('home.queue')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'claim',
            title: d('column.claim'),
            look: 'key',
            cell: (row) => (
              <Link href={`/deductions/${row.id}`} prefetch={false}>
                {row.claimNumber ?? d('noClaim', { number: row.number })}
              </Link>
            ),
          },
          { key: 'customer', title: d('column.customer'), look: 'clip', cell: (row) => row.customerName },
          {
            key: 'category',
            title: d('column.category'),
            look: 'quiet',
            hide: 'narrow',
            cell: (row) => d(`category.${row.category}`),
          },
          {
            key: 'verdict',
            title: d('column.verdict'),
            cell: (row) => <VerdictText verdict={row.verdict} text={d(`verdict.${row.verdict}`)} />,
          },
          { key: 'risk', title: d('column.risk'), align: 'right', cell: (row) => <MoneyText value={row.atRisk} tone="risk" /> },
          { key: 'deadline', title: d('column.deadline'), cell: (row) => <DeadlineText dueOn={row.deadlineOn} today={today} /> },
          { key: 'evidence', title: d('column.evidence'), hide: 'narrow', cell: (row) => <EvidenceText row={row} t={d} /> },
          { key: 'next', title: d('column.next'), cell: (row) => d(`action.${row.nextAction ?? 'none'}`) },
        ]}
        empty={
          <EmptyState action={<LinkButton href="/deductions?owner=none">{t('home.takeSome')}</LinkButton>}>
            {t('home.queueEmpty')}
          </EmptyState>
        }
      />
    </Section>
  )
}

import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import type { TrackerRow } from '@/features/deductions/queries/tracker-row'
import { AtRiskText } from '@/features/deductions/ui/at-risk-text'
import { EvidenceText } from '@/features/deductions/ui/tracker-columns'
import { VerdictText } from '@/features/deductions/ui/verdict-text'
import { DeadlineText } from '@/ui/deadline-text'
import { LinkButton } from '@/ui/link-button'
import { ListSection, RowLink } from './list-section'

type OwnQueueSectionProps = { rows: readonly TrackerRow[]; today: CalendarDate }

/** Where an hour of today brings back most: value at risk weighed by how near the deadline is. */
export function OwnQueueSection({ rows, today }: OwnQueueSectionProps) {
  const t = useTranslations('reports')
  const d = useTranslations('deductions')
  return (
    <ListSection
      title={t('home.queue')}
      note={t('home.queueNote')}
      all={{ href: '/deductions?tab=mine', text: t('home.allMine') }}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'claim',
          title: d('column.claim'),
          look: 'key',
          cell: (row) => <RowLink href={`/deductions/${row.id}`}>{row.claimNumber ?? d('noClaim', { number: row.number })}</RowLink>,
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
        { key: 'risk', title: d('column.risk'), align: 'right', cell: (row) => <AtRiskText row={row} /> },
        { key: 'deadline', title: d('column.deadline'), cell: (row) => <DeadlineText dueOn={row.deadlineOn} today={today} /> },
        { key: 'evidence', title: d('column.evidence'), hide: 'narrow', cell: (row) => <EvidenceText row={row} t={d} /> },
        { key: 'next', title: d('column.next'), cell: (row) => d(`action.${row.nextAction ?? 'none'}`) },
      ]}
      empty={t('home.queueEmpty')}
      emptyAction={<LinkButton href="/deductions?owner=none">{t('home.takeSome')}</LinkButton>}
    />
  )
}

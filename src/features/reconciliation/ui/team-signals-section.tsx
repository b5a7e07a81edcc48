import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { MoneyList } from '@/ui/money-list'
import { Section } from '@/ui/section'
import type { SignalTotal } from '../queries/find-signals'

type TeamSignalsSectionProps = { totals: readonly SignalTotal[] }

/** What a department has to put right, by kind with counts and money; each row opens its list. */
export function TeamSignalsSection({ totals }: TeamSignalsSectionProps) {
  const t = useTranslations('shipments')
  const count = totals.reduce((sum, total) => sum + total.count, 0)
  return (
    <Section title={t('signal.mine')} note={t('signal.count', { count })} end={<Link href="/signals">{t('signal.all')}</Link>}>
      <DataTable
        kind="section"
        name={t('signal.mine')}
        rows={totals}
        rowKey={(row) => row.kind}
        columns={[
          {
            key: 'kind',
            title: t('signal.column.kind'),
            look: 'key',
            cell: (row) => <Link href={`/signals?state=all&kind=${row.kind}`}>{t(`signal.kind.${row.kind}`)}</Link>,
          },
          { key: 'count', title: t('signal.column.count'), align: 'right', cell: (row) => row.count },
          {
            key: 'overdue',
            title: t('signal.column.overdue'),
            align: 'right',
            cell: (row) => (row.overdue > 0 ? <span className="over md">{row.overdue}</span> : <span className="q">0</span>),
          },
          {
            key: 'stake',
            title: t('signal.column.stake'),
            align: 'right',
            cell: (row) => <MoneyList values={row.stakes} />,
          },
        ]}
        empty={<EmptyState>{t('signal.nothingMine')}</EmptyState>}
      />
    </Section>
  )
}

import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { DataTable } from '@/ui/data-table/data-table'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import type { ExceptionRow } from '../queries/exception-columns'
import { exceptionColumns } from './exception-columns'

type OwnExceptionsSectionProps = { rows: readonly ExceptionRow[]; total: number; today: CalendarDate }

const SHOWN = ['po', 'customer', 'kind', 'expected', 'actual', 'at-stake', 'due', 'ship-by']

/** On the start page: what has to be decided before goods leave, the most urgent first. */
export function OwnExceptionsSection({ rows, total, today }: OwnExceptionsSectionProps) {
  const t = useTranslations('orders')
  const teams = useTranslations('tasks')
  const columns = exceptionColumns({ t, teams, today, hrefOf: (row) => `/orders/exceptions?peek=${row.id}` })
  return (
    <Section title={t('openExceptions')} note={t('exceptionCount', { count: total })}>
      <DataTable
        kind="section"
        name={t('openExceptions')}
        columns={columns.filter((column) => SHOWN.includes(column.key)).map(({ sort: _sort, ...column }) => column)}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="q">{t('emptyTab.open')}</p>}
      />
      <div className="row mt-2">
        <LinkButton href="/orders/exceptions">{t('openExceptions')}</LinkButton>
        <LinkButton href="/orders/price-changes">{t('openPriceChanges')}</LinkButton>
      </div>
    </Section>
  )
}

import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { findMovements, type Movement } from '@/features/reports/queries/find-movements'
import { findRollForward } from '@/features/reports/queries/find-roll-forward'
import { parseReportWeek, weekNumber, weekOf } from '@/features/reports/rules/report-week'
import { MovementFilter } from '@/features/reports/schemas'
import { insightHref } from '@/features/reports/ui/insight-hrefs'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import type { SearchParams } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

type RowsPageProps = { searchParams: Promise<SearchParams> }

/** The rows behind one figure of the weekly report; their total is that figure. */
export default async function RowsPage({ searchParams }: RowsPageProps) {
  const actor = await requireActor()
  const filter = MovementFilter.parse(await searchParams)
  const week = parseReportWeek(filter.week ?? '') ?? weekOf(companyToday())
  const currency = filter.currency ?? (await findRollForward(actor, week))[0]?.currency ?? 'USD'
  const [t, deductions, movements] = await Promise.all([
    getTranslations('reports'),
    getTranslations('deductions'),
    findMovements(actor, filter.kind, week, currency),
  ])
  const columns: Column<Movement>[] = [
    {
      key: 'claim',
      title: t('insight.claim'),
      look: 'key',
      cell: (row) => (
        <Link href={`/deductions/${row.deduction_id}`}>{row.claim_number ?? t('insight.noClaim', { number: row.number })}</Link>
      ),
    },
    { key: 'customer', title: t('insight.customer'), cell: (row) => row.customer_name },
    { key: 'category', title: deductions('column.category'), look: 'quiet', cell: (row) => deductions(`category.${row.category}`) },
    { key: 'on', title: t(`insight.dayOf.${filter.kind}`), look: 'quiet', cell: (row) => <DateText value={row.on} /> },
    { key: 'how', title: t('insight.how'), cell: (row) => (row.how === null ? '' : deductions(`resolution.${row.how}`)) },
    { key: 'note', title: t('insight.note'), look: 'clip', hide: 'phone', cell: (row) => row.note ?? '' },
    {
      key: 'amount',
      title: t('insight.amount'),
      align: 'right',
      cell: (row) => <MoneyText value={{ minor: row.minor, currency }} />,
      total: <MoneyText value={{ minor: movements.total.minor, currency }} zero="full" />,
    },
  ]
  const isMoving = filter.kind === 'recovered' || filter.kind === 'accepted' || filter.kind === 'small' || filter.kind === 'expired'
  return (
    <>
      <PageHeader
        title={t(`insight.rowsOf.${filter.kind}`)}
        subtitle={t('insight.week', { week: weekNumber(week) })}
        crumbs={[
          { label: t('insight.title'), href: insightHref(week, currency) },
          { label: t('insight.week', { week: weekNumber(week) }) },
        ]}
        facts={[
          { term: t('insight.amount'), value: <MoneyText value={{ minor: movements.total.minor, currency }} zero="full" /> },
          { term: t('insight.claimsColumn'), value: movements.total.count },
          { term: t('insight.from'), value: <DateText value={week.from} style="weekday" /> },
          { term: t('insight.until'), value: <DateText value={week.to} style="weekday" /> },
        ]}
      />
      <div className="page">
        <DataTable
          kind="section"
          name={t(`insight.rowsOf.${filter.kind}`)}
          columns={columns}
          hidden={isMoving ? [] : filter.kind === 'approved' ? ['how'] : ['how', 'note']}
          rows={movements.rows}
          rowKey={(row) => row.row_id}
          totalLabel={t('insight.total')}
          empty={
            <EmptyState action={<LinkButton href={insightHref(week, currency)}>{t('insight.back')}</LinkButton>}>
              {t('insight.noRows')}
            </EmptyState>
          }
        />
        {movements.total.count > movements.rows.length && (
          <p className="q">{t('insight.rowsCut', { shown: movements.rows.length, count: movements.total.count })}</p>
        )}
      </div>
    </>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { canApprove } from '@/features/approvals/policy'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canHandleDifference, canSeeTolerances } from '@/features/reconciliation/policy'
import { findTolerances, type ToleranceRow } from '@/features/reconciliation/queries/find-tolerances'
import { lastDayOf, toleranceColumns } from '@/features/reconciliation/ui/tolerance-columns'
import { ToleranceDecision } from '@/features/reconciliation/ui/tolerance-decision'
import { NewTolerance, ToleranceManage } from '@/features/reconciliation/ui/tolerance-manage'
import { joinParts } from '@/i18n/formats'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { NoPermission } from '@/ui/no-permission'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'

/** The rules by which differences may stay, and what waits for a second person. */
export default async function TolerancesPage() {
  const actor = await requireActor()
  if (!canSeeTolerances(actor)) return <NoPermission />
  const [locale, t, rows, customers] = await Promise.all([
    getLocale(),
    getTranslations('reconciliation'),
    findTolerances(actor),
    findCustomerNames(actor),
  ])
  const today = companyToday()
  const mayChange = (customerId: string) => canHandleDifference(actor, { customerId })
  const decision = (row: ToleranceRow) => {
    if (row.state === 'proposed' && row.requested_by !== null) {
      if (!canApprove(actor, { customerId: row.customer_id, requestedBy: row.requested_by })) return null
      const name = joinParts([row.customer_name, t(`kind.${row.kind}`)], locale)
      return <ToleranceDecision id={row.id} contentHash={row.content_hash ?? ''} name={name} />
    }
    const last = lastDayOf(row)
    if (row.state !== 'approved' || row.ended_on !== null || (last !== null && last < today) || !mayChange(row.customer_id)) return null
    const currency = customers.find(({ id }) => id === row.customer_id)?.currency ?? row.currency ?? ''
    return <ToleranceManage row={row} currency={currency} today={today} />
  }
  return (
    <>
      <PageHeader
        title={t('tolerance.listTitle')}
        crumbs={[{ label: t('title'), href: '/reconciliation' }, { label: t('tolerance.listTitle') }]}
        actions={customers.some(({ id }) => mayChange(id)) && <NewTolerance customers={customers} today={today} />}
      />
      <div className="page">
        <Section title={t('tolerance.rules')} note={t('tolerance.listNote')}>
          <DataTable
            kind="section"
            name={t('tolerance.listTitle')}
            columns={toleranceColumns({ t, today, decision })}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState>{t('tolerance.none')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}

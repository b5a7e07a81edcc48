import { getTranslations } from 'next-intl/server'
import { canApprove } from '@/features/approvals/policy'
import { canSeeTolerances } from '@/features/reconciliation/policy'
import { findTolerances, type ToleranceRow } from '@/features/reconciliation/queries/find-tolerances'
import { toleranceColumns } from '@/features/reconciliation/ui/tolerance-columns'
import { ToleranceDecision } from '@/features/reconciliation/ui/tolerance-decision'
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
  const [t, rows] = await Promise.all([getTranslations('reconciliation'), findTolerances(actor)])
  const decision = (row: ToleranceRow) =>
    row.state === 'proposed' &&
    row.requested_by !== null &&
    canApprove(actor, { customerId: row.customer_id, requestedBy: row.requested_by }) ? (
      <ToleranceDecision id={row.id} contentHash={row.content_hash ?? ''} name={`${row.customer_name}, ${t(`kind.${row.kind}`)}`} />
    ) : null
  return (
    <>
      <PageHeader
        title={t('tolerance.listTitle')}
        crumbs={[{ label: t('title'), href: '/reconciliation' }, { label: t('tolerance.listTitle') }]}
      />
      <div className="page">
        <Section title={t('tolerance.listTitle')} note={t('tolerance.listNote')}>
          <DataTable
            kind="section"
            name={t('tolerance.listTitle')}
            columns={toleranceColumns({ t, decision })}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState>{t('tolerance.none')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}

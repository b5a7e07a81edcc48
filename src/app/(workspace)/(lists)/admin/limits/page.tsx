import { getTranslations } from 'next-intl/server'
import { canSetLimits } from '@/features/approvals/policy'
import { findLimits } from '@/features/approvals/queries/find-limits'
import { LimitDialog } from '@/features/approvals/ui/limit-dialog'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { MoneyText } from '@/ui/money-text'
import { NoPermission } from '@/ui/no-permission'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

/** Up to which amount each role gives up money alone. */
export default async function LimitsPage() {
  const actor = await requireActor()
  if (!canSetLimits(actor)) return <NoPermission />
  const [t, people, limits] = await Promise.all([getTranslations('approvals.limits'), getTranslations('people'), findLimits(actor)])
  const roleNames = {
    specialist: people('roles.specialist'),
    manager: people('roles.manager'),
    'order-management': people('roles.order-management'),
  }
  return (
    <>
      <AdminTabs current="limits" />
      <div className="page">
        <PageTitle hidden>{t('title')}</PageTitle>
        <Section title={t('title')} note={t('note')} end={<LimitDialog limit={null} roleNames={roleNames} />}>
          <DataTable
            kind="section"
            name={t('title')}
            rows={limits}
            rowKey={(row) => row.id}
            columns={[
              { key: 'role', title: t('role'), cell: (row) => roleNames[row.role] },
              { key: 'currency', title: t('currency'), look: 'quiet', cell: (row) => row.limit.currency },
              { key: 'limit', title: t('limit'), align: 'right', cell: (row) => <MoneyText value={row.limit} zero="full" /> },
              { key: 'changed', title: t('changedAt'), look: 'quiet', hide: 'phone', cell: (row) => <InstantText value={row.updatedAt} /> },
              {
                key: 'change',
                title: <span className="sr-only">{t('manage')}</span>,
                align: 'right',
                cell: (row) => <LimitDialog limit={row} roleNames={roleNames} />,
              },
            ]}
            empty={<EmptyState>{t('empty')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}

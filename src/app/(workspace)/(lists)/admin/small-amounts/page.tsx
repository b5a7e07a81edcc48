import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canSetSmallAmounts } from '@/features/deductions/policy'
import { findSmallAmounts } from '@/features/deductions/queries/find-small-amounts'
import { smallAmountColumns } from '@/features/deductions/ui/small-amount-columns'
import { SmallAmountDialog } from '@/features/deductions/ui/small-amount-dialog'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { NoPermission } from '@/ui/no-permission'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

/** Up to which amount the deductions of each customer are accepted unseen, since when, and what came of it. */
export default async function SmallAmountsPage() {
  const actor = await requireActor()
  if (!canSetSmallAmounts(actor)) return <NoPermission />
  const [t, people, rows, customers] = await Promise.all([
    getTranslations('deductions'),
    getTranslations('people'),
    findSmallAmounts(actor),
    findCustomerNames(actor),
  ])
  const roleNames = { specialist: people('roles.specialist'), manager: people('roles.manager') }
  const today = companyToday()
  return (
    <>
      <AdminTabs current="small-amounts" />
      <div className="page">
        <PageTitle hidden>{t('small.title')}</PageTitle>
        <Section
          title={t('small.title')}
          note={t('small.note')}
          end={<SmallAmountDialog policy={null} customers={customers} roleNames={roleNames} today={today} />}
        >
          <DataTable
            kind="section"
            name={t('small.title')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={smallAmountColumns({ t, roleNames, today })}
            empty={<EmptyState>{t('small.empty')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}

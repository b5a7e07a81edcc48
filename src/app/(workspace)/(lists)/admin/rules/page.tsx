import { getLocale, getTranslations } from 'next-intl/server'
import { canKeepPlaybook } from '@/features/agreements/policy'
import { findTradeRules } from '@/features/agreements/queries/find-trade-rules'
import { ruleColumns } from '@/features/agreements/ui/rule-columns'
import { RuleDialog } from '@/features/agreements/ui/rule-dialog'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { NoPermission } from '@/ui/no-permission'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

/** The rules of retailers and of the trade that judging and claims go by: every version with its source. */
export default async function RulesPage() {
  const actor = await requireActor()
  if (!canKeepPlaybook(actor)) return <NoPermission />
  const [t, locale, rules, customers] = await Promise.all([
    getTranslations('agreements'),
    getLocale(),
    findTradeRules(actor),
    findCustomerNames(actor),
  ])
  const today = companyToday()
  return (
    <>
      {actor.roles.includes('admin') && <AdminTabs current="rules" />}
      <div className="page">
        <PageTitle hidden>{t('rules.title')}</PageTitle>
        <Section
          title={t('rules.title')}
          note={t('rules.note')}
          end={<RuleDialog rule={null} name={null} customers={customers} today={today} />}
        >
          <DataTable
            kind="section"
            name={t('rules.title')}
            rows={rules}
            rowKey={(row) => row.id}
            columns={ruleColumns({ t, locale, today })}
            empty={<EmptyState>{t('rules.empty')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}

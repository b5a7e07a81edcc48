import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canSeeFreightClaims } from '@/features/disputes/policy'
import { findFreightClaims } from '@/features/disputes/queries/find-freight-claims'
import { FreightFilter } from '@/features/disputes/schemas'
import { freightColumns } from '@/features/disputes/ui/freight-columns'
import { TotalledWorklist } from '@/features/disputes/ui/totalled-worklist'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/freight-claims'

type FreightClaimsPageProps = { searchParams: Promise<SearchParams> }

/** Claims on carriers for what they lost or damaged, the next day first. */
export default async function FreightClaimsPage({ searchParams }: FreightClaimsPageProps) {
  const actor = await requireActor()
  if (!canSeeFreightClaims(actor)) return <NoPermission />
  const params = await searchParams
  const filter = FreightFilter.parse(params)
  const [t, list, customers] = await Promise.all([getTranslations('disputes'), findFreightClaims(actor, filter), findCustomerNames(actor)])
  return (
    <TotalledWorklist
      title={t('freight.title')}
      path={PATH}
      params={params}
      filter={filter}
      customers={customers}
      tabs={list.tabs.map((tab) => ({ ...tab, label: t(`freight.tab.${tab.tab}`) }))}
      shown={list.rows.length}
      total={list.total}
    >
      <DataTable
        name={t('freight.title')}
        columns={freightColumns({ t, today: companyToday() })}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => t('freight.name', { number: row.number })}
        empty={
          <EmptyState action={<LinkButton href="/deductions?tab=all&liable=carrier">{t('freight.emptyAction')}</LinkButton>}>
            {t('freight.empty')}
          </EmptyState>
        }
      />
    </TotalledWorklist>
  )
}

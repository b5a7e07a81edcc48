import { getTranslations } from 'next-intl/server'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canBuild, canSeeDisputes } from '@/features/disputes/policy'
import { findPackages, type PackageListRow } from '@/features/disputes/queries/find-packages'
import { PackageFilter } from '@/features/disputes/schemas'
import { PackageBulkBar } from '@/features/disputes/ui/package-bulk-bar'
import { packageColumns } from '@/features/disputes/ui/package-columns'
import { TotalledWorklist } from '@/features/disputes/ui/totalled-worklist'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { Selection } from '@/ui/data-table/selection'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/packages'

type PackagesPageProps = { searchParams: Promise<SearchParams> }

export default async function PackagesPage({ searchParams }: PackagesPageProps) {
  const actor = await requireActor()
  if (!canSeeDisputes(actor)) return <NoPermission />
  const params = await searchParams
  const isBuilder = canBuild(actor, [])
  const filter = PackageFilter.parse({ ...params, tab: params['tab'] ?? (isBuilder ? 'ready' : 'file') })
  const [t, deductions, list, customers] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    findPackages(actor, filter),
    findCustomerNames(actor),
  ])
  return (
    <Selection
      ids={list.rows.map((row) => row.deductionId)}
      amounts={Object.fromEntries(list.rows.map((row) => [row.deductionId, row.amount]))}
    >
      <TotalledWorklist
        title={t('packages')}
        path={PATH}
        params={params}
        filter={filter}
        customers={customers}
        tabs={list.tabs.map((tab) => ({ ...tab, label: t(`packageTab.${tab.tab}`) }))}
        shown={list.rows.length}
        total={list.total}
      >
        <DataTable
          name={t('packages')}
          columns={packageColumns({ t, deductions, today: companyToday(), hrefOf: (row) => hrefOf(row, isBuilder) })}
          rows={list.rows}
          rowKey={(row) => row.deductionId}
          rowName={(row) => row.name}
          selectable={isBuilder}
          empty={
            <EmptyState action={<LinkButton href="/deductions">{t('openDeductions')}</LinkButton>}>
              {t(filter.tab === 'file' ? 'emptyFile' : 'emptyPackages')}
            </EmptyState>
          }
        />
        {isBuilder && <PackageBulkBar />}
      </TotalledWorklist>
    </Selection>
  )
}

// Who builds works on the package; who files gets the page for filing.
function hrefOf(row: PackageListRow, isBuilder: boolean): string {
  if (row.disputeId === null) return `${PATH}/for/${row.deductionId}`
  return isBuilder ? `${PATH}/${row.disputeId}` : `${PATH}/${row.disputeId}/file`
}

import { getTranslations } from 'next-intl/server'
import { hasRole } from '@/core/actor'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { canSeePostings } from '@/features/deductions/policy'
import { findPostings } from '@/features/deductions/queries/find-postings'
import { PostingFilter } from '@/features/deductions/schemas'
import { postingColumns } from '@/features/deductions/ui/posting-columns'
import { TotalledWorklist } from '@/features/disputes/ui/totalled-worklist'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { NoPermission } from '@/ui/no-permission'
import type { SearchParams } from '@/ui/page-address'

const PATH = '/postings'

type PostingsPageProps = { searchParams: Promise<SearchParams> }

/** What finance has to post for accepted deductions: credit memos and write-offs. */
export default async function PostingsPage({ searchParams }: PostingsPageProps) {
  const actor = await requireActor()
  if (!canSeePostings(actor)) return <NoPermission />
  const params = await searchParams
  const filter = PostingFilter.parse(params)
  const [t, list, customers] = await Promise.all([getTranslations('deductions'), findPostings(actor, filter), findCustomerNames(actor)])
  return (
    <TotalledWorklist
      title={t('postings.title')}
      path={PATH}
      params={params}
      filter={filter}
      customers={customers}
      tabs={list.tabs.map((tab) => ({ ...tab, label: t(`postings.tab.${tab.tab}`) }))}
      shown={list.rows.length}
      total={list.total}
    >
      <DataTable
        name={t('postings.title')}
        columns={postingColumns({ t, today: companyToday(), canPost: hasRole(actor, 'finance'), tab: filter.tab })}
        rows={list.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name ?? String(row.deductionNumber)}
        empty={<EmptyState action={<LinkButton href="/deductions">{t('title')}</LinkButton>}>{t('postings.empty')}</EmptyState>}
      />
    </TotalledWorklist>
  )
}

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import type { MoneyLike } from '@/i18n/formats'
import { NumberedPager } from '@/ui/data-table/numbered-pager'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { ListFilters } from '@/ui/list-filters'
import { ListTabs } from '@/ui/list-tabs'
import { MoneyList } from '@/ui/money-list'
import type { SearchParams } from '@/ui/page-address'

type TotalledTab = { tab: string; label: string; count: number; amounts: readonly MoneyLike[] }

type TotalledWorklistProps = {
  path: string
  params: SearchParams
  filter: { tab: string; customer: string; page: number }
  customers: readonly CustomerName[]
  tabs: readonly TotalledTab[]
  /** Rows on this page, and on all of them. */
  shown: number
  total: number
  /** The table and what floats over it. */
  children: ReactNode
}

/** A worklist of packages or disputes: tabs with what they are worth, one customer or all, the total of the tab below. */
export function TotalledWorklist({ path, params, filter, customers, tabs, shown, total, children }: TotalledWorklistProps) {
  const t = useTranslations('disputes')
  const views = tabs.map(({ tab, label, count, amounts }) => ({
    key: tab,
    label,
    count,
    money: amounts,
  }))
  return (
    <Worklist
      tabs={<ListTabs path={path} params={params} name="tab" current={filter.tab} tabs={views} />}
      filters={
        <ListFilters
          path={path}
          params={params}
          filters={[customerFilter({ label: t('column.customer'), value: filter.customer, customers })]}
        />
      }
      footer={
        <StatusLine end={<NumberedPager path={path} params={params} page={filter.page} shown={shown} total={total} />}>
          {t('total')} <MoneyList values={tabs.find(({ tab }) => tab === filter.tab)?.amounts ?? []} strong />
        </StatusLine>
      }
    >
      {children}
    </Worklist>
  )
}

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import type { MoneyLike } from '@/i18n/formats'
import { NumberedList } from '@/ui/data-table/numbered-list'
import { MoneyList } from '@/ui/money-list'
import type { SearchParams } from '@/ui/page-address'

type TotalledTab = { tab: string; label: string; count: number; amounts: readonly MoneyLike[] }

type TotalledWorklistProps = {
  title: string
  path: string
  params: SearchParams
  filter: { tab: string; customer: string; page: number }
  customers: readonly CustomerName[]
  tabs: readonly TotalledTab[]
  /** Rows on this page, and on all of them. */
  shown: number
  total: number
  /** Links at the right end of the filters. */
  tools?: ReactNode
  /** The table and what floats over it. */
  children: ReactNode
}

/** A worklist of packages or disputes: tabs with what they are worth, one customer or all, the total of the tab below. */
export function TotalledWorklist({ title, path, params, filter, customers, tabs, shown, total, tools, children }: TotalledWorklistProps) {
  const t = useTranslations('disputes')
  const views = tabs.map(({ tab, label, count, amounts }) => ({
    key: tab,
    label,
    count,
    money: amounts,
  }))
  return (
    <NumberedList
      title={title}
      path={path}
      params={params}
      tabs={{ name: 'tab', current: filter.tab, tabs: views }}
      filters={[customerFilter({ label: t('column.customer'), value: filter.customer, customers })]}
      tools={tools}
      place={{ page: filter.page, shown, total }}
      summary={
        <span>
          {t('total')} <MoneyList values={tabs.find(({ tab }) => tab === filter.tab)?.amounts ?? []} strong />
        </span>
      }
    >
      {children}
    </NumberedList>
  )
}

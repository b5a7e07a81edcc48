import type { ReactNode } from 'react'
import { listHref, type SearchParams } from './page-address'
import { type Tab, Tabs } from './tabs'

type ListTabsProps = {
  path: string
  params: SearchParams
  /** The parameter that says which tab it is. */
  name: string
  current: string
  tabs: readonly Omit<Tab, 'href'>[]
  end?: ReactNode
}

/** The tabs of a list: each shows the same list otherwise, with the filters kept. */
export function ListTabs({ path, params, name, current, tabs, end }: ListTabsProps) {
  return <Tabs current={current} tabs={tabs.map((tab) => ({ ...tab, href: listHref(path, params, { [name]: tab.key }) }))} end={end} />
}

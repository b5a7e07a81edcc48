import type { ReactNode } from 'react'
import { type ListFilter, ListFilters } from '../list-filters'
import { ListTabs } from '../list-tabs'
import type { SearchParams } from '../page-address'
import { PageTitle } from '../page-title'
import type { Tab } from '../tabs'
import { NumberedPager } from './numbered-pager'
import { StatusLine } from './status-line'
import { Worklist } from './worklist'

type NumberedListProps = {
  /** Name of the page; the word people know the list by. */
  title: string
  path: string
  params: SearchParams
  /** The tabs, and the parameter that says which one it is. */
  tabs: { name: string; current: string; tabs: readonly Omit<Tab, 'href'>[]; end?: ReactNode }
  filters: readonly ListFilter[]
  /** Columns, upload … at the right end of the filters. */
  tools?: ReactNode
  /** The page shown, from 1, the rows on it, and the rows on all pages. */
  place: { page: number; shown: number; total: number }
  /** Counts and totals of all rows that match. */
  summary: ReactNode
  peek?: ReactNode
  /** The table and what floats over it. */
  children: ReactNode
}

/** A page that is a list paged by number: tabs, filters, table, one footer line. Put `Selection` around it where rows are chosen. */
export function NumberedList({ title, path, params, tabs, filters, tools, place, summary, peek, children }: NumberedListProps) {
  return (
    <>
      <PageTitle hidden>{title}</PageTitle>
      <Worklist
        tabs={<ListTabs path={path} params={params} {...tabs} />}
        filters={<ListFilters path={path} params={params} filters={filters} end={tools} />}
        peek={peek}
        footer={<StatusLine end={<NumberedPager path={path} params={params} {...place} />}>{summary}</StatusLine>}
      >
        {children}
      </Worklist>
    </>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { type ComponentType, type ReactNode, Suspense } from 'react'
import type { Actor } from '@/core/actor'
import { type ListAddress, readListAddress } from '@/core/list-address'
import { type ListBatch, shownColumns } from '@/core/list-shape'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import type { ViewPage } from '@/features/people/rules/saved-view'
import { companyToday } from '@/server/clock'
import { countListExactly, countListTabs, type ListCount } from '@/server/lists/count-list'
import { findListPage } from '@/server/lists/find-list'
import type { ListSource } from '@/server/lists/list-source'
import { CursorPager } from '@/ui/data-table/cursor-pager'
import { ListPlace } from '@/ui/data-table/list-place'
import { rowsQuery } from '@/ui/data-table/rows-query'
import { StatusLine } from '@/ui/data-table/status-line'
import { EmptyFiltered } from '@/ui/empty-filtered'
import { EmptyState } from '@/ui/empty-state'
import { isFiltered } from '@/ui/list-filters'
import { KitList } from '@/ui/list-kit/kit-list'
import type { KitListProps } from '@/ui/list-kit/kit-list-props'
import { type ListNames } from '@/ui/list-kit/list-words'
import { quickFilters } from '@/ui/list-kit/quick-filters'
import { OwnAddress } from '@/ui/own-address'
import { hrefWith, paramOf, paramsOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { findGroupedRows } from './grouped-rows'
import { KitFilters, KitTabs } from './list-bars'
import { ListTotals } from './list-totals'

type ListScreenProps = {
  actor: Extract<Actor, { kind: 'user' }>
  source: ListSource
  view: ViewPage
  params: SearchParams
  /** Names of people, for lists that are narrowed by them. */
  people?: ListNames['people']
  /** The list in the browser, where it does more than its definition says. */
  List?: ComponentType<KitListProps>
  /** Columns hidden until somebody asks for them, where that hangs on the tab. */
  quiet?: (address: ListAddress) => readonly string[]
  /** At the right end of the tabs, of the filters, and above the filters. */
  tabsEnd?: ReactNode
  tools?: ReactNode
  above?: ReactNode
  /** What stands beside the count of a tab, over the whole list: not where something narrows it. */
  tabNotes?: Readonly<Record<string, ReactNode>>
  /** What is open beside the list, given its rows and how many the whole list has. */
  peek?: (batch: ListBatch, count: number) => Promise<ReactNode>
  /** Where an empty list leads, when nothing narrows it. */
  emptyAction?: ReactNode
}

/** A page that is a list made of its definition: tabs with what they are worth, filters, columns, views, export, rows to the last one. */
export async function ListScreen({ actor, source, view, params, people, List = KitList, quiet, peek, ...slots }: ListScreenProps) {
  const { shape } = source
  const address = readListAddress(shape, params)
  const today = companyToday()
  const [t, locale, batch, found, counts, customers] = await Promise.all([
    getTranslations(),
    getLocale(),
    address.group === '' ? findListPage(source, actor, address) : NO_ROWS,
    address.group === '' ? null : findGroupedRows(source, actor, address, paramsOf(params, 'open')),
    countListTabs(source, actor, address, today),
    findCustomerNames(actor),
  ])
  const names: ListNames = {
    customers: customers.map(({ code, name }) => ({ value: code, label: name })),
    currencies: [...new Set(customers.map(({ currency }) => currency))].sort().map((value) => ({ value, label: value })),
    people: people ?? [],
  }
  const count = counts.get(address.tab) ?? { count: 0, sums: [], isAtLeast: false }
  const usual = quiet?.(address) ?? shownColumns(shape).flatMap(({ key, isQuiet }) => (isQuiet === true ? [key] : []))
  const hidden = params['hide'] === undefined ? usual : paramsOf(params, 'hide')
  const isNarrowed = isFiltered(quickFilters(shape, address, t, names)) || address.where !== ''
  const bars = { actor, shape, view, params, address, counts, names, hidden, t, locale }
  return (
    <>
      <PageTitle hidden>{t(shape.title)}</PageTitle>
      <OwnAddress href={hrefWith(shape.path, params, {})} />
      <List
        key={rowsQuery(params)}
        shape={shape}
        params={params}
        address={address}
        initial={batch}
        grouped={found && { ...found, names }}
        initialFirst={Math.max(0, Math.trunc(Number(paramOf(params, 'at') ?? 0)) || 0)}
        count={count.count}
        isCountExact={!count.isAtLeast}
        hidden={hidden}
        today={today}
        tabs={<KitTabs {...bars} notes={isNarrowed ? {} : (slots.tabNotes ?? {})} end={slots.tabsEnd} />}
        filters={
          <>
            {slots.above}
            <KitFilters {...bars}>{slots.tools}</KitFilters>
          </>
        }
        peek={(await peek?.(batch, count.count)) ?? null}
        footer={
          <StatusLine
            end={
              address.group === '' && (
                <ListPlace total={count.isAtLeast ? null : count.count}>
                  <CursorPager
                    path={shape.path}
                    params={params}
                    shown={batch.rows.length}
                    total={count.count}
                    isTotalExact={!count.isAtLeast}
                    nextAfter={batch.after}
                  />
                </ListPlace>
              )
            }
          >
            <Footer actor={actor} source={source} address={address} count={count} />
          </StatusLine>
        }
        empty={
          isNarrowed ? (
            <EmptyFiltered href={shape.path} />
          ) : (
            <EmptyState action={slots.emptyAction}>
              {t(shape.isEmptyByTab === true ? `${shape.empty}.${address.tab}` : shape.empty)}
            </EmptyState>
          )
        }
      />
    </>
  )
}

const NO_ROWS: ListBatch = { rows: [], place: {}, before: null, after: null }

type FooterProps = { actor: Actor; source: ListSource; address: ListAddress; count: ListCount }

/** Count and sums; where counting all would keep the rows waiting, it is finished a moment after them. */
function Footer({ actor, source, address, count }: FooterProps) {
  if (!count.isAtLeast) return <ListTotals shape={source.shape} count={count} />
  return (
    <Suspense fallback={<ListTotals shape={source.shape} count={{ ...count, sums: [] }} />}>
      <ExactTotals actor={actor} source={source} address={address} />
    </Suspense>
  )
}

async function ExactTotals({ actor, source, address }: Omit<FooterProps, 'count'>) {
  return <ListTotals shape={source.shape} count={await countListExactly(source, actor, address, companyToday())} />
}

import type { ReactNode } from 'react'
import type { Actor } from '@/core/actor'
import type { ListAddress } from '@/core/list-address'
import { readConditions } from '@/core/list-conditions'
import { fieldsOf, groupColumns, type ListShape, shownColumns } from '@/core/list-shape'
import { type ViewPage, viewQuery } from '@/features/people/rules/saved-view'
import { ListExportMenu } from '@/features/reports/ui/list-export-menu'
import { formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { ListCount } from '@/server/lists/count-list'
import { arrangeColumns, readArrangement } from '@/ui/data-table/arrange-columns'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { DensityMenu } from '@/ui/data-table/density-menu'
import { GroupMenu } from '@/ui/data-table/group-menu'
import { FilterBuilder } from '@/ui/filter-builder'
import { ListFilters } from '@/ui/list-filters'
import { ListFacetMenu } from '@/ui/list-kit/list-facet-menu'
import { type AllTexts, conditionFields, groupWord, type ListNames } from '@/ui/list-kit/list-words'
import { quickFilters } from '@/ui/list-kit/quick-filters'
import { ListTabs } from '@/ui/list-tabs'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { ListViews, pairsOf } from '../_views/list-views'

type ListBarsProps = {
  actor: Extract<Actor, { kind: 'user' }>
  shape: ListShape
  view: ViewPage
  params: SearchParams
  address: ListAddress
  counts: ReadonlyMap<string, ListCount>
  names: ListNames
  hidden: readonly string[]
  t: AllTexts
  locale: Locale
}

type KitTabsProps = ListBarsProps & { notes: Readonly<Record<string, ReactNode>>; end: ReactNode }

/** The tabs of a list, each with how many and how much. */
export function KitTabs({ shape, params, address, counts, t, locale, notes, end }: KitTabsProps) {
  if (shape.tabs === undefined) return end === undefined ? null : <div className="row">{end}</div>
  const { param, keys, words, worth = keys, worthBy = {} } = shape.tabs
  const tabs = keys.map((key) => {
    const { count = 0, sums = [], isAtLeast = false } = counts.get(key) ?? {}
    const money = worthBy[key] ?? shape.sums[0]
    return {
      key,
      label: t(`${words}.${key}`),
      count: isAtLeast ? `≥ ${formatNumber(count, locale)}` : count,
      money: isAtLeast || money === undefined || !worth.includes(key) ? [] : sums.flatMap((sum) => sum.sums[money] ?? []),
      ...(notes[key] !== undefined && { note: notes[key] }),
    }
  })
  return <ListTabs path={shape.path} params={params} name={param} current={address.tab} tabs={tabs} end={end} />
}

/** The filters of a list in short and as conditions, and what can be done with it as a whole. */
export function KitFilters({
  actor,
  shape,
  view,
  params,
  address,
  names,
  hidden,
  t,
  locale,
  children,
}: ListBarsProps & { children: ReactNode }) {
  const { path } = shape
  const columns = arrangeColumns(
    shownColumns(shape).map(({ key, title }) => ({ key, title: t(title) })),
    readArrangement(params),
  )
  const groups = groupColumns(shape).map((column) => ({ key: column.key, label: groupWord(column, t, locale) }))
  const shown = columns.map(({ key }) => key).filter((key) => !hidden.includes(key))
  return (
    <ListFilters
      path={path}
      params={params}
      filters={quickFilters(shape, address, t, names)}
      builder={
        <>
          <ListFacetMenu shape={shape} params={params} names={names} />
          <FilterBuilder
            path={path}
            params={params}
            group={readConditions(address.where, fieldsOf(shape))}
            isUnread={paramOf(params, 'where') !== undefined && address.where === ''}
            fields={conditionFields(shape, t, names)}
          />
        </>
      }
      end={
        <>
          {children}
          <ListExportMenu list={shape.key} query={viewQuery(pairsOf(params))} columns={shown} />
          <ListViews actor={actor} page={view} params={params} />
          <GroupMenu path={path} params={params} current={address.group} groups={groups} />
          <ColumnMenu path={path} params={params} hidden={hidden} columns={columns} canArrange />
          <DensityMenu path={path} params={params} />
        </>
      }
    />
  )
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import { arrangeColumns, readArrangement } from '@/ui/data-table/arrange-columns'
import { densityOf } from '@/ui/data-table/density-menu'
import type { RowPlace } from '@/ui/data-table/row-window'
import { rowsQuery } from '@/ui/data-table/rows-query'
import { Selection } from '@/ui/data-table/selection'
import { useRowPages } from '@/ui/data-table/use-row-pages'
import { VirtualTable } from '@/ui/data-table/virtual-table'
import { Worklist } from '@/ui/data-table/worklist'
import type { Choice } from '@/ui/form/select'
import { listHref, paramOf, peekHref, type SearchParams } from '@/ui/page-address'
import type { ListedRow, TrackerBatch } from '../queries/find-row-batch'
import type { TrackerFilter } from '../schemas'
import { readRowBatch } from './row-batch-json'
import { TrackerBulkBar } from './tracker-bulk-bar'
import { trackerColumns } from './tracker-columns'
import { useTrackerEdit } from './use-tracker-edit'

type TrackerListProps = {
  path: string
  params: SearchParams
  filter: TrackerFilter
  /** The rows the page came with, and the index of the first in the whole list. */
  initial: TrackerBatch
  initialFirst: number
  count: number
  isCountExact: boolean
  /** Rows that may be chosen at once beyond those at hand, if they may. */
  matching: number | undefined
  hidden: readonly string[]
  today: CalendarDate
  ownUserId: string
  people: readonly { id: string; name: string }[]
  causes: readonly Choice[]
  canDecide: boolean
  tabs: ReactNode
  filters: ReactNode
  peek: ReactNode
  footer: ReactNode
  empty: ReactNode
}

/** Rows asked for at once while somebody scrolls. */
const BATCH = 250

/** The rows of the tracker, read on as far as somebody scrolls, with all that can be done to them in the list. */
export function TrackerList(props: TrackerListProps) {
  const { path, params, filter, today, count } = props
  const t = useTranslations('deductions')
  const locale = useLocale()
  const query = rowsQuery(params)
  const fetchRows = useCallback((place: RowPlace) => askRows(query, place), [query])
  const pages = useRowPages<ListedRow>({
    initial: props.initial,
    initialFirst: props.initialFirst,
    count,
    isCountExact: props.isCountExact,
    fetchRows,
  })
  const { rows } = pages
  const { canDecide } = props
  const arrangement = useMemo(() => readArrangement(params), [params])
  // The same columns from one drawing to the next: then a row is drawn once.
  const columns = useMemo(
    () =>
      arrangeColumns(
        trackerColumns({ t, locale, today, hrefOf: (row) => peekHref(path, params, row.id), canEdit: canDecide }),
        arrangement,
      ),
    [t, locale, today, path, params, canDecide, arrangement],
  )
  const editor = useTrackerEdit({
    rows,
    first: pages.first,
    choices: {
      owner: [{ value: '', label: t('nobody') }, ...props.people.map(({ id, name }) => ({ value: id, label: name }))],
      cause: [{ value: '', label: t('causes.blank') }, ...props.causes],
    },
  })
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const rowOf = useMemo(() => finderOf(rows), [rows])
  const amountOf = useCallback((id: string) => rowOf(id)?.amount, [rowOf])
  return (
    <Selection ids={ids} first={pages.first} amounts={amountOf} {...(props.matching !== undefined && { matching: props.matching })}>
      <Worklist tabs={props.tabs} filters={props.filters} peek={props.peek} footer={props.footer}>
        <VirtualTable
          name={t('title')}
          columns={columns}
          pages={pages}
          rowKey={(row) => row.id}
          rowName={(row) => row.claimNumber ?? String(row.number)}
          selectable
          hidden={props.hidden}
          sort={{ key: filter.sort, direction: filter.direction }}
          sortHref={(key, direction, then) => listHref(path, params, { sort: key, direction, then: then ?? null })}
          thenSorts={filter.then.map(sortOf)}
          density={densityOf(params)}
          pinned={arrangement.pinned}
          canResize
          openKey={paramOf(params, 'peek') ?? null}
          empty={props.empty}
          editor={editor}
        />
        <TrackerBulkBar
          rowOf={rowOf}
          filter={filter}
          count={count}
          ownUserId={props.ownUserId}
          people={props.people}
          canDecide={canDecide}
        />
      </Worklist>
    </Selection>
  )
}

// Thousands of rows may be at hand, of which few are asked for, and mostly none.
function finderOf(rows: readonly ListedRow[]): (id: string) => ListedRow | undefined {
  let byId: Map<string, ListedRow> | null = null
  return (id) => {
    byId ??= new Map(rows.map((row) => [row.id, row]))
    return byId.get(id)
  }
}

async function askRows(query: string, place: RowPlace): Promise<TrackerBatch | null> {
  const search = new URLSearchParams(query)
  search.set('limit', String(BATCH))
  for (const [key, value] of Object.entries(place)) search.set(key, value === true ? '1' : value)
  const response = await fetch(`/api/deductions/rows?${search.toString()}`).catch(() => null)
  return response?.ok === true ? readRowBatch(await response.text()) : null
}

function sortOf(text: TrackerFilter['then'][number]): { key: string; direction: 'asc' | 'desc' } {
  const [key = '', direction] = text.split(':')
  return { key, direction: direction === 'desc' ? 'desc' : 'asc' }
}

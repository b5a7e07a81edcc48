'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import type { ListAddress } from '@/core/list-address'
import { hrefOfRow, type ListBatch, type ListRow, type ListShape } from '@/core/list-shape'
import { arrangeColumns, readArrangement } from '../data-table/arrange-columns'
import { densityOf } from '../data-table/density-menu'
import type { RowPlace } from '../data-table/row-window'
import { rowsQuery } from '../data-table/rows-query'
import { Selection } from '../data-table/selection'
import { useRowPages } from '../data-table/use-row-pages'
import { VirtualTable } from '../data-table/virtual-table'
import { Worklist } from '../data-table/worklist'
import { listHref, paramOf, peekHref, type SearchParams } from '../page-address'
import { listColumns, type OwnCells } from './list-columns'

export type KitListProps = {
  shape: ListShape
  params: SearchParams
  address: ListAddress
  /** The rows the page came with, and the index of the first in the whole list. */
  initial: ListBatch
  initialFirst: number
  count: number
  isCountExact: boolean
  hidden: readonly string[]
  today: CalendarDate
  tabs: ReactNode
  filters: ReactNode
  peek: ReactNode
  footer: ReactNode
  empty: ReactNode
}

type OwnProps = {
  own?: OwnCells
  /** What floats over the list when rows are chosen; given, rows can be chosen. */
  bulkBar?: (rows: readonly ListRow[]) => ReactNode
  /** Column of money whose sums stand beside what is chosen. */
  chosenSum?: string
}

/** Rows asked for at once while somebody scrolls. */
const BATCH = 250

/** A list made of its definition: rows read on as far as somebody scrolls, columns arranged by the address, ranges that are summed and copied. */
export function KitList({ own, bulkBar, chosenSum, ...props }: KitListProps & OwnProps) {
  const { shape, params, address } = props
  const t = useTranslations()
  const query = rowsQuery(params)
  const fetchRows = useCallback((place: RowPlace) => askRows(shape.key, query, place), [shape.key, query])
  const { initial, initialFirst, count, isCountExact } = props
  const pages = useRowPages<ListRow>({ initial, initialFirst, count, isCountExact, fetchRows })
  const { rows } = pages
  const arrangement = readArrangement(params)
  const columns = arrangeColumns(
    listColumns({
      shape,
      t,
      today: props.today,
      hrefOf: (row) => hrefOfRow(shape, row) ?? peekHref(shape.path, params, row.id),
      ...(own && { own }),
    }),
    arrangement,
  )
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const amounts = useMemo(
    () =>
      Object.fromEntries(
        rows.flatMap(({ id, currency, cells }) => {
          const minor = chosenSum === undefined ? null : cells[chosenSum]
          return typeof minor === 'string' ? [[id, { minor, currency }] as const] : []
        }),
      ),
    [rows, chosenSum],
  )
  const nameKey = shape.columns.find(({ look }) => look === 'key')?.key ?? ''
  return (
    <Selection ids={ids} first={pages.first} amounts={amounts}>
      <Worklist tabs={props.tabs} filters={props.filters} peek={props.peek} footer={props.footer}>
        <VirtualTable
          name={t(shape.title)}
          columns={columns}
          pages={pages}
          rowKey={(row) => row.id}
          rowName={(row) => row.cells[nameKey] ?? row.id}
          selectable={bulkBar !== undefined}
          hidden={props.hidden}
          sort={address.sort}
          sortHref={(key, direction, then) => listHref(shape.path, params, { sort: key, direction, then: then ?? null })}
          thenSorts={address.then}
          density={densityOf(params)}
          pinned={arrangement.pinned}
          canResize
          openKey={paramOf(params, 'peek') ?? null}
          empty={props.empty}
        />
        {bulkBar?.(rows)}
      </Worklist>
    </Selection>
  )
}

async function askRows(list: string, query: string, place: RowPlace): Promise<ListBatch | null> {
  const search = new URLSearchParams(query)
  search.set('limit', String(BATCH))
  for (const [key, value] of Object.entries(place)) search.set(key, value === true ? '1' : value)
  const response = await fetch(`/api/lists/${list}/rows?${search.toString()}`).catch(() => null)
  if (response?.ok !== true) return null
  const batch: unknown = await response.json().catch(() => null)
  return isBatch(batch) ? batch : null
}

function isBatch(value: unknown): value is ListBatch {
  return typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)
}

'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useMemo } from 'react'
import { hrefOfRow, type ListBatch, type ListRow } from '@/core/list-shape'
import { arrangeColumns, readArrangement } from '../data-table/arrange-columns'
import { densityOf } from '../data-table/density-menu'
import type { RowPlace } from '../data-table/row-window'
import { rowsQuery } from '../data-table/rows-query'
import { Selection } from '../data-table/selection'
import { useInlineEdit } from '../data-table/use-inline-edit'
import { useRowPages } from '../data-table/use-row-pages'
import { VirtualTable } from '../data-table/virtual-table'
import { Worklist } from '../data-table/worklist'
import { listHref, paramOf, peekHref } from '../page-address'
import { KitGroups } from './kit-groups'
import type { KitListProps } from './kit-list-props'
import { type KitColumns, type KitEdits, listColumns, type OwnCells } from './list-columns'

type OwnProps = {
  own?: OwnCells
  /** What can be changed in the cell; rows then carry their version among their cells. */
  edits?: KitEdits
  /** What floats over the list when rows are chosen; given, rows can be chosen. */
  bulkBar?: (rows: readonly ListRow[]) => ReactNode
  /** Column of money whose sums stand beside what is chosen. */
  chosenSum?: string
}

const NO_EDITS: KitEdits = {}

/** Rows asked for at once while somebody scrolls. */
const BATCH = 250

/** A list made of its definition: its rows, or its groups with their subtotals. */
export function KitList(props: KitListProps & OwnProps) {
  const { shape, params, today, own, edits, grouped } = props
  const columnsOf: KitColumns = (t) =>
    listColumns({
      shape,
      t,
      today,
      hrefOf: (row) => hrefOfRow(shape, row) ?? peekHref(shape.path, params, row.id),
      ...(own && { own }),
      ...(edits && { edits }),
    })
  if (grouped === null) return <KitRows {...props} columnsOf={columnsOf} />
  return <KitGroups {...props} grouped={grouped} columnsOf={columnsOf} />
}

/** Rows read on as far as somebody scrolls, columns arranged by the address, ranges that are summed and copied. */
function KitRows({ bulkBar, chosenSum, edits = NO_EDITS, columnsOf, ...props }: KitListProps & OwnProps & { columnsOf: KitColumns }) {
  const { shape, params, address } = props
  const t = useTranslations()
  const query = rowsQuery(params)
  const fetchRows = useCallback((place: RowPlace) => askRows(shape.key, query, place), [shape.key, query])
  const { initial, initialFirst, count, isCountExact } = props
  const pages = useRowPages<ListRow>({ initial, initialFirst, count, isCountExact, fetchRows })
  const { rows } = pages
  // The same columns from one drawing to the next: then a row is drawn once.
  const arrangement = useMemo(() => readArrangement(params), [params])
  const columns = useMemo(() => arrangeColumns(columnsOf(t), arrangement), [columnsOf, t, arrangement])
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
  const nameOf = (row: ListRow) => row.cells[nameKey] ?? row.id
  const editor = useInlineEdit({ rows, first: pages.first, fields: edits, nameOf, versionOf: (row) => Number(row.cells['version'] ?? 0) })
  return (
    <Selection ids={ids} first={pages.first} amounts={amounts}>
      <Worklist tabs={props.tabs} filters={props.filters} peek={props.peek} footer={props.footer}>
        <VirtualTable
          name={t(shape.title)}
          columns={columns}
          pages={pages}
          rowKey={(row) => row.id}
          rowName={nameOf}
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
          editor={editor}
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

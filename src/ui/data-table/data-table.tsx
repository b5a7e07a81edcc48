import { Fragment, type ReactNode, useMemo } from 'react'
import { cardPlace } from './card-place'
import type { Column } from './column'
import { type GridReach, GridScroll } from './grid-scroll'
import { SelectAllRows } from './selection'
import { type Sort, SortHeader, type SortHref } from './sort-header'
import { TABLE_ROLES } from './table-roles'
import { columnClass, pinOf, TableRow } from './table-row'

export type { Column } from './column'

/** Of a long list only some rows are drawn: what stands for the others, and where they are in the whole. */
export type DrawnPart = {
  /** Index in the list of the first row that is drawn. */
  at: number
  /** Rows of the whole list, when that is known. */
  total: number | null
  /** Pixels that the rows above and below would take. */
  above: number
  below: number
  reach: GridReach
}

export type DataTableProps<Row> = {
  /** Accessible name: the word people know the list by. */
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Keys of columns to leave out, from the column menu. */
  hidden?: readonly string[]
  sort?: Sort
  /** Address of the list sorted by this key; makes the header a link. */
  sortHref?: SortHref
  /** Columns sorted by after the first; given, Shift on a header joins it to them. */
  thenSorts?: readonly Sort[]
  /** Columns that stand still at the left, from the first. */
  pinned?: number
  /** Widths can be dragged; the address keeps them in `w`. */
  canResize?: boolean
  /** Needs a `Selection` around it. */
  selectable?: boolean
  /** Word for a row in 'Select …', e.g. its number. */
  rowName?: (row: Row) => string
  /** The row whose peek is open. */
  openKey?: string | null
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  density?: 'condensed' | 'compact' | 'cozy'
  /** 'worklist' fills the page with a sticky header; 'section' sits among other things. */
  kind?: 'worklist' | 'section'
  /** Word in the first footer cell when columns carry totals. */
  totalLabel?: ReactNode
  rowTone?: (row: Row) => 'marked' | undefined
  /** What is folded out under a row, over the whole width. */
  below?: (row: Row) => ReactNode
  /** Given where rows are drawn as they come into sight. */
  part?: DrawnPart
  /** Stands in a cell instead of what it holds, while that is changed. */
  editor?: { rowKey: string; column: string; node: ReactNode } | null
}

/** A table rendered on the server: sorting and paging are links, so they work before and without script. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, rows, part, kind = 'worklist', density = 'compact', hidden, editor } = props
  const columns = useMemo(() => props.columns.filter(({ key }) => hidden?.includes(key) !== true), [props.columns, hidden])
  const hasTotals = columns.some((column) => column.total !== undefined)
  const isWorklist = kind === 'worklist'
  const span = columns.length + (props.selectable ? 1 : 0)
  // Titles over nothing explain nothing; a whole page of its own keeps them, for the columns stay to be chosen.
  if (!isWorklist && rows.length === 0 && props.empty !== undefined) return props.empty
  const table = (
    <>
      <table
        {...TABLE_ROLES.table}
        className={isWorklist ? 'g cards' : 't cards'}
        aria-label={name}
        aria-rowcount={part && (part.total === null ? -1 : part.total + 1)}
        data-pinned={(props.pinned ?? 0) > 0 ? '' : undefined}
      >
        <thead {...TABLE_ROLES.group}>
          <tr {...TABLE_ROLES.row}>
            {props.selectable && (
              <th {...TABLE_ROLES.header} className="select" scope="col">
                <SelectAllRows />
              </th>
            )}
            {columns.map((column, index) => (
              <SortHeader
                key={column.key}
                column={column}
                sort={props.sort}
                thenSorts={props.thenSorts}
                href={props.sortHref}
                className={columnClass(column)}
                pin={pinOf(index, props.pinned)}
                canResize={props.canResize === true}
              />
            ))}
          </tr>
        </thead>
        <tbody {...TABLE_ROLES.group}>
          {part && part.above > 0 && <Gap height={part.above} span={span} />}
          {rows.map((row, index) => {
            const key = props.rowKey(row)
            return (
              <Fragment key={key}>
                <TableRow
                  row={row}
                  id={key}
                  name={props.rowName?.(row)}
                  at={(part?.at ?? 0) + index}
                  columns={columns}
                  pinned={props.pinned ?? 0}
                  isPart={part !== undefined}
                  isListed={props.kind !== 'section'}
                  isOpen={props.openKey === key}
                  isMarked={props.rowTone?.(row) === 'marked'}
                  selectable={props.selectable === true}
                  editor={editor?.rowKey === key ? editor : null}
                />
                <Below span={span}>{props.below?.(row)}</Below>
              </Fragment>
            )
          })}
          {part && part.below > 0 && <Gap height={part.below} span={span} />}
        </tbody>
        {hasTotals && rows.length > 0 && <TableFooter columns={columns} selectable={props.selectable === true} label={props.totalLabel} />}
      </table>
      {rows.length === 0 && props.empty}
    </>
  )
  if (isWorklist) {
    return (
      <GridScroll
        name={name}
        density={density}
        rowCount={rows.length}
        layout={`${props.pinned ?? 0} ${columns.map(({ key }) => key).join(' ')}`}
        reach={part?.reach}
      >
        {table}
      </GridScroll>
    )
  }
  return (
    <div className="t-scroll" data-density={density} tabIndex={0} role="region" aria-label={name}>
      {table}
    </div>
  )
}

type GapProps = { height: number; span: number }

/** Takes the room of rows that are not drawn. */
function Gap({ height, span }: GapProps) {
  return (
    <tr aria-hidden="true" className="gap">
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}

type BelowProps = { span: number; children: ReactNode }

function Below({ span, children }: BelowProps) {
  if (children === undefined || children === null) return null
  return (
    <tr {...TABLE_ROLES.row} className="below">
      <td {...TABLE_ROLES.cell} colSpan={span}>
        {children}
      </td>
    </tr>
  )
}

type TableFooterProps<Row> = { columns: readonly Column<Row>[]; selectable: boolean; label: ReactNode }

function TableFooter<Row>({ columns, selectable, label }: TableFooterProps<Row>) {
  return (
    <tfoot {...TABLE_ROLES.group}>
      <tr {...TABLE_ROLES.row}>
        {selectable && <td {...TABLE_ROLES.cell} className="select" />}
        {columns.map((column, index) => (
          <td
            key={column.key}
            {...TABLE_ROLES.cell}
            data-card={cardPlace(columns, index)}
            data-label={typeof column.title === 'string' ? column.title : undefined}
            className={columnClass(column)}
          >
            {column.total ?? (index === 0 ? label : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

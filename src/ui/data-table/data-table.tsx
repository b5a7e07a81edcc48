import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { cardPlace } from './card-place'
import type { CellValue } from './cell-value'
import { GridScroll } from './grid-scroll'
import { pinAttributes } from './pin-attributes'
import { SelectAllRows, SelectRow } from './selection'
import { type Sort, SortHeader, type SortHref } from './sort-header'
import { TABLE_ROLES } from './table-roles'

export type Column<Row> = {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  /** What the cell holds for spreadsheets, where that is not its text: plain numbers, ISO dates. */
  raw?: (row: Row) => CellValue
  /** Figures and amounts stand right, header included. */
  align?: 'right'
  /** Key of this column in the address, when the list can be sorted by it. */
  sort?: string
  /** Pixels; without it the column takes the width of its content. */
  width?: number
  /** 'key': the number that opens the row; 'clip': one line, cut; 'wrap': may break. */
  look?: 'key' | 'clip' | 'wrap' | 'quiet'
  /** Hidden below 1366 px or on phones. */
  hide?: 'narrow' | 'phone'
  /** Cell of the footer, already summed over all rows by the query. */
  total?: ReactNode
}

type DataTableProps<Row> = {
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
}

/** A table rendered on the server: sorting and paging are links, so they work before and without script. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, rows, kind = 'worklist', density = 'compact' } = props
  const columns = props.columns.filter((column) => !(props.hidden ?? []).includes(column.key))
  const hasTotals = columns.some((column) => column.total !== undefined)
  const isWorklist = kind === 'worklist'
  const table = (
    <>
      <table
        {...TABLE_ROLES.table}
        className={isWorklist ? 'g cards' : 't cards'}
        aria-label={name}
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
          {rows.map((row) => (
            <TableRow key={props.rowKey(row)} row={row} columns={columns} table={props} />
          ))}
        </tbody>
        {hasTotals && rows.length > 0 && <TableFooter columns={columns} selectable={props.selectable === true} label={props.totalLabel} />}
      </table>
      {rows.length === 0 && props.empty}
    </>
  )
  if (isWorklist) {
    return (
      <GridScroll name={name} density={density}>
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

type TableRowProps<Row> = { row: Row; columns: readonly Column<Row>[]; table: DataTableProps<Row> }

function TableRow<Row>({ row, columns, table }: TableRowProps<Row>) {
  const key = table.rowKey(row)
  return (
    <tr
      {...TABLE_ROLES.row}
      data-row=""
      data-open={table.openKey === key ? '' : undefined}
      data-marked={table.rowTone?.(row) === 'marked' ? '' : undefined}
    >
      {table.selectable && (
        <td {...TABLE_ROLES.cell} className="select">
          <SelectRow id={key} name={table.rowName?.(row)} />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          {...TABLE_ROLES.cell}
          key={column.key}
          data-column={column.key}
          data-card={cardPlace(columns, index)}
          data-label={typeof column.title === 'string' ? column.title : undefined}
          className={columnClass(column)}
          {...rawOf(column, row)}
          {...pinAttributes(pinOf(index, table.pinned))}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

function rawOf<Row>({ raw }: Column<Row>, row: Row) {
  if (raw === undefined) return {}
  const { text, currency, isNumber } = raw(row)
  return { 'data-raw': text, 'data-currency': currency, 'data-number': isNumber === true ? '' : undefined }
}

type TableFooterProps<Row> = { columns: readonly Column<Row>[]; selectable: boolean; label: ReactNode }

function TableFooter<Row>({ columns, selectable, label }: TableFooterProps<Row>) {
  return (
    <tfoot {...TABLE_ROLES.group}>
      <tr {...TABLE_ROLES.row}>
        {selectable && <td {...TABLE_ROLES.cell} className="select" />}
        {columns.map((column, index) => (
          <td
            {...TABLE_ROLES.cell}
            key={column.key}
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

function pinOf(index: number, pinned: number | undefined): number | undefined {
  return index < (pinned ?? 0) ? index : undefined
}

function columnClass<Row>(column: Column<Row>): string {
  const look = column.look === 'quiet' ? 'm' : column.look
  return classNames(column.align === 'right' && 'r', look, column.hide && `hide-${column.hide}`)
}

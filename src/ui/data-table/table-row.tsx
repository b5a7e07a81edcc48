import { memo, type ReactNode } from 'react'
import { classNames } from '../class-names'
import { cardPlace } from './card-place'
import type { Column } from './column'
import { pinAttributes } from './pin-attributes'
import { SelectableRow, SelectRow } from './select-row'
import { TABLE_ROLES } from './table-roles'

type TableRowProps<Row> = {
  row: Row
  id: string
  /** Word for the row in 'Select …'. */
  name: string | undefined
  /** Index in the whole list. */
  at: number
  columns: readonly Column<Row>[]
  /** Columns that stand still at the left, from the first. */
  pinned: number
  /** Only some rows of the list are drawn. */
  isPart: boolean
  /** The list is moved through by keys, row by row. */
  isListed: boolean
  isOpen: boolean
  isMarked: boolean
  selectable: boolean
  /** What stands in a cell of this row instead of what it holds. */
  editor: { column: string; node: ReactNode } | null
}

function Row<Row>({ row, id, at, columns, pinned, editor, ...props }: TableRowProps<Row>) {
  const attributes = {
    ...TABLE_ROLES.row,
    'aria-rowindex': props.isPart ? at + 2 : undefined,
    'data-row': props.isListed ? at : undefined,
    'data-open': props.isOpen ? '' : undefined,
    'data-marked': props.isMarked ? '' : undefined,
  }
  const cells = columns.map((column, index) => (
    <td
      key={column.key}
      {...TABLE_ROLES.cell}
      data-column={column.key}
      data-card={cardPlace(columns, index)}
      data-label={typeof column.title === 'string' ? column.title : undefined}
      className={columnClass(column)}
      data-edit={column.canEdit?.(row) ? '' : undefined}
      {...rawOf(column, row)}
      {...pinAttributes(pinOf(index, pinned))}
    >
      {editor?.column === column.key ? editor.node : column.cell(row)}
    </td>
  ))
  if (!props.selectable) return <tr {...attributes}>{cells}</tr>
  return (
    <SelectableRow rowId={id} {...attributes}>
      <td {...TABLE_ROLES.cell} className="select">
        <SelectRow id={id} name={props.name} />
      </td>
      {cells}
    </SelectableRow>
  )
}

/** A row of a table. While somebody scrolls it is drawn once: it is the same as long as its columns are. */
export const TableRow = memo(Row) as typeof Row

function rawOf<Row>({ raw }: Column<Row>, row: Row) {
  if (raw === undefined) return {}
  const { text, currency, isNumber } = raw(row)
  return { 'data-raw': text, 'data-currency': currency, 'data-number': isNumber === true ? '' : undefined }
}

/** Place of a column among those that stand still; undefined for the others. */
export function pinOf(index: number, pinned: number | undefined): number | undefined {
  return index < (pinned ?? 0) ? index : undefined
}

export function columnClass<Row>(column: Column<Row>): string {
  const look = column.look === 'quiet' ? 'm' : column.look
  return classNames(column.align === 'right' && 'r', look, column.hide && `hide-${column.hide}`)
}

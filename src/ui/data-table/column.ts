import type { ReactNode } from 'react'
import type { CellValue } from './cell-value'

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
  /** The cell can be changed in place. */
  canEdit?: (row: Row) => boolean
  /** Cell of the footer, already summed over all rows by the query. */
  total?: ReactNode
}

import { PASTE_MAX, type PastedRow } from '../rules/plan-paste'

/** Words of the first row that name a column, in lower case: titles of the list in both languages, and what people write. */
const HEADERS: Readonly<Record<string, keyof PastedRow>> = {
  'claim no.': 'claim',
  'claim no': 'claim',
  'claim number': 'claim',
  claim: 'claim',
  索赔号: 'claim',
  by: 'owner',
  owner: 'owner',
  负责人: 'owner',
  'root cause': 'cause',
  cause: 'cause',
  根本原因: 'cause',
  原因: 'cause',
  note: 'note',
  comment: 'note',
  备注: 'note',
}

/** Where on the page the paste began: the column, and the ids of the rows from there on. */
export type PastePlace = { column: string; ids: readonly string[] }

export type ReadPaste = { kind: 'rows'; rows: PastedRow[] } | { kind: 'refused'; because: 'empty' | 'no-columns' | 'too-many' | 'too-low' }

/**
 * Reads cells from the clipboard: under a row of titles each row names its claim; without one they go into the owners or root causes from the
 * chosen cell downwards. Other columns of the spreadsheet are not read.
 */
export function readPasted(cells: readonly (readonly string[])[], place: PastePlace | null): ReadPaste {
  const filled = cells.filter((row) => row.some((cell) => cell.trim() !== ''))
  const [first, ...rest] = filled
  if (first === undefined) return { kind: 'refused', because: 'empty' }
  const columns = first.map((cell) => HEADERS[cell.trim().toLowerCase()] ?? null)
  if (columns.includes('claim') && columns.some((column) => column !== null && column !== 'claim')) return readKeyed(columns, rest)
  const column = place?.column
  if (place === null || (column !== 'owner' && column !== 'cause') || first.length > 1) return { kind: 'refused', because: 'no-columns' }
  if (filled.length > place.ids.length) return { kind: 'refused', because: 'too-low' }
  return { kind: 'rows', rows: filled.map((row, at) => ({ id: place.ids[at] ?? '', [column]: row[0] ?? '' })) }
}

function readKeyed(columns: readonly (keyof PastedRow | null)[], rows: readonly (readonly string[])[]): ReadPaste {
  if (rows.length === 0) return { kind: 'refused', because: 'empty' }
  if (rows.length > PASTE_MAX) return { kind: 'refused', because: 'too-many' }
  return {
    kind: 'rows',
    rows: rows.map((cells) => {
      const row: PastedRow = {}
      columns.forEach((column, at) => {
        if (column !== null) row[column] = cells[at] ?? ''
      })
      return row
    }),
  }
}

import type { CellValue } from './cell-value'

export type CellPlace = { row: number; column: number }
/** Chosen cells of the one list on the page: from where the choice began to where it stands. */
export type CellRange = { region: HTMLElement; anchor: CellPlace; head: CellPlace }
export type RangeCells = { values: readonly (readonly CellValue[])[]; firstRow: number; firstColumn: string }

let range: CellRange | null = null
let cells: RangeCells | null = null
const listeners = new Set<() => void>()

export function subscribeRange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentRange(): CellRange | null {
  return range
}

/** What the chosen cells hold; the same object until the choice changes. */
export function currentCells(): RangeCells | null {
  return cells
}

export function noCells(): RangeCells | null {
  return null
}

/** Chooses cells, or none; marks them in the table and tells who listens. */
export function chooseRange(next: CellRange | null): void {
  unmark()
  range = next
  cells = next === null ? null : mark(next)
  for (const listener of listeners) listener()
}

/** The cells of a row that hold something: all but the box that chooses it. */
export function cellsOf(row: HTMLTableRowElement | undefined): HTMLTableCellElement[] {
  return row === undefined
    ? []
    : [...row.querySelectorAll<HTMLTableCellElement>('td[data-column]')].filter((cell) => cell.checkVisibility())
}

export function rowsOf(region: HTMLElement): HTMLTableRowElement[] {
  return [...region.querySelectorAll<HTMLTableRowElement>('tbody tr[data-row]')]
}

function unmark(): void {
  for (const cell of document.querySelectorAll('td[data-edges]')) cell.removeAttribute('data-edges')
}

function mark({ region, anchor, head }: CellRange): RangeCells | null {
  const [top, bottom] = [Math.min(anchor.row, head.row), Math.max(anchor.row, head.row)]
  const [left, right] = [Math.min(anchor.column, head.column), Math.max(anchor.column, head.column)]
  const block = rowsOf(region)
    .slice(top, bottom + 1)
    .map((row) => cellsOf(row).slice(left, right + 1))
  block.forEach((row, y) => {
    row.forEach((cell, x) => {
      const edges = [y === 0 && 't', y === block.length - 1 && 'b', x === 0 && 'l', x === row.length - 1 && 'r'].filter(Boolean)
      cell.setAttribute('data-edges', edges.join(' '))
    })
  })
  const first = block[0]?.[0]
  if (first === undefined) return null
  return { values: block.map((row) => row.map(valueOf)), firstRow: top, firstColumn: first.dataset['column'] ?? '' }
}

function valueOf(cell: HTMLTableCellElement): CellValue {
  const { raw, currency, number } = cell.dataset
  if (raw === undefined) return { text: (cell.textContent ?? '').trim() }
  return { text: raw, ...(currency === undefined ? {} : { currency }), ...(number === undefined ? {} : { isNumber: true }) }
}

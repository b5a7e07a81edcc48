import type { CellValue } from './cell-value'

/** The row is counted in the whole list, the column among those that show. */
export type CellPlace = { row: number; column: number }
/** Chosen cells of the one list on the page: from where the choice began to where it stands. */
export type CellRange = { region: HTMLElement; anchor: CellPlace; head: CellPlace }
/** `firstRow` is counted among the rows at hand. */
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

export function noCells(): null {
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

/** The row with this index in the list, when it is drawn. */
export function rowAt(region: HTMLElement, index: number): HTMLTableRowElement | undefined {
  return region.querySelector<HTMLTableRowElement>(`tbody tr[data-row="${index}"]`) ?? undefined
}

/** Index of a row in the list; −1 for what is no row of it. */
export function indexOfRow(row: Element | null | undefined): number {
  const text = row instanceof HTMLTableRowElement ? row.dataset['row'] : undefined
  return text === undefined ? -1 : Number(text)
}

/** The rows of the list that are at hand: index of the first, and how many. */
export function extentOf(region: HTMLElement): { first: number; count: number } {
  return { first: Number(region.dataset['first'] ?? 0), count: Number(region.dataset['count'] ?? 0) }
}

/** Any row that is drawn. */
export function someRow(region: HTMLElement): HTMLTableRowElement | undefined {
  return region.querySelector<HTMLTableRowElement>('tbody tr[data-row]') ?? undefined
}

/** Marks the chosen cells again after other rows were drawn. */
export function markAgain(): void {
  if (range !== null) chooseRange(range)
}

function unmark(): void {
  for (const cell of document.querySelectorAll('td[data-edges]')) cell.removeAttribute('data-edges')
}

function mark({ region, anchor, head }: CellRange): RangeCells | null {
  const [top, bottom] = [Math.min(anchor.row, head.row), Math.max(anchor.row, head.row)]
  const [left, right] = [Math.min(anchor.column, head.column), Math.max(anchor.column, head.column)]
  const block: HTMLTableCellElement[][] = []
  for (let at = top; at <= bottom; at += 1) {
    const row = rowAt(region, at)
    if (row !== undefined) block.push(cellsOf(row).slice(left, right + 1))
  }
  block.forEach((row, y) => {
    row.forEach((cell, x) => {
      const edges = [y === 0 && 't', y === block.length - 1 && 'b', x === 0 && 'l', x === row.length - 1 && 'r'].filter(Boolean)
      cell.setAttribute('data-edges', edges.join(' '))
    })
  })
  const first = block[0]?.[0]
  if (first === undefined) return null
  return {
    values: block.map((row) => row.map(valueOf)),
    firstRow: top - extentOf(region).first,
    firstColumn: first.dataset['column'] ?? '',
  }
}

function valueOf(cell: HTMLTableCellElement): CellValue {
  const { raw, currency, number } = cell.dataset
  if (raw === undefined) return { text: (cell.textContent ?? '').trim() }
  return { text: raw, ...(currency === undefined ? {} : { currency }), ...(number === undefined ? {} : { isNumber: true }) }
}

'use client'

import { type RefObject, useEffect } from 'react'
import { type CellPlace, cellsOf, chooseRange, currentCells, currentRange, extentOf, indexOfRow, rowAt, someRow } from './range-store'
import { writeTsv } from './tsv'

/**
 * Cells of a list chosen as in a spreadsheet: drag with the mouse, or Shift and the arrows from the row that has the focus; then the
 * arrows move the cell. Ctrl C copies what the cells hold, Escape lets go.
 */
export function useCellRange(region: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const table = region.current
    if (!table) return
    const onPointerDown = (event: PointerEvent) => {
      const place = event.pointerType === 'mouse' && event.button === 0 ? placeOf(table, event.target) : null
      if (place === null) return
      event.preventDefault()
      table.focus({ preventScroll: true })
      const anchor = event.shiftKey ? (currentRange()?.anchor ?? place) : place
      chooseRange({ region: table, anchor, head: place })
      const onMove = (move: PointerEvent) => {
        const to = cellAt(table, move.target)
        const now = currentRange()
        if (to !== null && now !== null && (to.row !== now.head.row || to.column !== now.head.column)) chooseRange({ ...now, head: to })
      }
      document.addEventListener('pointerover', onMove)
      document.addEventListener('pointerup', () => document.removeEventListener('pointerover', onMove), { once: true })
    }
    const onCopy = (event: ClipboardEvent) => {
      const cells = currentCells()
      if (cells === null || isTyping(event.target) || document.getSelection()?.isCollapsed === false) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', writeTsv(cells.values.map((row) => row.map(({ text }) => text))))
    }
    table.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('copy', onCopy)
    return () => {
      table.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('copy', onCopy)
      chooseRange(null)
    }
  }, [region])
}

/** Moves or widens the chosen cells; true when the key was meant for them. */
export function moveRange(table: HTMLElement, event: KeyboardEvent): boolean {
  const range = currentRange()
  if (event.key === 'Escape' && range !== null) {
    chooseRange(null)
    return true
  }
  const step = STEPS[event.key]
  const isSideways = step !== undefined && step.row === 0
  const head = range?.head ?? (event.shiftKey || isSideways ? focusedCell(table) : null)
  if (step === undefined || head === null) return false
  const { first, count } = extentOf(table)
  const least = { row: first, column: 0 }
  const last = { row: first + count - 1, column: cellsOf(someRow(table)).length - 1 }
  const anchor = range?.anchor ?? head
  const jump = event.ctrlKey || event.metaKey
  const wished = jump ? edge(head, step, least, last) : { row: head.row + step.row, column: head.column + step.column }
  const near = event.shiftKey ? clamp(wished.row, anchor.row - ROWS_MAX + 1, anchor.row + ROWS_MAX - 1) : wished.row
  const to = { row: clamp(near, least.row, last.row), column: clamp(wished.column, 0, last.column) }
  chooseRange({ region: table, anchor: event.shiftKey ? anchor : to, head: to })
  showCell(table, to)
  if (document.activeElement !== table) table.focus({ preventScroll: true })
  return true
}

const STEPS: Readonly<Record<string, CellPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** Rows that one choice may span. */
const ROWS_MAX = 2_000

/** Brings a chosen cell into sight, drawn or not. */
function showCell(table: HTMLElement, place: CellPlace): void {
  const cell = cellsOf(rowAt(table, place.row))[place.column]
  if (cell) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  else table.dispatchEvent(new CustomEvent<number>('reveal-row', { detail: place.row }))
}

function edge(from: CellPlace, step: CellPlace, least: CellPlace, last: CellPlace): CellPlace {
  return {
    row: step.row === 0 ? from.row : step.row < 0 ? least.row : last.row,
    column: step.column === 0 ? from.column : step.column < 0 ? least.column : last.column,
  }
}

function clamp(at: number, least: number, last: number): number {
  return Math.max(least, Math.min(last, at))
}

// A press on a link, a box or a button is for that, not for the cell.
function placeOf(table: HTMLElement, target: EventTarget | null): CellPlace | null {
  if (target instanceof Element && target.closest('a, button, input, label, select, textarea')) return null
  return cellAt(table, target)
}

function cellAt(table: HTMLElement, target: EventTarget | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td[data-column]') : null
  const row = cell?.parentElement
  if (!cell || !(row instanceof HTMLTableRowElement) || !table.contains(cell)) return null
  const place = { row: indexOfRow(row), column: cellsOf(row).indexOf(cell) }
  return place.row < 0 || place.column < 0 ? null : place
}

function focusedCell(table: HTMLElement): CellPlace | null {
  return cellAt(table, document.activeElement) ?? (document.activeElement === table ? { row: indexOfRow(someRow(table)), column: 0 } : null)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
}

'use client'

import { useCallback, useEffect, useState } from 'react'
import { type CellPlace, cellsOf, chooseRange, currentRange, indexOfRow, rowAt } from './range-store'

/** The cell that is being changed: its row by index in the list, its column, and the key that began it. */
export type EditedCell = { row: number; column: string; typed: string | null }
/** Where the sight goes on after a cell was written. */
export type EditStep = 'down' | 'up' | 'right' | 'left' | 'stay'

export type CellEdit = { cell: EditedCell | null; end: (step: EditStep) => void }

/**
 * Changing cells in place, as in a spreadsheet: F2, Enter or typing on a chosen cell, F2 on the row that has the focus, or a double press.
 * Only cells that say they can be changed begin it.
 */
export function useCellEdit(): CellEdit {
  const [cell, setCell] = useState<EditedCell | null>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      const range = currentRange()
      const place = range?.head ?? (event.key === 'F2' ? firstEditable() : null)
      const isStart = event.key === 'F2' || (range !== null && (event.key === 'Enter' || (event.key.length === 1 && event.key !== ' ')))
      const td = isStart && place !== null ? editableAt(place) : null
      if (td === null || place === null) return
      // The letter is meant for the cell and for no shortcut.
      event.preventDefault()
      event.stopPropagation()
      begin(td, place, event.key.length === 1 ? event.key : null)
    }
    const onDouble = (event: MouseEvent) => {
      const td = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td[data-edit]') : null
      const row = td?.parentElement
      if (!td || !(row instanceof HTMLTableRowElement) || td.querySelector('.cell-editor')) return
      event.preventDefault()
      begin(td, { row: indexOfRow(row), column: cellsOf(row).indexOf(td) }, null)
    }
    const begin = (td: HTMLTableCellElement, place: CellPlace, typed: string | null) => {
      const region = td.closest<HTMLElement>('.grid-scroll')
      if (region !== null) chooseRange({ region, anchor: place, head: place })
      setCell({ row: place.row, column: td.dataset['column'] ?? '', typed })
    }
    document.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('dblclick', onDouble)
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('dblclick', onDouble)
    }
  }, [])

  const end = useCallback((step: EditStep) => {
    setCell(null)
    const range = currentRange()
    if (range === null) return
    const to = steppedTo(range.head, step)
    range.region.focus({ preventScroll: true })
    chooseRange({ region: range.region, anchor: to, head: to })
    cellsOf(rowAt(range.region, to.row))[to.column]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  return { cell, end }
}

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog], [role=menu]')) return true
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
}

function editableAt({ row, column }: CellPlace): HTMLTableCellElement | null {
  const region = currentRange()?.region ?? document.querySelector<HTMLElement>('.grid-scroll')
  const td = region === null ? undefined : cellsOf(rowAt(region, row))[column]
  return td?.matches('[data-edit]') === true ? td : null
}

/** The first cell that can be changed in the row that has the focus. */
function firstEditable(): CellPlace | null {
  const row = document.activeElement?.closest('tr[data-row]')
  if (!(row instanceof HTMLTableRowElement)) return null
  const column = cellsOf(row).findIndex((td) => td.matches('[data-edit]'))
  return column < 0 ? null : { row: indexOfRow(row), column }
}

// Tab goes to the next cell that can be changed, in this row or the next one.
function steppedTo(from: CellPlace, step: EditStep): CellPlace {
  if (step === 'stay') return from
  const region = currentRange()?.region
  const cells = region ? cellsOf(rowAt(region, from.row)) : []
  const isThere = (row: number) => region !== undefined && rowAt(region, row) !== undefined
  if (step === 'down' || step === 'up') {
    const row = from.row + (step === 'down' ? 1 : -1)
    return isThere(row) ? { ...from, row } : from
  }
  const editable = cells.flatMap((td, at) => (td.matches('[data-edit]') ? [at] : []))
  const next = step === 'right' ? editable.find((at) => at > from.column) : editable.findLast((at) => at < from.column)
  if (next !== undefined) return { ...from, column: next }
  const row = from.row + (step === 'right' ? 1 : -1)
  const column = step === 'right' ? editable[0] : editable.at(-1)
  return isThere(row) && column !== undefined ? { row, column } : from
}

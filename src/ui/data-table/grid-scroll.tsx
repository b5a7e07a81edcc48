'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { keepPinned } from './pin-columns'
import { moveRange, useCellRange } from './use-cell-range'

type GridScrollProps = { name: string; density: 'condensed' | 'compact' | 'cozy'; children: ReactNode }

/**
 * The scrolling region of a worklist and its keys: ↓ ↑ or J K go from row to row, Home and End to the ends,
 * X chooses the row, Enter follows its link. Shift with the arrows chooses cells.
 */
export function GridScroll({ name, density, children }: GridScrollProps) {
  const region = useRef<HTMLDivElement>(null)
  useCellRange(region)
  useEffect(() => (region.current === null ? undefined : keepPinned(region.current)))

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !region.current || !isForTable(event.target, region.current)) return
      if (moveRange(region.current, event)) {
        event.preventDefault()
        return
      }
      if (event.ctrlKey || event.metaKey) return
      const rows = [...region.current.querySelectorAll<HTMLTableRowElement>('tbody tr')]
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const to = targetRow(event.key, at, rows.length)
      if (to !== null) {
        event.preventDefault()
        focusRow(rows[to])
      } else if (event.key.toLowerCase() === 'x' && at >= 0) {
        event.preventDefault()
        rows[at]?.querySelector<HTMLInputElement>('.row-select')?.click()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <div className="grid-scroll" data-density={density} tabIndex={0} role="region" aria-label={name} ref={region}>
      {children}
    </div>
  )
}

// Keys belong to the table when nothing else has the focus: not while typing, in a menu or in a dialog.
function isForTable(target: EventTarget | null, region: HTMLElement): boolean {
  if (document.querySelector('[role=dialog], [role=menu]')) return false
  if (target === document.body || target === document.getElementById('main')) return true
  return target instanceof HTMLElement && region.contains(target) && !target.matches('input:not([type=checkbox]), select, textarea')
}

function targetRow(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(count - 1, at + 1)
    case 'ArrowUp':
    case 'k':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

function focusRow(row: HTMLTableRowElement | undefined): void {
  const target = row?.querySelector<HTMLElement>('td.key a, td.key button') ?? row?.querySelector<HTMLElement>('td a, td button, td input')
  target?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

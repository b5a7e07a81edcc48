'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { forgetWidths, keepWidths } from './keep-widths'
import { keepPinned } from './pin-columns'
import { extentOf, indexOfRow, rowAt, someRow } from './range-store'
import { moveRange, useCellRange } from './use-cell-range'

/** What a list of which only a part is drawn adds to its frame. */
export type GridReach = {
  /** Index of the first row at hand, and how many there are. */
  first: number
  count: number
  /** Follows the scrolling; answers the way to stop. */
  attach: (region: HTMLElement) => () => void
  toStart: () => Promise<void>
  toEnd: () => Promise<void>
}

type GridScrollProps = {
  name: string
  density: 'condensed' | 'compact' | 'cozy'
  rowCount: number
  /** Says another thing when columns come, go, move or stand still. */
  layout: string
  reach?: GridReach | undefined
  children: ReactNode
}

/**
 * The scrolling region of a worklist and its keys: ↓ ↑ or J K go from row to row, Page keys by a screen, Home and End to the ends,
 * X chooses the row, Enter follows its link. Left, right and Shift with the arrows choose cells.
 */
export function GridScroll({ name, density, rowCount, layout, reach, children }: GridScrollProps) {
  const region = useRef<HTMLDivElement>(null)
  const ends = useRef(reach)
  const wanted = useRef<number | 'first' | 'last' | null>(null)
  const active = useRef(-1)
  const underWay = useRef<Promise<void> | null>(null)
  useCellRange(region)
  // Measuring lays the whole table out, so it is not done for every row that comes into sight.
  useEffect(() => {
    if (region.current === null) return
    forgetWidths(region.current)
    return keepPinned(region.current)
  }, [layout])
  useEffect(() => {
    ends.current = reach
    if (region.current !== null) keepWidths(region.current)
    // A row that was only just drawn takes the focus that was meant for it.
    if (region.current !== null && wanted.current !== null && focusWanted(region.current, wanted.current)) wanted.current = null
  })
  const attach = reach?.attach
  useEffect(() => (region.current === null ? undefined : attach?.(region.current)), [attach])

  useEffect(() => {
    const table = region.current
    if (table === null) return
    const go = (to: number | 'first' | 'last') => {
      wanted.current = to
      if (focusWanted(table, to)) wanted.current = null
      else {
        if (typeof to === 'number') table.dispatchEvent(new CustomEvent<number>('reveal-row', { detail: to }))
        return arrival(() => wanted.current === null)
      }
    }
    const move = (key: string): Promise<void> | undefined => {
      const row = rowOf(table)
      if (key === 'x' || key === 'X') return void row?.querySelector<HTMLInputElement>('.row-select')?.click()
      const to = targetRow(key, row !== null ? indexOfRow(row) : document.activeElement === document.body ? active.current : -1, table)
      if (to === null) return undefined
      const far = to === 'first' ? ends.current?.toStart() : to === 'last' ? ends.current?.toEnd() : undefined
      return far === undefined ? go(to) : far.then(() => go(to))
    }
    // A row may have to be fetched or drawn first; what is pressed meanwhile goes on from there, not before it.
    const step = (key: string) => {
      const way = underWay.current === null ? move(key) : underWay.current.then(() => move(key))
      if (way === undefined) return
      const walked: Promise<void> = way.finally(() => {
        if (underWay.current === walked) underWay.current = null
      })
      underWay.current = walked
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !isForTable(event.target, table)) return
      if (moveRange(table, event)) {
        event.preventDefault()
        return
      }
      if (event.ctrlKey || event.metaKey) return
      if (!ROW_KEYS.has(event.key) || extentOf(table).count === 0) return
      event.preventDefault()
      step(event.key)
    }
    // A row that is scrolled out of sight is drawn no more; the keys go on from where it was.
    const onFocus = () => {
      active.current = indexOfRow(rowOf(table))
    }
    document.addEventListener('keydown', onKey)
    table.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', onKey)
      table.removeEventListener('focusin', onFocus)
    }
  }, [])

  return (
    <div
      className="grid-scroll"
      data-density={density}
      data-first={reach?.first ?? 0}
      data-count={reach?.count ?? rowCount}
      tabIndex={0}
      role="region"
      aria-label={name}
      ref={region}
    >
      {children}
    </div>
  )
}

const ROW_KEYS = new Set(['ArrowDown', 'j', 'ArrowUp', 'k', 'PageDown', 'PageUp', 'Home', 'End', 'x', 'X'])

/** Frames a row is waited for; one that was taken away meanwhile never comes. */
const PATIENCE = 60

async function arrival(hasCome: () => boolean): Promise<void> {
  for (let frame = 0; frame < PATIENCE && !hasCome(); frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn))
}

// Keys belong to the table when nothing else has the focus: not while typing, in a menu or in a dialog.
function isForTable(target: EventTarget | null, region: HTMLElement): boolean {
  if (document.querySelector('[role=dialog], [role=menu]')) return false
  if (target === document.body || target === document.getElementById('main')) return true
  return target instanceof HTMLElement && region.contains(target) && !target.matches('input:not([type=checkbox]), select, textarea')
}

function rowOf(region: HTMLElement): HTMLTableRowElement | null {
  const row = document.activeElement?.closest<HTMLTableRowElement>('tr[data-row]') ?? null
  return row !== null && region.contains(row) ? row : null
}

function targetRow(key: string, at: number, region: HTMLElement): number | 'first' | 'last' | null {
  const { first, count } = extentOf(region)
  if (count === 0) return null
  const from = at < 0 ? first - 1 : at
  const page = Math.max(1, Math.floor(region.clientHeight / (someRow(region)?.offsetHeight || 32)) - 2)
  const within = (to: number) => Math.min(first + count - 1, Math.max(first, to))
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return within(from + 1)
    case 'ArrowUp':
    case 'k':
      return within(from - 1)
    case 'PageDown':
      return within(from + page)
    case 'PageUp':
      return within(from - page)
    case 'Home':
      return 'first'
    case 'End':
      return 'last'
    default:
      return null
  }
}

/** Gives a row the focus; false when it is not drawn. */
function focusWanted(region: HTMLElement, to: number | 'first' | 'last'): boolean {
  const { first, count } = extentOf(region)
  const row = rowAt(region, to === 'first' ? first : to === 'last' ? first + count - 1 : to)
  if (row === undefined) {
    if (typeof to !== 'number')
      region.dispatchEvent(new CustomEvent<number>('reveal-row', { detail: to === 'first' ? first : first + count - 1 }))
    return false
  }
  const target = row.querySelector<HTMLElement>('td.key a, td.key button') ?? row.querySelector<HTMLElement>('td a, td button, td input')
  target?.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
  return true
}

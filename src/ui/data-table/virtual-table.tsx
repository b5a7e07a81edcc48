'use client'

import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { DataTable, type DataTableProps } from './data-table'
import { showPlace } from './place-store'
import { currentRange, markAgain, noCells, subscribeRange } from './range-store'
import { windowOf } from './row-window'
import { useKeptPlace } from './use-kept-place'
import type { RowPages } from './use-row-pages'

type VirtualTableProps<Row> = Omit<DataTableProps<Row>, 'rows' | 'part'> & { pages: RowPages<Row> }

/** Height of a row before one was measured. */
const ROW_HEIGHT = 32

/**
 * A table of which the rows in sight are drawn, and others are fetched before they come into sight. What the server sent is drawn as
 * a whole until the browser takes over, so that it works without script; on a phone, where rows are cards, everything at hand is drawn.
 */
export function VirtualTable<Row>({ pages, ...table }: VirtualTableProps<Row>) {
  const { rows, first, total, reach } = pages
  const region = useRef<HTMLElement | null>(null)
  const height = useRef(ROW_HEIGHT)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const range = useSyncExternalStore(subscribeRange, currentRange, noCells)
  const now = useRef({ count: rows.length, first, reach })
  const way = useRef({ top: 0, isUpwards: false })

  const look = useCallback(() => {
    const box = region.current
    if (box === null) return
    const scroller = scrollerOf(box)
    const top = scroller.scrollTop - (scroller === box ? 0 : box.offsetTop)
    const row = box.querySelector<HTMLElement>('tbody tr[data-row]')
    if (row !== null && row.offsetHeight > 0) height.current = row.getBoundingClientRect().height
    const seen = currentRange()
    const keep = seen && {
      from: Math.min(seen.anchor.row, seen.head.row) - now.current.first,
      to: Math.max(seen.anchor.row, seen.head.row) + 1 - now.current.first,
    }
    if (top !== way.current.top) way.current = { top, isUpwards: top < way.current.top }
    const { isUpwards } = way.current
    const next = windowOf({ top, height: scroller.clientHeight, rowHeight: height.current, count: now.current.count, keep, isUpwards })
    const last = Math.min(now.current.count, Math.ceil((top + scroller.clientHeight) / height.current))
    const from = now.current.first + Math.max(0, Math.floor(top / height.current))
    now.current.reach(from, now.current.first + last)
    if (scroller === box) showPlace({ from, to: now.current.first + last })
    setDrawn((old) => (scroller !== box ? null : isAsBefore(old, next, height.current) ? old : { ...next, rowHeight: height.current }))
  }, [])

  const attach = useCallback(
    (box: HTMLElement) => {
      region.current = box
      const scroller = scrollerOf(box)
      let frame = 0
      const onScroll = () => {
        cancelAnimationFrame(frame)
        frame = requestAnimationFrame(look)
      }
      const onReveal = (event: Event) => {
        const index = event instanceof CustomEvent && typeof event.detail === 'number' ? event.detail - now.current.first : 0
        box.scrollTop = Math.max(0, index * height.current - box.clientHeight / 2)
        look()
      }
      const size = new ResizeObserver(look)
      size.observe(box)
      scroller.addEventListener('scroll', onScroll, { passive: true })
      box.addEventListener('reveal-row', onReveal)
      return () => {
        cancelAnimationFrame(frame)
        size.disconnect()
        scroller.removeEventListener('scroll', onScroll)
        box.removeEventListener('reveal-row', onReveal)
        showPlace(null)
      }
    },
    [look],
  )

  // What came in or went above moves everything: the sight stays where it was.
  useLayoutEffect(() => {
    const moved = now.current.first - first
    now.current = { count: rows.length, first, reach }
    if (moved !== 0 && region.current !== null && scrollerOf(region.current) === region.current && Math.abs(moved) < rows.length)
      region.current.scrollTop += moved * height.current
    look()
  }, [rows.length, first, reach, look])
  useEffect(look, [range, look])
  useEffect(() => markAgain(), [drawn])
  useKeptPlace(region, height, pages)

  const from = Math.min(drawn?.from ?? 0, rows.length)
  const to = Math.min(drawn?.to ?? rows.length, rows.length)
  return (
    <DataTable
      {...table}
      rows={rows.slice(from, to)}
      part={{
        at: first + from,
        total,
        above: from * (drawn?.rowHeight ?? ROW_HEIGHT),
        below: (rows.length - to) * (drawn?.rowHeight ?? ROW_HEIGHT),
        reach: { first, count: rows.length, attach, toStart: pages.toStart, toEnd: pages.toEnd },
      }}
    />
  )
}

type Drawn = { from: number; to: number; rowHeight: number }

function isAsBefore(old: Drawn | null, next: { from: number; to: number }, rowHeight: number): boolean {
  return old !== null && old.from === next.from && old.to === next.to && old.rowHeight === rowHeight
}

// On a phone the page scrolls as one.
function scrollerOf(box: HTMLElement): HTMLElement {
  const isOwn = getComputedStyle(box).overflowY !== 'visible'
  return isOwn ? box : (document.getElementById('main') ?? box)
}

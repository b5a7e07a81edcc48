'use client'

import { type RefObject, useEffect, useRef } from 'react'
import * as z from 'zod/mini'
import type { RowPages } from './use-row-pages'

const Place = z.object({ after: z.optional(z.string()), before: z.optional(z.string()), isEnd: z.optional(z.literal(true)) })
const Kept = z.object({ rowsAt: z.object({ place: Place, first: z.number(), row: z.number(), query: z.string() }) })

/** Milliseconds without scrolling after which the place is kept. */
const QUIET = 200
/** Milliseconds after which fetched rows are drawn. */
const SETTLED = 50

/** Keeps in the history where a long list was read, so that going back, or reloading, shows the same rows. */
export function useKeptPlace<Row>(region: RefObject<HTMLElement | null>, rowHeight: RefObject<number>, pages: RowPages<Row>): void {
  const now = useRef(pages)
  useEffect(() => {
    const box = region.current
    if (box === null) return
    const kept = Kept.safeParse(window.history.state)
    if (kept.success && kept.data.rowsAt.query === queryOf() && kept.data.rowsAt.row > 0) {
      const { place, first, row } = kept.data.rowsAt
      const show = () => requestAnimationFrame(() => box.scrollTo({ top: (row - now.current.first) * rowHeight.current }))
      if (first === now.current.first) show()
      else void now.current.restore(definedOf(place), first).then((isThere) => isThere && setTimeout(show, SETTLED))
    }
    let timer = 0
    const onScroll = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => keep(box, rowHeight.current, now.current), QUIET)
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      window.clearTimeout(timer)
      box.removeEventListener('scroll', onScroll)
    }
  }, [region, rowHeight])
  // Opening a peek is an entry of its own in the history.
  useEffect(() => {
    now.current = pages
    const box = region.current
    const timer = window.setTimeout(() => box !== null && keep(box, rowHeight.current, pages), QUIET)
    return () => window.clearTimeout(timer)
  })
}

function keep<Row>(box: HTMLElement, rowHeight: number, pages: RowPages<Row>): void {
  const row = pages.first + Math.floor(box.scrollTop / rowHeight)
  const rowsAt = { ...pages.placeAt(row), row, query: queryOf() }
  window.history.replaceState({ ...window.history.state, rowsAt }, '')
}

// What is beside the list does not change which rows it holds.
function queryOf(): string {
  const search = new URLSearchParams(window.location.search)
  search.delete('peek')
  return search.toString()
}

function definedOf({ after, before, isEnd }: z.output<typeof Place>) {
  return {
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    ...(isEnd === undefined ? {} : { isEnd }),
  }
}

'use client'

import { useRouter } from 'next/navigation'
import { type PointerEvent, useEffect, useRef } from 'react'

type ColumnGripProps = { column: string }

const WIDTH_MIN = 40
/** Pixels of one press of a key. */
const KEY_STEP = 16
/** Milliseconds after the last press of a key in which the address waits. */
const QUIET = 400

/**
 * The edge of a column header: dragged it sets the width, a double press gives the width of the content back; on the header Shift with
 * the arrows does the same. The address keeps it.
 */
export function ColumnGrip({ column }: ColumnGripProps) {
  const router = useRouter()
  const grip = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const header = grip.current?.closest('th')
    if (!header) return
    let timer = 0
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowRight' ? KEY_STEP : event.key === 'ArrowLeft' ? -KEY_STEP : 0
      if (step === 0 || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      const width = Math.max(WIDTH_MIN, header.offsetWidth + step)
      setWidth(header, width)
      window.clearTimeout(timer)
      timer = window.setTimeout(() => keepWidth(router, column, width), QUIET)
    }
    header.addEventListener('keydown', onKey)
    return () => {
      window.clearTimeout(timer)
      header.removeEventListener('keydown', onKey)
    }
  }, [router, column])

  function onPointerDown(event: PointerEvent<HTMLSpanElement>) {
    const header = event.currentTarget.closest('th')
    if (!header) return
    event.preventDefault()
    const edge = event.currentTarget
    edge.setPointerCapture(event.pointerId)
    const from = { x: event.clientX, width: header.offsetWidth }
    const widthAt = (x: number) => Math.max(WIDTH_MIN, from.width + x - from.x)
    const onMove = (move: globalThis.PointerEvent) => setWidth(header, widthAt(move.clientX))
    edge.addEventListener('pointermove', onMove)
    edge.addEventListener(
      'pointerup',
      (up: globalThis.PointerEvent) => {
        edge.removeEventListener('pointermove', onMove)
        if (Math.abs(up.clientX - from.x) > 2) keepWidth(router, column, widthAt(up.clientX))
      },
      { once: true },
    )
  }

  return (
    <span
      ref={grip}
      className="grip"
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onDoubleClick={() => keepWidth(router, column, null)}
    />
  )
}

function setWidth(header: HTMLElement, width: number): void {
  for (const side of ['width', 'minWidth', 'maxWidth'] as const) header.style[side] = `${width}px`
}

function keepWidth(router: ReturnType<typeof useRouter>, column: string, width: number | null): void {
  const search = new URLSearchParams(window.location.search)
  const others = (search.get('w') ?? '').split(',').filter((part) => part !== '' && !part.startsWith(`${column}:`))
  const widths = width === null ? others : [...others, `${column}:${Math.round(width)}`]
  if (widths.length === 0) search.delete('w')
  else search.set('w', widths.join(','))
  router.replace(`${window.location.pathname}?${search.toString()}`, { scroll: false })
}

'use client'

import { useRouter } from 'next/navigation'
import type { PointerEvent } from 'react'

type ColumnGripProps = { column: string }

const WIDTH_MIN = 40

/** The edge of a column header: dragged it sets the width, a double press gives the width of the content back. The address keeps it. */
export function ColumnGrip({ column }: ColumnGripProps) {
  const router = useRouter()

  function keep(width: number | null) {
    const search = new URLSearchParams(window.location.search)
    const others = (search.get('w') ?? '').split(',').filter((part) => part !== '' && !part.startsWith(`${column}:`))
    const widths = width === null ? others : [...others, `${column}:${Math.round(width)}`]
    if (widths.length === 0) search.delete('w')
    else search.set('w', widths.join(','))
    router.replace(`${window.location.pathname}?${search.toString()}`, { scroll: false })
  }

  function onPointerDown(event: PointerEvent<HTMLSpanElement>) {
    const header = event.currentTarget.closest('th')
    if (!header) return
    event.preventDefault()
    const grip = event.currentTarget
    grip.setPointerCapture(event.pointerId)
    const from = { x: event.clientX, width: header.offsetWidth }
    const widthAt = (x: number) => Math.max(WIDTH_MIN, from.width + x - from.x)
    const onMove = (move: globalThis.PointerEvent) => {
      for (const side of ['width', 'minWidth', 'maxWidth'] as const) header.style[side] = `${widthAt(move.clientX)}px`
    }
    grip.addEventListener('pointermove', onMove)
    grip.addEventListener(
      'pointerup',
      (up: globalThis.PointerEvent) => {
        grip.removeEventListener('pointermove', onMove)
        if (Math.abs(up.clientX - from.x) > 2) keep(widthAt(up.clientX))
      },
      { once: true },
    )
  }

  return <span className="grip" aria-hidden="true" onPointerDown={onPointerDown} onDoubleClick={() => keep(null)} />
}

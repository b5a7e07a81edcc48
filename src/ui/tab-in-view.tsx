'use client'

import { useEffect, useRef } from 'react'

type TabInViewProps = { current: string }

/** Brings the open tab into sight where the tabs are wider than their line, again when the line or a tab gets another width. */
export function TabInView({ current }: TabInViewProps) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const line = mark.current?.parentElement
    if (current === '' || !line) return
    const sizes = new ResizeObserver(() => bringIntoSight(line))
    for (const part of [line, ...line.children]) sizes.observe(part)
    return () => sizes.disconnect()
  }, [current])
  return <span ref={mark} hidden />
}

// Moves the line alone: the page stays where its reader has scrolled it.
function bringIntoSight(line: Element) {
  const tab = line.querySelector('[aria-current]')?.getBoundingClientRect()
  if (!tab) return
  const { left, right } = line.getBoundingClientRect()
  line.scrollLeft += Math.max(0, tab.right - right) + Math.min(0, tab.left - left)
}

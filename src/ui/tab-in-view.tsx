'use client'

import { useEffect, useRef } from 'react'

type TabInViewProps = { current: string }

/** Brings the open tab into sight where the tabs are wider than their line. */
export function TabInView({ current }: TabInViewProps) {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const tab = current === '' ? null : mark.current?.parentElement?.querySelector('[aria-current]')
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return <span ref={mark} hidden />
}

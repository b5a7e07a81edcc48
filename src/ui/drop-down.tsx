'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type DropDownProps = {
  /** The visible control, drawn as a button or chip. */
  summary: ReactNode
  summaryClass: string
  /** It arranges a table, and a phone shows cards. */
  isForTable?: boolean
  /** Told when it opens, for what is only read then. */
  onOpen?: () => void
  /** A `menu` or a form. */
  children: ReactNode
}

/** Opens below its control and works before script does; a press outside or Escape closes it again. */
export function DropDown({ summary, summaryClass, isForTable = false, onOpen, children }: DropDownProps) {
  const details = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const close = (event: Event) => {
      const box = details.current
      if (!box?.open) return
      const isOutside = event.target instanceof Node && !box.contains(event.target)
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape'
      if (event instanceof KeyboardEvent ? !isEscape : !isOutside) return
      box.open = false
      if (isEscape) box.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])

  return (
    <details
      className={isForTable ? 'drop-down hide-phone' : 'drop-down'}
      ref={details}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
    >
      <summary className={summaryClass}>{summary}</summary>
      {children}
    </details>
  )
}

'use client'

import Form from 'next/form'
import { useEffect, useRef } from 'react'
import { Icon } from './icon'

type SearchBoxProps = {
  action: string
  label: string
  placeholder: string
  name?: string
  defaultValue?: string
  /** Takes Ctrl K (or ⌘ K) from anywhere on the page. */
  takesShortcut?: boolean
}

export function SearchBox({ action, label, placeholder, name = 'q', defaultValue, takesShortcut = false }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!takesShortcut) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [takesShortcut])
  return (
    <Form action={action} className="find" role="search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={defaultValue}
        aria-keyshortcuts={takesShortcut ? 'Control+K Meta+K' : undefined}
        autoComplete="off"
        enterKeyHint="search"
      />
      {takesShortcut && <kbd aria-hidden="true">Ctrl K</kbd>}
    </Form>
  )
}

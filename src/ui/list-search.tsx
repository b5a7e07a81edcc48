'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Icon } from './icon'
import { hrefWith, type SearchParams } from './page-address'

/** Milliseconds without a keystroke after which the list is narrowed. */
const PAUSE_MS = 220

type ListSearchProps = {
  path: string
  /** What is searched, for those who do not see the box: 'Number or file'. */
  label: string
  hint?: string | undefined
  /** What the list is narrowed by now. */
  value: string
  /** Said beside the box: nothing carries what was typed, but something close to it. */
  note?: string | undefined
}

/** Finds in the whole list, not only in the rows that are drawn, while one types; the address keeps it. The arrow down leads into the rows. */
export function ListSearch({ path, label, hint, value, note }: ListSearchProps) {
  const t = useTranslations('ui.find')
  const router = useRouter()
  const said = useSearchParams()
  const [text, setText] = useState(value)
  const [isPending, startTransition] = useTransition()
  const [shown, setShown] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address may change by other ways: a view, a step back.
  if (shown !== value) {
    setShown(value)
    if (!isPending) setText(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  function find(next: string) {
    clearTimeout(timer.current)
    if (next.trim() === (said.get('q') ?? '')) return
    const params: SearchParams = Object.fromEntries([...new Set(said.keys())].map((key) => [key, said.getAll(key)]))
    startTransition(() => router.replace(hrefWith(path, params, { q: next.trim(), page: null, peek: null }), { scroll: false }))
  }

  function change(next: string) {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => find(next), PAUSE_MS)
  }

  function clear() {
    setText('')
    find('')
  }

  return (
    <form
      role="search"
      aria-label={label}
      className="find list-find"
      aria-busy={isPending}
      onSubmit={(event) => {
        event.preventDefault()
        find(text)
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        name="q"
        aria-label={label}
        aria-keyshortcuts="Control+F"
        title={hint}
        placeholder={t('placeholder')}
        value={text}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('main table tbody a')?.focus()
          else if (event.key !== 'Escape') return
          else if (text === '') event.currentTarget.blur()
          else clear()
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {note !== undefined && value !== '' && <span className="due md">{note}</span>}
      {text === '' ? (
        <kbd aria-hidden="true" className="hide-phone">
          Ctrl F
        </kbd>
      ) : (
        <button type="button" className="chip-x" aria-label={t('clear')} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </form>
  )
}

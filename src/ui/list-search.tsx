'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState, useTransition } from 'react'
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

/** What was being typed when the list was drawn anew, box and all. */
let held: { path: string; text: string; caret: number } | null = null

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
  const box = useRef<HTMLInputElement>(null)
  const typed = useRef(change)
  useEffect(() => {
    typed.current = change
  })
  // Another set of rows is another list on the screen: whoever types goes on in the new box where the old one was left.
  useLayoutEffect(() => {
    const field = box.current
    const former = held?.path === path ? held : null
    held = null
    if (field !== null && former !== null) {
      field.focus({ preventScroll: true })
      if (former.text !== field.value) typed.current(former.text)
      requestAnimationFrame(() => field.setSelectionRange(former.caret, former.caret))
    }
    return () => {
      clearTimeout(timer.current)
      if (field !== null && field === document.activeElement)
        held = { path, text: field.value, caret: field.selectionStart ?? field.value.length }
    }
  }, [path])

  function find(next: string) {
    clearTimeout(timer.current)
    if (next.trim() === (said.get('q') ?? '')) return
    const params: SearchParams = Object.fromEntries([...new Set(said.keys())].map((key) => [key, said.getAll(key)]))
    startTransition(() => router.replace(hrefWith(path, params, { q: next.trim(), page: null, peek: null }), { scroll: false }))
  }

  function change(next: string, isComposing = false) {
    setText(next)
    clearTimeout(timer.current)
    if (isComposing) return
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
        ref={box}
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
        onChange={(event) => change(event.target.value, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)}
        onCompositionEnd={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
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

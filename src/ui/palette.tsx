'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon'

export type PaletteEntry = {
  key: string
  label: ReactNode
  /** Stands at the right: a customer, an amount, a mark. */
  note?: ReactNode
  /** Key cap that does the same without the palette. */
  keys?: string
  onSelect: () => void
}

export type PaletteGroup = { key: string; title: string; entries: readonly PaletteEntry[] }

type PaletteProps = {
  /** Accessible name. */
  name: string
  placeholder: string
  /** Said while nothing fits. */
  empty: ReactNode
  /** A line of keys at the foot. */
  foot: ReactNode
  isOpen: boolean
  text: string
  groups: readonly PaletteGroup[]
  onText: (text: string) => void
  onOpenChange: (open: boolean) => void
}

/** One line to type in and what it leads to: arrows choose, Enter goes, Escape closes. The mouse may do the same. */
export function Palette({ name, placeholder, empty, foot, isOpen, text, groups, onText, onOpenChange }: PaletteProps) {
  const id = useId()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const entries = groups.flatMap((group) => group.entries)
  const chosen = Math.min(at, entries.length - 1)
  const isMoved = useRef(false)

  useEffect(() => {
    if (isMoved.current) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  function change(next: string) {
    setAt(0)
    isMoved.current = false
    onText(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = targetOf(event.key, chosen, entries.length)
    if (to !== null) {
      event.preventDefault()
      isMoved.current = true
      setAt(to)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      entries[chosen]?.onSelect()
    }
  }

  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog palette" aria-label={name}>
          <div className="palette-line">
            <Icon name="search" />
            <input
              type="text"
              role="combobox"
              aria-label={name}
              aria-expanded={entries.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              placeholder={placeholder}
              value={text}
              onChange={(event) => change(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </div>
          <div className="palette-list" id={`${id}-list`} role="listbox" aria-label={name} ref={list}>
            {groups.map((group) => (
              <PaletteSection
                key={group.key}
                group={group}
                id={id}
                first={entries.indexOf(group.entries[0] ?? NONE)}
                chosen={chosen}
                onPoint={setAt}
              />
            ))}
          </div>
          {entries.length === 0 && (
            <p className="palette-empty" role="status">
              {empty}
            </p>
          )}
          <p className="palette-foot">{foot}</p>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

const NONE: PaletteEntry = { key: '', label: '', onSelect: () => undefined }

type PaletteSectionProps = { group: PaletteGroup; id: string; first: number; chosen: number; onPoint: (at: number) => void }

function PaletteSection({ group, id, first, chosen, onPoint }: PaletteSectionProps) {
  if (group.entries.length === 0) return null
  return (
    <div role="group" aria-labelledby={`${id}-${group.key}`}>
      <div className="menu-label" id={`${id}-${group.key}`}>
        {group.title}
      </div>
      {group.entries.map((entry, index) => (
        <div
          key={entry.key}
          id={`${id}-${first + index}`}
          className="menu-item"
          role="option"
          aria-selected={first + index === chosen}
          onPointerMove={() => onPoint(first + index)}
          onClick={entry.onSelect}
        >
          <span className="truncate">{entry.label}</span>
          {entry.note !== undefined && <span className="q">{entry.note}</span>}
          {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
        </div>
      ))}
    </div>
  )
}

function targetOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at + count - 1) % count
    case 'PageDown':
      return Math.min(count - 1, at + 8)
    case 'PageUp':
      return Math.max(0, at - 8)
    default:
      return null
  }
}

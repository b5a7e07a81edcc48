'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { FieldFrame, type FieldProps } from './field'
import { fitting, type Mention, mentionAt, writeMention } from './mention'

type Person = { handle: string; name: string }

type MentionAreaProps = FieldProps & { people: readonly Person[]; placeholder?: string; rows?: number }

/** A field in which '@' offers the people who can be told: arrows choose, Enter or Tab writes the name, Escape leaves it as typed. */
export function MentionArea({ people, placeholder, rows = 3, ...field }: MentionAreaProps) {
  const t = useTranslations('ui')
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [mention, setMention] = useState<Mention | null>(null)
  const [at, setAt] = useState(0)
  const offered = mention === null ? [] : fitting(people, mention.typed)
  const chosen = Math.min(at, offered.length - 1)

  function look() {
    const { value = '', selectionStart = 0 } = area.current ?? {}
    setMention(mentionAt(value, selectionStart))
    setAt(0)
  }

  function write({ handle }: Person) {
    const field = area.current
    if (field === null || mention === null) return
    const { text, caret } = writeMention(field.value, field.selectionStart, mention, handle)
    field.value = text
    field.focus()
    field.setSelectionRange(caret, caret)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    setMention(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    const person = offered[chosen]
    if (person === undefined || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') setMention(null)
    else if (event.key === 'ArrowDown') setAt((chosen + 1) % offered.length)
    else if (event.key === 'ArrowUp') setAt((chosen + offered.length - 1) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') write(person)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const isOpen = offered.length > 0
  return (
    <FieldFrame {...field} className="mention">
      {(control) => (
        <>
          <textarea
            {...control}
            ref={area}
            name={field.name}
            rows={rows}
            placeholder={placeholder}
            className="input"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={isOpen ? id : undefined}
            aria-activedescendant={isOpen ? `${id}-${chosen}` : undefined}
            onInput={look}
            onClick={look}
            onBlur={() => setMention(null)}
            onKeyDown={onKeyDown}
          />
          {isOpen && (
            <div className="menu mention-list" id={id} role="listbox" aria-label={t('people')}>
              {offered.map((person, index) => (
                <div
                  key={person.handle}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  className="menu-item"
                  onPointerMove={() => setAt(index)}
                  onPointerDown={(event) => {
                    event.preventDefault()
                    write(person)
                  }}
                >
                  {person.name} <span className="q">@{person.handle}</span>
                </div>
              ))}
            </div>
          )}
        </>
      )}
    </FieldFrame>
  )
}

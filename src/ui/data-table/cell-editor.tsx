'use client'

import { type ChangeEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Choice } from '../form/select'
import type { EditStep } from './use-cell-edit'

/** What a cell is changed with: one of some choices, or a day. */
export type EditorField = readonly Choice[] | 'day'

type CellEditorProps = {
  /** What is changed: column and row. */
  label: string
  field: EditorField
  value: string
  /** The key that began it: the first choice that begins with it is taken. */
  typed: string | null
  isPending: boolean
  /** Why it was not written, or what somebody else wrote meanwhile; the choice stays. */
  problem: ReactNode
  onSave: (value: string, step: EditStep) => void
  onCancel: () => void
}

/** A choice or a day in a cell: Enter and Tab write it and go on, Escape leaves it as it was, and what could not be written stays with its reason. */
export function CellEditor({ label, field, value, typed, isPending, problem, onSave, onCancel }: CellEditorProps) {
  const id = useId()
  const input = useRef<HTMLSelectElement & HTMLInputElement>(null)
  const choices = field === 'day' ? [] : field
  const [now, setNow] = useState(() => choices.find((choice) => typed !== null && startsWith(choice.label, typed))?.value ?? value)
  // Leaving the cell because it was written or given up is not one more wish to write it.
  const isAnswered = useRef(false)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (problem !== null) isAnswered.current = false
  }, [problem])

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    const isBack = event.shiftKey
    if (!['Escape', 'Enter', 'Tab'].includes(event.key)) return
    isAnswered.current = true
    event.preventDefault()
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter') onSave(now, isBack ? 'up' : 'down')
    else onSave(now, isBack ? 'left' : 'right')
  }

  const shared = {
    ref: input,
    className: 'input',
    'aria-label': label,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : id,
    'aria-busy': isPending,
    value: now,
    onChange: (event: ChangeEvent<HTMLSelectElement | HTMLInputElement>) => setNow(event.target.value),
    onKeyDown,
    onBlur: () => {
      if (isAnswered.current || isPending || problem !== null) return
      isAnswered.current = true
      if (now === value) onCancel()
      else onSave(now, 'stay')
    },
  }

  return (
    <span className="cell-editor">
      {field === 'day' ? (
        <input type="date" {...shared} />
      ) : (
        <select {...shared}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {problem !== null && (
        <span className="cell-problem" id={id} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}

function startsWith(label: string, typed: string): boolean {
  return label.toLowerCase().startsWith(typed.toLowerCase())
}

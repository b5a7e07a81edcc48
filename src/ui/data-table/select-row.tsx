'use client'

import { type ComponentProps, createContext, useContext } from 'react'

/** What a row needs to know of the selection. It stays the same while rows come in and go, so that these are not drawn again for it. */
export type RowMarks = {
  isChosen: (id: string) => boolean
  /** Accessible name of the box of a row. */
  nameOf: (name: string | undefined) => string
  toggle: (id: string, range: boolean) => void
}

export const RowMarksContext = createContext<RowMarks | null>(null)

function useRowMarks(): RowMarks {
  const marks = useContext(RowMarksContext)
  if (marks === null) throw new Error('a selectable table needs a Selection around it')
  return marks
}

type SelectableRowProps = ComponentProps<'tr'> & { rowId: string }

/** A row that can be chosen; it says itself that it is, as asking every row for a ticked box is dear while rows come and go. */
export function SelectableRow({ rowId, ...row }: SelectableRowProps) {
  return <tr {...row} data-chosen={useRowMarks().isChosen(rowId) ? '' : undefined} />
}

type SelectRowProps = { id: string; name?: string | undefined }

export function SelectRow({ id, name }: SelectRowProps) {
  const { isChosen, nameOf, toggle } = useRowMarks()
  return (
    <label>
      <input
        type="checkbox"
        className="box row-select"
        checked={isChosen(id)}
        aria-label={nameOf(name)}
        onClick={(event) => toggle(id, event.shiftKey)}
        onChange={() => undefined}
      />
    </label>
  )
}

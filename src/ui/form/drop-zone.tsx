'use client'

import { type DragEvent, useId, useRef, useState } from 'react'
import { Icon } from '../icon'

type DropZoneProps = {
  /** What to drop: 'Drop SAP extracts, portal files or remittances here'. */
  label: string
  /** Word of the button that opens the browser's own choice of files. */
  choose: string
  /** Accessible name of the input behind the button; the word of the button when nothing else is said. */
  name?: string
  /** Kinds and limits: 'XLSX, CSV, X12, PDF, up to 50 MB each'. */
  hint?: string | undefined
  accept?: string | undefined
  isMultiple?: boolean
  onFiles: (files: readonly File[]) => void
}

/** A place that takes files: dropped on it, pasted into it, or chosen. */
export function DropZone({ label, choose, name = choose, hint, accept, isMultiple = true, onFiles }: DropZoneProps) {
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  function take(files: Iterable<File>) {
    // A dropped folder shows as a file without bytes and kind; folders are taken by the watched folder instead.
    const real = [...files].filter((file) => file.size > 0 || file.type !== '')
    if (real.length > 0) onFiles(real)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <div
      className="drop"
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      <span>{label}</span>
      <button
        type="button"
        className="btn"
        onClick={() => input.current?.click()}
        aria-describedby={hint === undefined ? undefined : hintId}
      >
        <Icon name="upload" />
        {choose}
      </button>
      {hint !== undefined && (
        <small className="q" id={hintId}>
          {hint}
        </small>
      )}
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={name}
        accept={accept}
        multiple={isMultiple}
        onChange={(event) => {
          take(event.target.files ?? [])
          event.target.value = ''
        }}
      />
    </div>
  )
}

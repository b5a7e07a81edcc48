import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { StatusMark, type StatusShape, type Tone } from './status-mark'

export type EvidenceItem = {
  key: string
  shape: StatusShape
  tone?: Tone
  title: ReactNode
  /** Where it says so: page and line. */
  note?: ReactNode
  action?: ReactNode
  /** The one that holds things up. */
  isMissing?: boolean
}

type EvidenceListProps = { items: readonly EvidenceItem[] }

/** Marks, titles, where it is written, and a link that opens it. */
export function EvidenceList({ items }: EvidenceListProps) {
  return (
    <ul className="ev">
      {items.map((item) => (
        <li key={item.key}>
          <StatusMark shape={item.shape} tone={item.tone ?? (item.isMissing ? 'due' : undefined)} />
          <span className={classNames(item.isMissing && 'md')}>
            {item.title}
            {item.note !== undefined && <small>{item.note}</small>}
          </span>
          {item.action}
        </li>
      ))}
    </ul>
  )
}

import type { ReactNode } from 'react'
import { Avatar } from './avatar'
import { InstantText } from './date-text'
import { StatusMark } from './status-mark'

export type TimelineEvent = {
  key: string
  at: Date
  /** Who did it; a ring stands for the system. */
  who?: { initials: string; name: string } | null
  text: ReactNode
  action?: ReactNode
}

type TimelineProps = { events: readonly TimelineEvent[] }

/** What happened, newest first. */
export function Timeline({ events }: TimelineProps) {
  return (
    <ul className="tl">
      {events.map((event) => (
        <li key={event.key}>
          <InstantText value={event.at} />
          {event.who ? (
            <Avatar initials={event.who.initials} name={event.who.name} size="small" />
          ) : (
            <span className="mark">
              <StatusMark shape="none" />
            </span>
          )}
          <span>
            {event.text} {event.action}
          </span>
        </li>
      ))}
    </ul>
  )
}

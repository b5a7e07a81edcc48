import { Timeline } from '@/ui/timeline'
import type { DisputeEvent } from '../queries/find-dispute-timeline'
import type { Texts } from './texts'

type DisputeTimelineProps = { events: readonly DisputeEvent[]; t: Texts }

const KNOWN: ReadonlySet<string> = new Set([
  'dispute.prepared',
  'dispute.arranged',
  'dispute.exhibit-added',
  'dispute.proof-added',
  'package.asked',
  'package.built',
  'dispute.submitted',
  'dispute.answered',
  'dispute.returned',
  'dispute.withdrawn',
  'comment.added',
  'task.asked',
  'task.answered',
])

/** What happened to the dispute, one line per act. */
export function DisputeTimeline({ events, t }: DisputeTimelineProps) {
  return (
    <Timeline
      events={events.map((event) => ({
        key: event.id,
        at: event.at,
        who: event.actorKind === 'job' ? null : { initials: initialsOf(event.actorName), name: event.actorName },
        text: (
          <>
            {t(`event.${KNOWN.has(event.event) ? event.event.replace('.', '-') : 'other'}`)}
            {event.version !== null && event.event === 'package.built' && (
              <span className="m"> {t('versionOf', { version: event.version })}</span>
            )}
            {event.body !== null && <span className="m"> {event.body}</span>}
          </>
        ),
      }))}
    />
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return words.length === 1
    ? name.slice(-2)
    : words
        .map((word) => word.charAt(0))
        .join('')
        .slice(0, 2)
        .toUpperCase()
}

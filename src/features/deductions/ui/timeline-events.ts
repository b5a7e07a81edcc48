import { initialsOf } from '@/core/initials'
import type { TimelineEvent } from '@/ui/timeline'
import type { TimelineEntry } from '../queries/find-deduction-timeline'
import type { Texts } from './texts'

/** The audit as sentences: who did what, with the values that people read. */
export function timelineEvents(entries: readonly TimelineEntry[], t: Texts): TimelineEvent[] {
  return entries.map((entry) => ({
    key: entry.id,
    at: entry.at,
    who: entry.actorKind === 'job' ? null : { initials: initialsOf(entry.actorName), name: entry.actorName },
    text: sentence(entry, t),
  }))
}

function sentence(entry: TimelineEntry, t: Texts): string {
  const event = t(`event.${entry.event.replace('.', '-')}`)
  const [before, after] = [entry.before?.['verdict'], entry.after?.['verdict']]
  if (typeof before === 'string' && typeof after === 'string')
    return t('eventOf', { event, value: `${t(`verdict.${before}`)} → ${t(`verdict.${after}`)}` })
  const body = entry.after?.['body'] ?? entry.after?.['title'] ?? entry.after?.['answer']
  return typeof body === 'string' && body !== '' ? t('eventOf', { event, value: body }) : event
}

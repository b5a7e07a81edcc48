import { initialsOf } from '@/core/initials'
import { readWording } from '@/features/tasks/rules/request-wording'
import { type Texts as TaskTexts, titleText, type WordedTask } from '@/features/tasks/ui/kind-text'
import type { TimelineEvent } from '@/ui/timeline'
import type { TimelineEntry } from '../queries/find-deduction-timeline'
import type { Texts } from './texts'

/** The audit as sentences: who did what, with the values that people read. */
export function timelineEvents(entries: readonly TimelineEntry[], t: Texts, tasks: TaskTexts): TimelineEvent[] {
  return entries.map((entry) => ({
    key: entry.id,
    at: entry.at,
    who: entry.actorKind === 'job' ? null : { initials: initialsOf(entry.actorName), name: entry.actorName },
    text: sentence(entry, t, tasks),
  }))
}

// A request as it was made; later changes of one name only what they changed.
function askedTask({ subject, after }: TimelineEntry): WordedTask | null {
  const [kind, title, by] = [after?.['kind'], after?.['title'], after?.['created_by']]
  if (subject !== 'task' || typeof kind !== 'string' || typeof title !== 'string') return null
  return { kind, title, created_by: typeof by === 'string' ? by : null, wording: readWording(after?.['wording']) }
}

function sentence(entry: TimelineEntry, t: Texts, tasks: TaskTexts): string {
  const event = t(`event.${entry.event.replace('.', '-')}`)
  const [before, after] = [entry.before?.['verdict'], entry.after?.['verdict']]
  if (typeof before === 'string' && typeof after === 'string')
    return t('eventOf', { event, value: `${t(`verdict.${before}`)} → ${t(`verdict.${after}`)}` })
  const asked = askedTask(entry)
  const body = asked ? titleText(tasks, asked) : (entry.after?.['body'] ?? entry.after?.['title'] ?? entry.after?.['answer'])
  return typeof body === 'string' && body !== '' ? t('eventOf', { event, value: body }) : event
}

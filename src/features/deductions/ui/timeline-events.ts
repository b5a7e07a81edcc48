import * as z from 'zod'
import { initialsOf } from '@/core/initials'
import { RequestWording } from '@/features/tasks/rules/request-wording'
import { type Texts as TaskTexts, titleText } from '@/features/tasks/ui/kind-text'
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
const AskedTask = z.object({
  kind: z.string(),
  title: z.string(),
  created_by: z.string().nullable(),
  wording: RequestWording.nullable().default(null),
})

function sentence(entry: TimelineEntry, t: Texts, tasks: TaskTexts): string {
  const event = t(`event.${entry.event.replace('.', '-')}`)
  const [before, after] = [entry.before?.['verdict'], entry.after?.['verdict']]
  if (typeof before === 'string' && typeof after === 'string')
    return t('eventOf', { event, value: `${t(`verdict.${before}`)} → ${t(`verdict.${after}`)}` })
  const asked = entry.subject === 'task' ? AskedTask.safeParse(entry.after).data : undefined
  const body = asked ? titleText(tasks, asked) : (entry.after?.['body'] ?? entry.after?.['title'] ?? entry.after?.['answer'])
  return typeof body === 'string' && body !== '' ? t('eventOf', { event, value: body }) : event
}

import { ALL_MESSAGES } from '@/i18n/all-messages'
import type { Locale } from '@/i18n/locale'
import type { Choice } from '@/ui/form/select'
import type { AuditRow } from '../queries/find-audit-entries'

type Words = Readonly<Record<string, string>>

/** What the audit trail keeps by code, in words of the reader's language; a code without a word stays as it is. */
export type AuditWords = {
  event: (event: string) => string
  table: (table: string) => string
  /** Jobs act for the system, whatever their names are. */
  actor: (row: Pick<AuditRow, 'actorKind' | 'actorName'>) => string
  /** What jobs are called together. */
  system: string
  /** Every kind of event, in the order of its words. Its value has a dash for the dot of the event. */
  eventChoices: Choice[]
  tableChoices: (tables: readonly string[]) => Choice[]
}

/** Words for the audit trail. Of events most have theirs on the timeline of a deduction; the trail adds the others, and fuller ones where more is around. */
export function auditWords(locale: Locale): AuditWords {
  const { deductions, fileIntake, reports } = ALL_MESSAGES[locale]
  const events: Words = { ...deductions.event, ...reports.admin.events }
  const tables: Words = { ...fileIntake.record, ...reports.admin.tables }
  const system = reports.health.system
  const table = (name: string) => tables[name] ?? name
  const inOrder = (choices: Choice[]) => choices.sort((a, b) => a.label.localeCompare(b.label, locale))
  return {
    event: (event) => events[event.replace('.', '-')] ?? event,
    table,
    actor: ({ actorKind, actorName }) => (actorKind === 'job' ? system : actorName),
    system,
    eventChoices: inOrder(Object.entries(events).map(([value, label]) => ({ value, label }))),
    tableChoices: (names) => inOrder(names.map((value) => ({ value, label: table(value) }))),
  }
}

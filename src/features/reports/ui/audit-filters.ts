import type { ListFilter } from '@/ui/list-filters'
import type { AuditFilter } from '../schemas'
import type { AuditWords } from './audit-words'

type AuditFilterOptions = { t: (key: string) => string; words: AuditWords; filter: AuditFilter; tables: readonly string[] }

/** What the audit trail can be searched by. */
export function auditFilters({ t, words, filter, tables }: AuditFilterOptions): ListFilter[] {
  return [
    { key: 'table', label: t('admin.table'), value: filter.table, choices: words.tableChoices(tables) },
    { key: 'row', label: t('admin.row'), value: filter.row },
    { key: 'actor', label: t('admin.actor'), value: filter.actor },
    { key: 'event', label: t('admin.event'), value: filter.event, choices: words.eventChoices },
  ]
}

import type { ListFilter } from '@/ui/list-filters'
import type { AuditFilter } from '../schemas'

type AuditFilterOptions = { t: (key: string) => string; filter: AuditFilter; tables: readonly string[] }

/** What the audit trail can be searched by. */
export function auditFilters({ t, filter, tables }: AuditFilterOptions): ListFilter[] {
  return [
    { key: 'table', label: t('admin.table'), value: filter.table, choices: tables.map((value) => ({ value, label: value })) },
    { key: 'row', label: t('admin.row'), value: filter.row },
    { key: 'actor', label: t('admin.actor'), value: filter.actor },
    { key: 'event', label: t('admin.event'), hint: 'deduction.decided', value: filter.event },
  ]
}

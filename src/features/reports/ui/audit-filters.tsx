import { useTranslations } from 'next-intl'
import type { FilterChip } from '@/ui/filter-chips'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { hrefWith, paramOf, type SearchParams } from '@/ui/page-address'
import type { AuditFilter } from '../schemas'

const PATH = '/admin/audit'
const FIELDS = ['table', 'row', 'actor', 'event'] as const

type AuditFiltersProps = { params: SearchParams; tables: readonly string[] }

export function AuditFilters({ params, tables }: AuditFiltersProps) {
  const t = useTranslations('reports')
  const chosen = (key: string) => paramOf(params, key) ?? ''
  return (
    <FilterForm action={PATH} params={params} fields={FIELDS}>
      <Select
        name="table"
        label={t('admin.table')}
        blank={t('admin.any')}
        defaultValue={chosen('table')}
        choices={tables.map((value) => ({ value, label: value }))}
      />
      <TextField name="row" label={t('admin.row')} defaultValue={chosen('row')} />
      <TextField name="actor" label={t('admin.actor')} defaultValue={chosen('actor')} />
      <TextField name="event" label={t('admin.event')} hint="deduction.decided" defaultValue={chosen('event')} />
    </FilterForm>
  )
}

type ChipOptions = { filter: AuditFilter; params: SearchParams; t: (key: string) => string }

/** The search in force as chips; each leads to the same list without it. */
export function auditChips({ filter, params, t }: ChipOptions): FilterChip[] {
  return FIELDS.flatMap((key) =>
    filter[key] === '' ? [] : [{ key, label: t(`admin.${key}`), value: filter[key], removeHref: hrefWith(PATH, params, { [key]: null }) }],
  )
}

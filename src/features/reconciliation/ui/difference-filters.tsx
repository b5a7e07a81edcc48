import { useTranslations } from 'next-intl'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { TEAMS } from '@/features/tasks/rules/teams'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { DIFFERENCE_KINDS } from '../rules/difference-kinds'

// The place in the list belongs to the old filter, so it is not kept.
const FIELDS = ['customer', 'kind', 'team', 'q', 'page', 'peek']

type DifferenceFiltersProps = { params: SearchParams; customers: readonly CustomerName[] }

/** What the list can be narrowed by. */
export function DifferenceFilters({ params, customers }: DifferenceFiltersProps) {
  const t = useTranslations('reconciliation')
  const teams = useTranslations('tasks')
  const any = t('filter.any')
  const chosen = (key: string) => paramOf(params, key) ?? ''
  return (
    <FilterForm action="/reconciliation" params={params} fields={FIELDS}>
      <Select
        name="customer"
        label={t('column.customer')}
        blank={any}
        defaultValue={chosen('customer')}
        choices={customers.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="kind"
        label={t('column.kind')}
        blank={any}
        defaultValue={chosen('kind')}
        choices={DIFFERENCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Select
        name="team"
        label={t('column.team')}
        blank={any}
        defaultValue={chosen('team')}
        choices={TEAMS.map((value) => ({ value, label: teams(`teams.${value}`) }))}
      />
      <TextField name="q" label={t('filter.q')} hint={t('filter.qHint')} defaultValue={chosen('q')} />
    </FilterForm>
  )
}

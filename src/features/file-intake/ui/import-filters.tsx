import { useTranslations } from 'next-intl'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import type { FilterChip } from '@/ui/filter-chips'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { hrefWith, paramOf, type SearchParams } from '@/ui/page-address'
import { BATCH_WAYS } from '../rules/batch'
import type { ImportFilter } from '../schemas'
import type { Texts } from './finding-sentence'
import { kindText } from './kind-text'

const PATH = '/imports'
const FIELDS = ['q', 'kind', 'way', 'customer', 'page']

type ImportFiltersProps = { params: SearchParams; customers: readonly CustomerName[]; kinds: readonly string[] }

/** What the list of imports can be narrowed by. */
export function ImportFilters({ params, customers, kinds }: ImportFiltersProps) {
  const t = useTranslations('fileIntake')
  const any = t('filter.any')
  const chosen = (key: string) => paramOf(params, key) ?? ''
  return (
    <FilterForm action={PATH} params={params} fields={FIELDS}>
      <TextField name="q" label={t('filter.q')} hint={t('filter.qHint')} defaultValue={chosen('q')} />
      <Select
        name="kind"
        label={t('filter.kind')}
        blank={any}
        defaultValue={chosen('kind')}
        choices={kinds.map((value) => ({ value, label: kindText(t, value) }))}
      />
      <Select
        name="way"
        label={t('filter.way')}
        blank={any}
        defaultValue={chosen('way')}
        choices={BATCH_WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <Select
        name="customer"
        label={t('filter.customer')}
        blank={any}
        defaultValue={chosen('customer')}
        choices={customers.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </FilterForm>
  )
}

type ChipOptions = { filter: ImportFilter; params: SearchParams; t: Texts; customers: readonly CustomerName[] }

/** The filters in force as chips; each leads to the same list without it. */
export function importChips({ filter, params, t, customers }: ChipOptions): FilterChip[] {
  const values: Record<string, string> = {
    q: filter.q,
    kind: filter.kind === '' ? '' : kindText(t, filter.kind),
    way: filter.way === '' ? '' : t(`way.${filter.way}`),
    customer: customers.find(({ code }) => code === filter.customer)?.name ?? filter.customer,
  }
  return Object.entries(values).flatMap(([key, value]) =>
    value === '' ? [] : [{ key, label: t(`filter.${key}`), value, removeHref: hrefWith(PATH, params, { [key]: null, page: null }) }],
  )
}

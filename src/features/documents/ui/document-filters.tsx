import { useTranslations } from 'next-intl'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import type { FilterChip } from '@/ui/filter-chips'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { hrefWith, paramOf, type SearchParams } from '@/ui/page-address'
import type { DocumentFilter } from '../schemas'
import { documentKindText, type Texts } from './texts'

const PATH = '/documents'

type DocumentFiltersProps = { params: SearchParams; customers: readonly CustomerName[]; kinds: readonly string[] }

/** Search by number or file name, kind and customer. */
export function DocumentFilters({ params, customers, kinds }: DocumentFiltersProps) {
  const t = useTranslations('documents')
  const chosen = (key: string) => paramOf(params, key) ?? ''
  return (
    <FilterForm action={PATH} params={params} fields={['q', 'kind', 'customer', 'page']}>
      <TextField name="q" label={t('filter.q')} hint={t('filter.qHint')} defaultValue={chosen('q')} />
      <Select
        name="kind"
        label={t('column.kind')}
        blank={t('filter.any')}
        defaultValue={chosen('kind')}
        choices={kinds.map((value) => ({ value, label: documentKindText(t, value) }))}
      />
      <Select
        name="customer"
        label={t('column.customer')}
        blank={t('filter.any')}
        defaultValue={chosen('customer')}
        choices={customers.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </FilterForm>
  )
}

type ChipOptions = { filter: DocumentFilter; params: SearchParams; t: Texts; customers: readonly CustomerName[] }

/** The filters in force as chips; each leads to the same list without it. */
export function documentChips({ filter, params, t, customers }: ChipOptions): FilterChip[] {
  const chip = (key: string, label: string, value: string): FilterChip[] =>
    value === '' ? [] : [{ key, label, value, removeHref: hrefWith(PATH, params, { [key]: null, page: null }) }]
  return [
    ...chip('q', t('filter.q'), filter.q),
    ...chip('kind', t('column.kind'), filter.kind === '' ? '' : documentKindText(t, filter.kind)),
    ...chip('customer', t('column.customer'), customers.find(({ code }) => code === filter.customer)?.name ?? filter.customer),
  ]
}

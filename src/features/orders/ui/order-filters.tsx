import { useTranslations } from 'next-intl'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { EXCEPTION_KINDS } from '../rules/exception-kinds'

// The place in the list belongs to the old filter, so it is not kept.
const FIELDS = ['customer', 'kind', 'q', 'page']

type OrderFiltersProps = { params: SearchParams; customers: readonly CustomerName[] }

/** What the list can be narrowed by. */
export function OrderFilters({ params, customers }: OrderFiltersProps) {
  const t = useTranslations('orders')
  const any = t('filter.any')
  const chosen = (key: string) => paramOf(params, key) ?? ''
  return (
    <FilterForm action="/orders" params={params} fields={FIELDS}>
      <Select
        name="customer"
        label={t('column.customer')}
        blank={any}
        defaultValue={chosen('customer')}
        choices={customers.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="kind"
        label={t('column.kinds')}
        blank={any}
        defaultValue={chosen('kind')}
        choices={EXCEPTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField name="q" label={t('column.number')} hint={t('filter.qHint')} defaultValue={chosen('q')} />
    </FilterForm>
  )
}

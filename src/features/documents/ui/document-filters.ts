import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import type { ListFilter } from '@/ui/list-filters'
import type { DocumentFilter } from '../schemas'
import { documentKindText, type Texts } from './texts'

type DocumentFilterOptions = { t: Texts; filter: DocumentFilter; customers: readonly CustomerName[]; kinds: readonly string[] }

/** Search by number or file name, kind and customer. */
export function documentFilters({ t, filter, customers, kinds }: DocumentFilterOptions): ListFilter[] {
  return [
    { key: 'q', label: t('filter.q'), hint: t('filter.qHint'), value: filter.q },
    {
      key: 'kind',
      label: t('column.kind'),
      value: filter.kind,
      choices: kinds.map((value) => ({ value, label: documentKindText(t, value) })),
      said: documentKindText(t, filter.kind),
    },
    customerFilter({ label: t('column.customer'), value: filter.customer, customers }),
  ]
}

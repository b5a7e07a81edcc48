import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import type { ListFilter } from '@/ui/list-filters'
import { BATCH_WAYS } from '../rules/batch'
import type { ImportFilter } from '../schemas'
import type { Texts } from './finding-sentence'
import { kindText } from './kind-text'

type ImportFilterOptions = { t: Texts; filter: ImportFilter; customers: readonly CustomerName[]; kinds: readonly string[] }

/** What the list of imports can be narrowed by. */
export function importFilters({ t, filter, customers, kinds }: ImportFilterOptions): ListFilter[] {
  return [
    { key: 'q', label: t('filter.q'), hint: t('filter.qHint'), value: filter.q },
    {
      key: 'kind',
      label: t('filter.kind'),
      value: filter.kind,
      choices: kinds.map((value) => ({ value, label: kindText(t, value) })),
      said: kindText(t, filter.kind),
    },
    { key: 'way', label: t('filter.way'), value: filter.way, choices: BATCH_WAYS.map((value) => ({ value, label: t(`way.${value}`) })) },
    customerFilter({ label: t('filter.customer'), value: filter.customer, customers }),
  ]
}

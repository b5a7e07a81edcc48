import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import type { ListFilter } from '@/ui/list-filters'
import { EXCEPTION_KINDS } from '../rules/exception-kinds'
import type { OrderFilter } from '../schemas'
import type { Texts } from './texts'

/** What the list of orders can be narrowed by. */
export function orderFilters(t: Texts, filter: OrderFilter, customers: readonly CustomerName[]): ListFilter[] {
  return [
    customerFilter({ label: t('column.customer'), value: filter.customer, customers }),
    {
      key: 'kind',
      label: t('column.kinds'),
      value: filter.kind,
      choices: EXCEPTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    { key: 'q', label: t('column.number'), hint: t('filter.qHint'), value: filter.q },
  ]
}

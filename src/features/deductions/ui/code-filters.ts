import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import type { ListFilter } from '@/ui/list-filters'
import type { CodeFilter } from '../schemas'
import type { Texts } from './texts'

/** What the inbox of codes can be narrowed by. */
export function codeFilters(t: Texts, filter: CodeFilter, customers: readonly CustomerName[]): ListFilter[] {
  return [
    customerFilter({ label: t('filter.customer'), value: filter.customer, customers }),
    { key: 'q', label: t('codes.codeOrText'), value: filter.q },
  ]
}

import type { ListFilter } from '@/ui/list-filters'
import type { CustomerName } from '../queries/find-customer-names'

type CustomerFilterOptions = { label: string; value: string | undefined; customers: readonly CustomerName[] }

/** Narrows a list to one customer, by its code. */
export function customerFilter({ label, value, customers }: CustomerFilterOptions): ListFilter {
  return { key: 'customer', label, value, choices: customers.map(({ code, name }) => ({ value: code, label: name })) }
}

import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { TEAMS } from '@/features/tasks/rules/teams'
import type { ListFilter } from '@/ui/list-filters'
import { DIFFERENCE_KINDS } from '../rules/difference-kinds'
import type { DifferenceFilter } from '../schemas'
import type { Texts } from './texts'

type DifferenceFilterOptions = { t: Texts; teams: Texts; filter: DifferenceFilter; customers: readonly CustomerName[] }

/** What the list of differences can be narrowed by. */
export function differenceFilters({ t, teams, filter, customers }: DifferenceFilterOptions): ListFilter[] {
  return [
    customerFilter({ label: t('column.customer'), value: filter.customer, customers }),
    {
      key: 'kind',
      label: t('column.kind'),
      value: filter.kind,
      choices: DIFFERENCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      key: 'team',
      label: t('column.team'),
      value: filter.team,
      choices: TEAMS.map((value) => ({ value, label: teams(`teams.${value}`) })),
    },
    { key: 'q', label: t('filter.q'), hint: t('filter.qHint'), value: filter.q },
  ]
}

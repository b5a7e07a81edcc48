import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { TEAMS } from '@/features/tasks/rules/teams'
import type { ListFilter } from '@/ui/list-filters'
import type { SignalPage } from '../queries/find-signals'
import type { SignalFilter } from '../schemas'
import type { Texts } from './texts'

type SignalFilterOptions = {
  t: Texts
  teams: Texts
  filter: SignalFilter
  customers: readonly CustomerName[]
  byKind: SignalPage['byKind']
}

/** What the list of signals can be narrowed by; kinds carry their counts. */
export function signalFilters({ t, teams, filter, customers, byKind }: SignalFilterOptions): ListFilter[] {
  const kinds = byKind.map(({ kind, count }) => ({ value: kind, label: `${t(`signal.kind.${kind}`)} (${count})` }))
  const chosen = filter.kind
  const isListed = chosen === undefined || byKind.some(({ kind }) => kind === chosen)
  return [
    {
      key: 'kind',
      label: t('signal.column.kind'),
      value: chosen,
      choices: isListed ? kinds : [...kinds, { value: chosen, label: t(`signal.kind.${chosen}`) }],
    },
    customerFilter({ label: t('signal.column.customer'), value: filter.customer, customers }),
    {
      key: 'team',
      label: t('signal.column.team'),
      value: filter.team,
      choices: TEAMS.map((value) => ({ value, label: teams(`teams.${value}`) })),
    },
    { key: 'q', label: t('signal.number'), hint: t('signal.numberHint'), value: filter.q },
  ]
}

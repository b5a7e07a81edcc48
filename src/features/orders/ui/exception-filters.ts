import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import { TEAMS } from '@/features/tasks/rules/teams'
import type { ListFilter } from '@/ui/list-filters'
import { EXCEPTION_KINDS, TEAM_OF_EXCEPTION } from '../rules/exception-kinds'
import type { ExceptionFilter } from '../schemas'
import type { Texts } from './texts'

type ExceptionFilterOptions = { t: Texts; teams: Texts; filter: ExceptionFilter; customers: readonly CustomerName[] }

/** What the worklist of exceptions can be narrowed by. */
export function exceptionFilters({ t, teams, filter, customers }: ExceptionFilterOptions): ListFilter[] {
  const owners = new Set(Object.values(TEAM_OF_EXCEPTION))
  const choices = (key: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${key}.${value}`) }))
  return [
    { key: 'kind', label: t('column.kinds'), value: filter.kind, choices: choices('kind', EXCEPTION_KINDS) },
    customerFilter({ label: t('column.customer'), value: filter.customer, customers }),
    { key: 'owner', label: t('column.owner'), value: filter.owner, choices: choices('owner', ['mine', 'nobody']) },
    {
      key: 'team',
      label: t('column.team'),
      value: filter.team,
      choices: TEAMS.filter((team) => owners.has(team)).map((value) => ({ value, label: teams(`teams.${value}`) })),
    },
    { key: 'due', label: t('column.due'), value: filter.due, choices: choices('due', ['overdue', 'today', 'week']) },
    { key: 'q', label: t('column.number'), hint: t('filter.qHint'), value: filter.q },
  ]
}

import type { ListFilter } from '@/ui/list-filters'
import { TEAMS } from '../rules/teams'
import { TASK_STATES_SHOWN, type TaskFilter } from '../schemas'

/** What the list of requests can be narrowed by; open ones unless somebody asks for others. */
export function taskFilters(t: (key: string) => string, filter: TaskFilter): ListFilter[] {
  return [
    { key: 'team', label: t('team'), value: filter.team, choices: TEAMS.map((value) => ({ value, label: t(`teams.${value}`) })) },
    {
      key: 'state',
      label: t('column.state'),
      value: filter.state,
      usual: 'open',
      choices: TASK_STATES_SHOWN.map((value) => ({ value, label: t(`stateFilter.${value}`) })),
    },
  ]
}

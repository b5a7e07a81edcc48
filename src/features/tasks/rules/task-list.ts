import type { ListShape } from '@/core/list-shape'
import { TEAMS } from './teams'

/** Requests between teams; open ones unless somebody asks for others, the ones due first come first. */
export const TASK_LIST = {
  key: 'tasks',
  path: '/tasks',
  title: 'tasks.title',
  empty: 'tasks.empty',
  isEmptyByTab: true,
  columns: [
    { key: 'title', kind: 'text', title: 'tasks.column.title', look: 'key' },
    { key: 'kind', kind: 'text', title: 'tasks.column.kind', look: 'quiet', isQuiet: true, isUnasked: true },
    { key: 'team', kind: 'choice', choices: TEAMS, words: 'tasks.teams', title: 'tasks.team' },
    { key: 'owner', kind: 'choice', named: 'people', isOptional: true, title: 'tasks.column.owner', look: 'quiet' },
    { key: 'due', kind: 'deadline', isOptional: true, title: 'tasks.column.due' },
    { key: 'customer', kind: 'choice', named: 'customers', isOptional: true, title: 'tasks.column.customer', look: 'quiet' },
    { key: 'about', kind: 'text', isOptional: true, title: 'tasks.column.about', look: 'quiet' },
    { key: 'worth', kind: 'money', isOptional: true, title: 'tasks.column.worth' },
    { key: 'asked', kind: 'text', isOptional: true, title: 'tasks.column.askedBy', look: 'quiet', hide: 'narrow' },
    { key: 'when', kind: 'instant', title: 'tasks.column.when', look: 'quiet', hide: 'narrow' },
    {
      key: 'state',
      kind: 'choice',
      choices: ['open', 'answered', 'closed', 'cancelled'],
      words: 'tasks.state',
      title: 'tasks.column.state',
      marks: { open: { shape: 'partly' }, answered: { shape: 'ready' }, closed: { shape: 'fixed' }, cancelled: { shape: 'none' } },
    },
  ],
  tabs: { param: 'view', keys: ['mine', 'asked-by-me', 'all'], usual: 'mine', words: 'tasks.view', worth: [] },
  quick: ['team', 'owner', 'state', 'customer'],
  usual: { state: 'open' },
  search: 'tasks.listSearch',
  sort: { key: 'due', direction: 'asc' },
  sums: ['worth'],
} as const satisfies ListShape

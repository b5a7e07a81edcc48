'use client'

import { useTranslations } from 'next-intl'
import { KitList } from '@/ui/list-kit/kit-list'
import type { KitListProps } from '@/ui/list-kit/kit-list-props'
import type { Team } from '../rules/teams'
import { TaskBulkBar } from './task-bulk-bar'
import { taskCellText } from './task-cell-text'
import { type TaskPerson, taskEdits } from './task-edits'

type TaskListProps = KitListProps & {
  people: readonly TaskPerson[]
  /** Whose requests the reader gives out. */
  teams: readonly Team[]
}

/** The list of requests; what asks by itself is told in the reader's language. */
export function TaskList({ people, teams, ...props }: TaskListProps) {
  const t = useTranslations()
  const textOf = (key: string) => (row: Parameters<typeof taskCellText>[1]) => taskCellText(key, row, t)
  return (
    <KitList
      {...props}
      chosenSum="worth"
      edits={taskEdits(t, people, teams)}
      // Who answers for no team only reads.
      {...(teams.length > 0 && { bulkBar: (rows) => <TaskBulkBar rows={rows} people={people} /> })}
      own={{ title: textOf('title'), kind: textOf('kind'), about: textOf('about'), asked: textOf('asked') }}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { ListRow } from '@/core/list-shape'
import { Button } from '@/ui/button'
import { AssignMenu } from '@/ui/data-table/assign-menu'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useBulkGive } from '@/ui/data-table/use-bulk-give'
import { writeCell } from '@/ui/data-table/use-inline-edit'
import { useAction } from '@/ui/form/use-action'
import { assignTasksAction, closeTasksAction, remindTasksAction } from '../actions'
import type { TaskPerson } from './task-edits'

type TaskBulkBarProps = { rows: readonly ListRow[]; people: readonly TaskPerson[] }

/** What can be done with the chosen requests at once, each as one command: all of them or none. */
export function TaskBulkBar({ rows, people }: TaskBulkBarProps) {
  const t = useTranslations('tasks')
  const { selected, clear } = useSelection()
  const chosen = rows.filter(({ id }) => selected.has(id))
  const tasks = chosen.map(({ id, cells }) => ({ id, version: Number(cells['version'] ?? 0) }))
  const remind = useAction(remindTasksAction, { done: (result) => t('bulk.reminded', result), onDone: clear })
  const close = useAction(closeTasksAction, { done: (result) => t('bulk.closed', result), onDone: clear })
  const assign = useBulkGive({
    give: (given, ownerId) => writeCell(assignTasksAction, { tasks: [...given], ownerId }),
    said: (given) => t('bulk.assigned', { count: given }),
    onDone: clear,
  })
  // A request goes to one of its team: only who answers for all that are chosen is offered.
  const takers = people.filter(({ teams }) => chosen.every(({ cells }) => teams.includes(cells['team'] ?? '')))
  return (
    <BulkBar>
      <Button type="button" kind="primary" pending={remind.isPending} onClick={() => remind.run({ tasks })}>
        {t('remind')}
      </Button>
      <AssignMenu
        label={t('bulk.assignTo')}
        release={t('bulk.release')}
        people={takers}
        pending={assign.isPending}
        onAssign={(ownerId) =>
          assign.run(
            chosen.map(({ id, cells }) => ({ id, version: Number(cells['version'] ?? 0), ownerId: cells['ownerId'] ?? null })),
            ownerId,
          )
        }
      />
      <Button type="button" pending={close.isPending} onClick={() => close.run({ tasks })}>
        {t('bulk.close')}
      </Button>
    </BulkBar>
  )
}

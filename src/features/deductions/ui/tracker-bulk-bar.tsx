'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { AssignMenu } from '@/ui/data-table/assign-menu'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useAction } from '@/ui/form/use-action'
import { announceJob } from '@/ui/job-signal'
import { assignDeductionAction, decideDeductionAction, startBulkAction } from '../actions'
import type { BulkAct } from '../rules/bulk'
import { BULK_MAX } from '../rules/bulk'
import type { TrackerFilter } from '../schemas'
import { type Done, UndoBar } from './undo-bar'

type TrackerBulkBarProps = {
  /** The row with an id, while it is at hand. */
  rowOf: (id: string) => { version: number; ownerId: string | null } | undefined
  /** What the list shows and how many that are, for when all of them are chosen. */
  filter: TrackerFilter
  count: number
  ownUserId: string
  /** Who may own deductions. */
  people: readonly { id: string; name: string }[]
  canDecide: boolean
}

/** What can be done with the chosen rows at once: few as one command, many in the background with progress and a way back. */
export function TrackerBulkBar({ rowOf, filter, ownUserId, people, canDecide, ...props }: TrackerBulkBarProps) {
  const t = useTranslations('deductions')
  const { selected, isAllMatching, excluded, clear } = useSelection()
  const matching = { ...filter, without: [...excluded] }
  const count = props.count - excluded.size
  const [last, setLast] = useState<Done | null>(null)
  const remember = (act: Done['act']) => (done: { rows: readonly { id: string; version: number }[] }) => {
    setLast(isAllMatching ? null : { act, rows: done.rows.map((row) => ({ ...row, ownerId: rowOf(row.id)?.ownerId ?? null })) })
    clear()
  }
  const assign = useAction(assignDeductionAction, { done: t('bulk.assigned'), onDone: remember('assigned') })
  const decide = useAction(decideDeductionAction, { done: t('bulk.agreed'), onDone: remember('agreed') })
  const start = useAction(startBulkAction, {
    done: t('bulk.started', { count }),
    onDone: () => {
      clear()
      announceJob()
    },
  })
  if (!canDecide) return null
  const isMany = isAllMatching && count > BULK_MAX
  const deductions = isAllMatching ? { matching, count } : [...selected].map((id) => ({ id, version: rowOf(id)?.version ?? 1 }))
  const inBackground = (act: BulkAct, ownerId: string | null) => start.run({ act, ownerId, matching, count })
  const assignTo = (ownerId: string | null) => (isMany ? inBackground('assign', ownerId) : assign.run({ deductions, ownerId }))
  const agree = () => (isMany ? inBackground('agree', null) : decide.run({ deductions, decision: 'agree' }))
  if (selected.size === 0 && !isAllMatching) return last && <UndoBar last={last} rowOf={rowOf} onDone={() => setLast(null)} />
  return (
    <BulkBar>
      <Button type="button" kind="primary" keys="Y" pending={decide.isPending || start.isPending} onClick={agree}>
        {t('bulk.agree')}
      </Button>
      <Button type="button" keys="A" pending={assign.isPending || start.isPending} onClick={() => assignTo(ownUserId)}>
        {t('bulk.takeOver')}
      </Button>
      <AssignMenu
        label={t('bulk.assignTo')}
        release={t('bulk.release')}
        people={people.filter(({ id }) => id !== ownUserId)}
        pending={assign.isPending || start.isPending}
        onAssign={assignTo}
      />
    </BulkBar>
  )
}

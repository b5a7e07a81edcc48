'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useAction } from '@/ui/form/use-action'
import { assignDeductionAction, decideDeductionAction } from '../actions'
import type { TrackerFilter } from '../schemas'

type TrackerBulkBarProps = {
  versions: Readonly<Record<string, number>>
  /** What the list shows and how many that are, for when all of them are chosen. */
  filter: TrackerFilter
  count: number
  ownUserId: string
  canDecide: boolean
}

/** What can be done with the chosen rows at once; each is one command for all of them. */
export function TrackerBulkBar({ versions, filter, count, ownUserId, canDecide }: TrackerBulkBarProps) {
  const t = useTranslations('deductions')
  const { selected, isAllMatching, clear } = useSelection()
  const assign = useAction(assignDeductionAction, { done: t('bulk.assigned'), onDone: clear })
  const decide = useAction(decideDeductionAction, { done: t('bulk.agreed'), onDone: clear })
  if (!canDecide) return null
  const deductions = isAllMatching ? { matching: filter, count } : [...selected].map((id) => ({ id, version: versions[id] ?? 1 }))
  return (
    <BulkBar>
      <Button
        type="button"
        kind="primary"
        keys="Y"
        pending={decide.isPending}
        onClick={() => decide.run({ deductions, decision: 'agree' })}
      >
        {t('bulk.agree')}
      </Button>
      <Button type="button" keys="A" pending={assign.isPending} onClick={() => assign.run({ deductions, ownerId: ownUserId })}>
        {t('bulk.takeOver')}
      </Button>
      <Button type="button" pending={assign.isPending} onClick={() => assign.run({ deductions, ownerId: null })}>
        {t('bulk.release')}
      </Button>
    </BulkBar>
  )
}

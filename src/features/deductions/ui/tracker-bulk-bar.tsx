'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useAction } from '@/ui/form/use-action'
import { assignDeductionAction, decideDeductionAction } from '../actions'

type TrackerBulkBarProps = { versions: Readonly<Record<string, number>>; ownUserId: string; canDecide: boolean }

/** What can be done with the chosen rows at once; each is one command for all of them. */
export function TrackerBulkBar({ versions, ownUserId, canDecide }: TrackerBulkBarProps) {
  const t = useTranslations('deductions')
  const { selected, clear } = useSelection()
  const assign = useAction(assignDeductionAction, { done: t('bulk.assigned'), onDone: clear })
  const decide = useAction(decideDeductionAction, { done: t('bulk.agreed'), onDone: clear })
  if (!canDecide) return null
  const deductions = [...selected].map((id) => ({ id, version: versions[id] ?? 1 }))
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

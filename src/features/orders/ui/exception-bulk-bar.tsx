'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useAction } from '@/ui/form/use-action'
import { assignExceptionsAction } from '../actions'
import { DecideDialog } from './decide-dialog'

type ExceptionBulkBarProps = { versions: Readonly<Record<string, number>>; ownUserId: string; canDecide: boolean }

/** What can be done with the chosen exceptions at once; each is one command for all of them. */
export function ExceptionBulkBar({ versions, ownUserId, canDecide }: ExceptionBulkBarProps) {
  const t = useTranslations('orders')
  const { selected, clear } = useSelection()
  const assign = useAction(assignExceptionsAction, { done: t('assigned'), onDone: clear })
  if (!canDecide) return null
  const exceptions = [...selected].map((id) => ({ id, version: versions[id] ?? 0 }))
  return (
    <BulkBar>
      <DecideDialog exceptions={exceptions} decision="held" kind="primary" onDone={clear} />
      <DecideDialog exceptions={exceptions} decision="released" onDone={clear} />
      <DecideDialog exceptions={exceptions} decision="rejected" onDone={clear} />
      <Button type="button" keys="A" pending={assign.isPending} onClick={() => assign.run({ exceptions, ownerId: ownUserId })}>
        {t('takeOver')}
      </Button>
      <Button type="button" pending={assign.isPending} onClick={() => assign.run({ exceptions, ownerId: null })}>
        {t('giveBack')}
      </Button>
    </BulkBar>
  )
}

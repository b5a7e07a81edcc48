'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { announceJob } from '@/ui/job-signal'
import { askUndoBulkAction } from '../actions'

type UndoBulkButtonProps = { bulkId: string; count: number }

/** Takes a change of many back; what changed again since stays. */
export function UndoBulkButton({ bulkId, count }: UndoBulkButtonProps) {
  const t = useTranslations('deductions')
  const undo = useAction(askUndoBulkAction, { done: t('bulk.undoStarted'), onDone: announceJob })
  return (
    <Button type="button" pending={undo.isPending} onClick={() => undo.run({ bulkId })}>
      {t('bulk.undo', { count })}
    </Button>
  )
}

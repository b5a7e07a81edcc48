'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { undoLineageAction } from '../actions'

/** Takes a division or a putting-together back. */
export function UndoLineageButton({ id }: { id: string }) {
  const t = useTranslations('deductions.lineage')
  const { run, isPending } = useAction(undoLineageAction, { done: t('undone') })
  return (
    <Button type="button" pending={isPending} onClick={() => run({ id })}>
      {t('undo')}
    </Button>
  )
}

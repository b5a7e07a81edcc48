'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { reconcileAction } from '../actions'

/** Compares what changed since the last time, whoever changed it; what agrees by now closes by itself. */
export function ReconcileButton() {
  const t = useTranslations('reconciliation')
  const run = useAction(reconcileAction, { done: t('reconciled') })
  return (
    <Button type="button" pending={run.isPending} pendingText={t('reconciling')} onClick={() => run.run({ only: 'changed' })}>
      {t('reconcile')}
    </Button>
  )
}

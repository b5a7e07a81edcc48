'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { checkOrdersAction } from '../actions'

/** Checks all orders again; what is right by now closes by itself. */
export function CheckOrdersButton() {
  const t = useTranslations('orders')
  const run = useAction(checkOrdersAction, { done: t('checked') })
  return (
    <Button type="button" pending={run.isPending} pendingText={t('checking')} onClick={() => run.run({})}>
      {t('check')}
    </Button>
  )
}

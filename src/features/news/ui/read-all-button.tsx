'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { readNewsAction } from '../actions'

/** Marks everything new as read. */
export function ReadAllButton() {
  const t = useTranslations('news')
  const read = useAction(readNewsAction, { done: ({ count }) => t('allRead', { count }) })
  return (
    <Button type="button" pending={read.isPending} onClick={() => read.run({ newsId: null })}>
      {t('readAll')}
    </Button>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { closeTaskAction, remindTaskAction } from '../actions'

type RemindButtonProps = { taskId: string }

/** Sends the team a reminder by mail. */
export function RemindButton({ taskId }: RemindButtonProps) {
  const t = useTranslations('tasks')
  const { run, isPending } = useAction(remindTaskAction, { done: (result) => t('reminded', { count: result.mails }) })
  return (
    <Button type="button" pending={isPending} onClick={() => run({ taskId })}>
      {t('remind')}
    </Button>
  )
}

type CloseButtonProps = { taskId: string; version: number; isAnswered: boolean }

/** Ends a request: done when it was answered, withdrawn when it was not. */
export function CloseButton({ taskId, version, isAnswered }: CloseButtonProps) {
  const t = useTranslations('tasks')
  const { run, isPending } = useAction(closeTaskAction, { done: t(isAnswered ? 'closed' : 'withdrawn') })
  return (
    <Button
      type="button"
      kind={isAnswered ? 'primary' : 'plain'}
      pending={isPending}
      onClick={() => run({ taskId, version, isCancelled: !isAnswered })}
    >
      {t(isAnswered ? 'close' : 'withdraw')}
    </Button>
  )
}

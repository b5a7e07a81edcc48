'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { answerTaskAction } from '../actions'

type AnswerFormProps = { taskId: string; version: number; onDone?: () => void }

/** One field: what the team found. */
export function AnswerForm({ taskId, version, onDone }: AnswerFormProps) {
  const t = useTranslations('tasks')
  const form = useActionForm(answerTaskAction, {
    input: (fields) => ({ taskId, version, answer: fields.text('answer') }),
    done: t('answerSent'),
    ...(onDone ? { onDone } : {}),
  })
  return (
    <Form form={form} name={t('answer')}>
      <TextArea name="answer" label={t('yourAnswer')} rows={4} required hint={t('answerHint')} />
      <div className="actions">
        {onDone && (
          <Button type="button" onClick={onDone}>
            {t('cancel')}
          </Button>
        )}
        <Button kind="primary">{t('sendAnswer')}</Button>
      </div>
    </Form>
  )
}

type AnswerDialogProps = { taskId: string; version: number; title: string; isPrimary?: boolean }

export function AnswerDialog({ taskId, version, title, isPrimary = false }: AnswerDialogProps) {
  const t = useTranslations('tasks')
  return (
    <Dialog
      title={title}
      trigger={
        <Button type="button" kind={isPrimary ? 'primary' : 'plain'} keys="A">
          {t('answer')}
        </Button>
      }
    >
      {(close) => <AnswerForm taskId={taskId} version={version} onDone={close} />}
    </Dialog>
  )
}

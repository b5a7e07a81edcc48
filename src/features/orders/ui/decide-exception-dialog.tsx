'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { decideExceptionAction } from '../actions'
import type { ExceptionDecision } from '../rules/exception-kinds'

type DecideExceptionDialogProps = { exception: { id: string; version: number }; decision: ExceptionDecision; kind: 'plain' | 'primary' }

/** One decision on one exception; everything but holding needs its reason in writing. */
export function DecideExceptionDialog({ exception, decision, kind }: DecideExceptionDialogProps) {
  const t = useTranslations('orders')
  return (
    <Dialog
      title={t(`decisionTitle.${decision}`)}
      trigger={
        <Button type="button" kind={kind}>
          {t(`decide.${decision}`)}
        </Button>
      }
    >
      {(close) => <DecideForm exception={exception} decision={decision} close={close} />}
    </Dialog>
  )
}

type DecideFormProps = { exception: { id: string; version: number }; decision: ExceptionDecision; close: () => void }

function DecideForm({ exception, decision, close }: DecideFormProps) {
  const t = useTranslations('orders')
  const form = useActionForm(decideExceptionAction, {
    input: (fields) => ({ exceptionId: exception.id, version: exception.version, decision, reason: fields.text('reason') }),
    done: t(`decided.${decision}`),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t(`decisionMeans.${decision}`)}</p>
      <TextArea name="reason" label={t('reason')} rows={3} required={decision !== 'held'} />
      <DialogActions submit={t(`decide.${decision}`)} onCancel={close} />
    </Form>
  )
}

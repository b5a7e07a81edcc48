'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { decideExceptionsAction } from '../actions'
import type { ExceptionDecision } from '../rules/exception-kinds'

type DecideDialogProps = {
  exceptions: readonly { id: string; version: number }[]
  decision: Exclude<ExceptionDecision, 'corrected'>
  kind?: 'plain' | 'primary'
  keys?: string
  onDone?: () => void
}

/** One decision on one or many exceptions; everything but holding needs its reason in writing. */
export function DecideDialog({ exceptions, decision, kind = 'plain', keys, onDone }: DecideDialogProps) {
  const t = useTranslations('orders')
  return (
    <Dialog
      title={t(`decisionTitle.${decision}`)}
      trigger={
        <Button type="button" kind={kind} {...(keys === undefined ? {} : { keys })}>
          {t(`decide.${decision}`)}
        </Button>
      }
    >
      {(close) => (
        <DecideForm
          exceptions={exceptions}
          decision={decision}
          onCancel={close}
          onDone={() => {
            close()
            onDone?.()
          }}
        />
      )}
    </Dialog>
  )
}

type DecideFormProps = Pick<DecideDialogProps, 'exceptions' | 'decision'> & { onCancel: () => void; onDone: () => void }

function DecideForm({ exceptions, decision, onCancel, onDone }: DecideFormProps) {
  const t = useTranslations('orders')
  const form = useActionForm(decideExceptionsAction, {
    input: (fields) => ({ exceptions: [...exceptions], decision, reason: fields.text('reason') }),
    done: ({ count, waiting }) => (waiting > 0 ? t('askedSecond', { count: waiting }) : t(`decided.${decision}`, { count })),
    onDone,
  })
  return (
    <Form form={form}>
      <p className="m">{t(`decisionMeans.${decision}`)}</p>
      <TextArea name="reason" label={t('reason')} rows={3} required={decision !== 'held'} />
      <DialogActions submit={t(`decide.${decision}`)} onCancel={onCancel} />
    </Form>
  )
}

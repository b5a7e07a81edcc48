'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { decideExceptionsAction } from '../actions'
import type { ExceptionRow } from '../queries/exception-columns'
import { CORRECTION_PLACES, usualPlaceOf } from '../rules/exception-kinds'

type CorrectDialogProps = { exception: Pick<ExceptionRow, 'id' | 'version' | 'kind' | 'expected' | 'actual' | 'entered' | 'po_number'> }

/** Corrects an exception: to which value, and who has to change it where. It closes by itself once the paper says so. */
export function CorrectDialog({ exception }: CorrectDialogProps) {
  const t = useTranslations('orders')
  return (
    <Dialog title={t('decisionTitle.corrected')} trigger={<Button type="button">{t('decide.corrected')}</Button>}>
      {(close) => <CorrectForm exception={exception} close={close} />}
    </Dialog>
  )
}

function CorrectForm({ exception, close }: CorrectDialogProps & { close: () => void }) {
  const t = useTranslations('orders')
  const form = useActionForm(decideExceptionsAction, {
    input: (fields) => ({
      exceptions: [{ id: exception.id, version: exception.version }],
      decision: 'corrected' as const,
      reason: fields.text('reason'),
      correctedValue: fields.text('correctedValue'),
      correctIn: CORRECTION_PLACES.find((place) => place === fields.text('correctIn')) ?? 'customer',
    }),
    done: t('decided.corrected', { count: 1 }),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('decisionMeans.corrected')}</p>
      <TextField
        name="correctedValue"
        label={t('correctedValue')}
        hint={t('correctedValueHint', { ordered: exception.actual ?? '–' })}
        defaultValue={exception.expected ?? ''}
        required
      />
      <Select
        name="correctIn"
        label={t('correctInLabel')}
        defaultValue={usualPlaceOf(exception.kind)}
        choices={CORRECTION_PLACES.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <TextArea name="reason" label={t('reason')} rows={3} required />
      <DialogActions submit={t('decide.corrected')} onCancel={close} />
    </Form>
  )
}

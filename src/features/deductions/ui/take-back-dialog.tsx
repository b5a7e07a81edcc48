'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { takeBackResolutionAction } from '../actions'
import type { TrackerRow } from '../queries/tracker-row'

type TakeBackDialogProps = { row: TrackerRow; resolutionId: string; what: string }

/** Takes back how an amount ended, with a reason; what was booked stays beside its opposite. */
export function TakeBackDialog({ row, resolutionId, what }: TakeBackDialogProps) {
  const t = useTranslations('deductions.takeBack')
  return (
    <Dialog title={t('title', { what })} trigger={<Button type="button">{t('open')}</Button>}>
      {(close) => <TakeBackForm row={row} resolutionId={resolutionId} close={close} />}
    </Dialog>
  )
}

type TakeBackFormProps = { row: TrackerRow; resolutionId: string; close: () => void }

function TakeBackForm({ row, resolutionId, close }: TakeBackFormProps) {
  const t = useTranslations('deductions')
  const form = useActionForm(takeBackResolutionAction, {
    input: (fields) => ({ id: row.id, version: row.version, resolutionId, reason: fields.text('reason') }),
    done: t('takeBack.done'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('takeBack.note')}</p>
      <TextArea name="reason" label={t('reasonForChange')} required rows={3} />
      <DialogActions submit={t('takeBack.open')} onCancel={close} />
    </Form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { confirmPaperAction } from '../actions'
import type { PaperToRead } from './paper-to-read'
import { DeliveryFields, deliveryAnswers } from './read-delivery-fields'

type ConfirmPaperDialogProps = { documentId: string; facts: NonNullable<PaperToRead['facts']>; signedOn: string | null }

/** The short form over what was read in a paper's text: confirm or correct it. */
export function ConfirmPaperDialog(props: ConfirmPaperDialogProps) {
  const t = useTranslations('fileIntake')
  return (
    <Dialog title={t('confirm.title')} trigger={<Button type="button">{t('confirm.open')}</Button>}>
      {(close) => <ConfirmForm {...props} close={close} />}
    </Dialog>
  )
}

function ConfirmForm({ documentId, facts, signedOn, close }: ConfirmPaperDialogProps & { close: () => void }) {
  const t = useTranslations('fileIntake')
  const form = useActionForm(confirmPaperAction, {
    input: (fields) => ({ documentId, ...deliveryAnswers(fields), signedOn: fields.optional('signedOn') }),
    done: ({ judged, changed }) => t('paper.saved', { judged, changed }),
    onDone: close,
  })
  return (
    <Form form={form} name={t('confirm.title')}>
      <p className="q">{t('confirm.hint')}</p>
      <DeliveryFields facts={facts} />
      <TextField name="signedOn" type="date" label={t('paper.signedOn')} defaultValue={signedOn ?? ''} />
      <DialogActions submit={t('confirm.save')} onCancel={close} />
    </Form>
  )
}

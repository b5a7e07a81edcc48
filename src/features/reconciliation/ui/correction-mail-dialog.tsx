'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { mailCorrectionAction } from '../actions'
import type { CorrectionRecipient } from '../queries/find-correction-recipients'
import type { CorrectionMailText } from './correction-mail-text'

type PreparedMail = CorrectionMailText & { locale: 'en' | 'zh-CN'; isPartner: boolean }
type CorrectionMailDialogProps = { differenceId: string; recipients: readonly CorrectionRecipient[]; texts: readonly PreparedMail[] }

/** The request for correction as a mail: to whom, in their language, read and changed before it goes to the outbox. */
export function CorrectionMailDialog(props: CorrectionMailDialogProps) {
  const t = useTranslations('reconciliation')
  return (
    <Dialog title={t('mail.title')} trigger={<Button type="button">{t('mail.open')}</Button>}>
      {(close) => <MailForm {...props} close={close} />}
    </Dialog>
  )
}

function MailForm({ differenceId, recipients, texts, close }: CorrectionMailDialogProps & { close: () => void }) {
  const t = useTranslations('reconciliation')
  const [place, setPlace] = useState(0)
  const recipient = recipients[place]
  const text = texts.find((one) => one.locale === recipient?.locale && one.isPartner === recipient.isPartner) ?? texts[0]
  const form = useActionForm(mailCorrectionAction, {
    input: (fields) => ({ differenceId, to: fields.text('to'), subject: fields.text('subject'), text: fields.text('text') }),
    done: t('mail.queued'),
    onDone: close,
  })
  if (text === undefined) return null
  return (
    <Form form={form}>
      {recipients.length > 0 && (
        <Select
          name="recipient"
          label={t('mail.recipient')}
          value={String(place)}
          onChange={(event) => setPlace(Number(event.target.value))}
          choices={recipients.map((one, index) => ({
            value: String(index),
            label: one.isPartner ? t('mail.partner', { name: one.name }) : one.name,
          }))}
        />
      )}
      <TextField key={`to ${place}`} name="to" label={t('mail.to')} type="email" required defaultValue={recipient?.email ?? ''} />
      <TextField key={`subject ${place}`} name="subject" label={t('mail.subjectLabel')} required defaultValue={text.subject} />
      <TextArea key={`text ${place}`} name="text" label={t('mail.text')} rows={12} required defaultValue={text.text} />
      <DialogActions submit={t('mail.send')} onCancel={close} />
    </Form>
  )
}

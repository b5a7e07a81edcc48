'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { CopyButton } from '@/ui/copy-button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { sendReplyAction } from '../actions'
import type { ReplyText } from './reply-text'

type ReplyDialogProps = {
  customer: string
  poKey: string
  to: string | null
  texts: readonly (ReplyText & { locale: 'en' | 'zh-CN' })[]
  canSend: boolean
}

/** The reply as a mail: read, changed, copied, or put into the outbox. */
export function ReplyDialog(props: ReplyDialogProps) {
  const t = useTranslations('orders')
  return (
    <Dialog title={t('reply.mailTitle')} trigger={<Button type="button">{t('reply.mail')}</Button>}>
      {(close) => <ReplyForm {...props} close={close} />}
    </Dialog>
  )
}

function ReplyForm({ customer, poKey, to, texts, canSend, close }: ReplyDialogProps & { close: () => void }) {
  const t = useTranslations('orders')
  const [locale, setLocale] = useState(texts[0]?.locale)
  const chosen = texts.find((text) => text.locale === locale) ?? texts[0]
  const form = useActionForm(sendReplyAction, {
    input: (fields) => ({ customer, poKey, to: fields.text('to'), subject: fields.text('subject'), text: fields.text('text') }),
    done: t('reply.queued'),
    onDone: close,
  })
  if (chosen === undefined) return null
  return (
    <Form form={form}>
      <div className="row">
        {texts.map((text) => (
          <Button key={text.locale} type="button" aria-pressed={text.locale === locale} onClick={() => setLocale(text.locale)}>
            {t(`reply.locale.${text.locale}`)}
          </Button>
        ))}
        <CopyButton text={`${chosen.subject}\n\n${chosen.text}`} label={t('reply.copy')} kind="plain">
          {t('reply.copy')}
        </CopyButton>
      </div>
      <TextField name="to" label={t('reply.to')} type="email" defaultValue={to ?? ''} required={canSend} />
      <TextField key={`subject ${locale}`} name="subject" label={t('reply.subjectLabel')} defaultValue={chosen.subject} required />
      <TextArea key={`text ${locale}`} name="text" label={t('reply.text')} rows={12} defaultValue={chosen.text} required />
      {canSend && <DialogActions submit={t('reply.send')} onCancel={close} />}
    </Form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { declineLedgerRequestAction, postLedgerRequestAction } from '../actions'

type PostingButtonsProps = { id: string; version: number; name: string; today: string }

/** Finance's word: posted under this number, or not posted and why. */
export function PostingButtons({ id, version, name, today }: PostingButtonsProps) {
  const t = useTranslations('deductions.postings')
  return (
    <span className="row justify-end">
      <Dialog title={t('postTitle', { name })} trigger={<Button type="button">{t('post')}</Button>}>
        {(close) => <PostForm id={id} version={version} today={today} close={close} />}
      </Dialog>
      <Dialog title={t('declineTitle', { name })} trigger={<Button type="button">{t('decline')}</Button>}>
        {(close) => <DeclineForm id={id} version={version} close={close} />}
      </Dialog>
    </span>
  )
}

type FormProps = { id: string; version: number; close: () => void }

function PostForm({ id, version, today, close }: FormProps & { today: string }) {
  const t = useTranslations('deductions.postings')
  const form = useActionForm(postLedgerRequestAction, {
    input: (fields) => ({ id, version, documentNumber: fields.text('documentNumber'), postedOn: fields.text('postedOn') }),
    done: t('postDone'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="documentNumber" label={t('document')} required maxLength={40} />
      <TextField name="postedOn" type="date" label={t('postedOn')} required defaultValue={today} max={today} />
      <DialogActions submit={t('post')} onCancel={close} />
    </Form>
  )
}

function DeclineForm({ id, version, close }: FormProps) {
  const t = useTranslations('deductions')
  const form = useActionForm(declineLedgerRequestAction, {
    input: (fields) => ({ id, version, reason: fields.text('reason') }),
    done: t('postings.declineDone'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('postings.declineNote')}</p>
      <TextArea name="reason" label={t('reasonForChange')} required rows={3} />
      <DialogActions submit={t('postings.decline')} kind="danger" onCancel={close} />
    </Form>
  )
}

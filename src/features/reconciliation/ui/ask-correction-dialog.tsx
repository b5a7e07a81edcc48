'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { askCorrectionAction } from '../actions'

type AskCorrectionDialogProps = {
  differenceId: string
  team: string
  about: string
  sapValue: string
  otherValue: string
  kind: string
  source: string
}

/** Asks the team whose system is wrong; the request carries both values, the note is for what they cannot see. */
export function AskCorrectionDialog({ differenceId, team, about, ...values }: AskCorrectionDialogProps) {
  const t = useTranslations('reconciliation')
  return (
    <Dialog
      title={t('askTitle', { team, about })}
      trigger={
        <Button type="button" kind="primary">
          {t('ask', { team })}
        </Button>
      }
    >
      {(close) => <AskForm differenceId={differenceId} title={t('askTask', { about, ...values })} close={close} />}
    </Dialog>
  )
}

type AskFormProps = { differenceId: string; title: string; close: () => void }

function AskForm({ differenceId, title, close }: AskFormProps) {
  const t = useTranslations('reconciliation')
  const locale = useLocale()
  const form = useActionForm(askCorrectionAction, {
    input: (fields) => ({ differenceId, title, note: fields.text('note'), locale }),
    done: t('asked'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{title}</p>
      <TextArea name="note" label={t('askNote')} hint={t('askNoteHint')} rows={3} />
      <DialogActions submit={t('send')} onCancel={close} />
    </Form>
  )
}

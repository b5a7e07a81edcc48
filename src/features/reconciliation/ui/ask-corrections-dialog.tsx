'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { askCorrectionsAction } from '../actions'
import { BulkPreview, type ChosenDifference } from './bulk-preview'

type AskCorrectionsDialogProps = { chosen: readonly ChosenDifference[]; onDone: () => void }

/** Shows which team gets which requests before anything is sent. */
export function AskCorrectionsDialog({ chosen, onDone }: AskCorrectionsDialogProps) {
  const t = useTranslations('reconciliation')
  const open = chosen.filter((difference) => difference.state === 'open')
  return (
    <Dialog
      title={t('askManyTitle', { count: open.length })}
      trigger={
        <Button type="button" kind="primary" disabled={open.length === 0}>
          {t('askMany')}
        </Button>
      }
    >
      {(close) => (
        <AskManyForm
          open={open}
          left={chosen.length - open.length}
          onDone={() => {
            close()
            onDone()
          }}
          onCancel={close}
        />
      )}
    </Dialog>
  )
}

type AskManyFormProps = { open: readonly ChosenDifference[]; left: number; onDone: () => void; onCancel: () => void }

function AskManyForm({ open, left, onDone, onCancel }: AskManyFormProps) {
  const t = useTranslations('reconciliation')
  const locale = useLocale()
  const form = useActionForm(askCorrectionsAction, {
    input: (fields) => ({ requests: open.map(({ id, title }) => ({ differenceId: id, title })), note: fields.text('note'), locale }),
    done: t('askedMany', { count: open.length }),
    onDone,
  })
  return (
    <Form form={form}>
      <BulkPreview chosen={open} />
      {left > 0 && <p className="m">{t('askedAlready', { count: left })}</p>}
      <TextArea name="note" label={t('askNote')} hint={t('askNoteHint')} rows={2} />
      <DialogActions submit={t('send')} onCancel={onCancel} />
    </Form>
  )
}

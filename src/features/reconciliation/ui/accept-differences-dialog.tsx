'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { acceptDifferencesAction } from '../actions'
import { BulkPreview, type ChosenDifference } from './bulk-preview'

type AcceptDifferencesDialogProps = { ids: readonly string[]; preview?: readonly ChosenDifference[]; onDone?: () => void }

/** Accepts differences once, as they are; the reason stays with each of them. */
export function AcceptDifferencesDialog({ ids, preview = [], onDone }: AcceptDifferencesDialogProps) {
  const t = useTranslations('reconciliation')
  return (
    <Dialog title={t('acceptTitle', { count: ids.length })} trigger={<Button type="button">{t('accept')}</Button>}>
      {(close) => (
        <AcceptForm
          ids={ids}
          preview={preview}
          onDone={() => {
            close()
            onDone?.()
          }}
          onCancel={close}
        />
      )}
    </Dialog>
  )
}

type AcceptFormProps = { ids: readonly string[]; preview: readonly ChosenDifference[]; onDone: () => void; onCancel: () => void }

function AcceptForm({ ids, preview, onDone, onCancel }: AcceptFormProps) {
  const t = useTranslations('reconciliation')
  const form = useActionForm(acceptDifferencesAction, {
    input: (fields) => ({ ids: [...ids], reason: fields.text('reason') }),
    done: t('accepted', { count: ids.length }),
    onDone,
  })
  return (
    <Form form={form}>
      {preview.length > 0 && <BulkPreview chosen={preview} />}
      <TextArea name="reason" label={t('acceptReason')} hint={t('acceptReasonHint')} rows={3} required />
      <DialogActions submit={t('accept')} onCancel={onCancel} />
    </Form>
  )
}

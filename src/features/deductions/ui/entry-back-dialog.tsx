'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { takeEntryBackAction } from '../actions'
import type { TrackerRow } from '../queries/tracker-row'

type EntryBackDialogProps = { row: TrackerRow }

/** Takes back a deduction that was entered by mistake; the entry is kept with the reason. */
export function EntryBackDialog({ row }: EntryBackDialogProps) {
  const t = useTranslations('deductions.entryBack')
  return (
    <Dialog title={t('title')} trigger={<Button type="button">{t('open')}</Button>}>
      {(close) => <EntryBackForm row={row} close={close} />}
    </Dialog>
  )
}

function EntryBackForm({ row, close }: EntryBackDialogProps & { close: () => void }) {
  const t = useTranslations('deductions')
  const router = useRouter()
  const form = useActionForm(takeEntryBackAction, {
    input: (fields) => ({ id: row.id, version: row.version, reason: fields.text('reason') }),
    done: t('entryBack.done'),
    onDone: ({ isGone }) => {
      close()
      if (isGone) router.push('/deductions')
    },
  })
  return (
    <Form form={form}>
      <p className="m">{t('entryBack.note')}</p>
      <TextArea name="reason" label={t('reasonForChange')} required rows={3} />
      <DialogActions submit={t('entryBack.open')} kind="danger" onCancel={close} />
    </Form>
  )
}

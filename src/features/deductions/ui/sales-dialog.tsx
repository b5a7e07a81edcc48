'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { sendToSalesAction } from '../actions'
import type { TrackerRow } from '../queries/tracker-row'

type SalesDialogProps = { row: TrackerRow; name: string }

/** Gives the deduction back to sales with a question; it waits there until they answer. */
export function SalesDialog({ row, name }: SalesDialogProps) {
  const t = useTranslations('deductions.toSales')
  return (
    <Dialog title={t('title', { name })} trigger={<Button type="button">{t('open')}</Button>}>
      {(close) => <SalesForm row={row} close={close} />}
    </Dialog>
  )
}

function SalesForm({ row, close }: { row: TrackerRow; close: () => void }) {
  const t = useTranslations('deductions.toSales')
  const locale = useLocale()
  const form = useActionForm(sendToSalesAction, {
    input: (fields) => ({
      id: row.id,
      version: row.version,
      title: fields.text('title'),
      body: fields.text('body'),
      dueAt: fields.text('dueOn') === '' ? null : `${fields.text('dueOn')}T17:00:00Z`,
      locale: locale === 'zh-CN' ? ('zh-CN' as const) : ('en' as const),
    }),
    done: t('done'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="title" label={t('question')} required defaultValue={t('usual')} />
      <TextArea name="body" label={t('details')} rows={3} />
      <TextField name="dueOn" type="date" label={t('dueOn')} />
      <DialogActions submit={t('submit')} onCancel={close} />
    </Form>
  )
}

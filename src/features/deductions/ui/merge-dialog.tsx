'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatMoney } from '@/i18n/formats'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { mergeDeductionsAction } from '../actions'
import type { Lineage } from '../queries/find-lineage'
import type { TrackerRow } from '../queries/tracker-row'

type MergeDialogProps = { row: TrackerRow; name: string; lookAlikes: Lineage['lookAlikes'] }

/** Puts another deduction that tells of the same event into this one. */
export function MergeDialog({ row, name, lookAlikes }: MergeDialogProps) {
  const t = useTranslations('deductions.lineage')
  return (
    <Dialog title={t('mergeTitle', { name })} trigger={<Button type="button">{t('merge')}</Button>}>
      {(close) => <MergeForm row={row} lookAlikes={lookAlikes} close={close} />}
    </Dialog>
  )
}

function MergeForm({ row, lookAlikes, close }: Omit<MergeDialogProps, 'name'> & { close: () => void }) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const form = useActionForm(mergeDeductionsAction, {
    input: (fields) => ({
      id: row.id,
      version: row.version,
      otherId: fields.text('otherId'),
      otherVersion: lookAlikes.find((one) => one.id === fields.text('otherId'))?.version ?? 1,
      reason: fields.text('reason'),
    }),
    done: t('lineage.mergeDone'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('lineage.mergeNote')}</p>
      <Select
        name="otherId"
        label={t('lineage.other')}
        required
        choices={lookAlikes.map((one) => ({
          value: one.id,
          label: [one.name, t(`category.${one.category}`), formatMoney(one.amount, locale)].join(', '),
        }))}
      />
      <TextArea name="reason" label={t('reasonForChange')} required rows={2} />
      <DialogActions submit={t('lineage.merge')} onCancel={close} />
    </Form>
  )
}

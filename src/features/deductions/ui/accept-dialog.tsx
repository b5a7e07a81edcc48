'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { resolveDeductionAction } from '../actions'
import type { TrackerRow } from '../queries/tracker-row'
import { ChangedDeduction } from './changed-deduction'

const KINDS = ['accepted', 'written-off', 'repaid', 'credited'] as const

type AcceptDialogProps = { row: TrackerRow }

/** Closes what is open: accepted as owed, written off, or paid back. */
export function AcceptDialog({ row }: AcceptDialogProps) {
  const t = useTranslations('deductions')
  return (
    <Dialog title={t('resolveTitle', { claim: row.claimNumber ?? row.number })} trigger={<Button type="button">{t('resolve')}</Button>}>
      {(close) => <ResolveForm row={row} close={close} />}
    </Dialog>
  )
}

type ResolveFormProps = { row: TrackerRow; close: () => void }

function ResolveForm({ row, close }: ResolveFormProps) {
  const t = useTranslations('deductions')
  const form = useActionForm(resolveDeductionAction, {
    input: (fields) => ({
      id: row.id,
      version: row.version,
      kind: KINDS.find((kind) => kind === fields.text('kind')) ?? 'accepted',
      reference: fields.text('reference'),
      reason: fields.text('reason'),
    }),
    done: t('resolved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <Select name="kind" label={t('resolveAs')} choices={KINDS.map((value) => ({ value, label: t(`resolution.${value}`) }))} />
      <TextField name="reference" label={t('resolveReference')} />
      <TextArea name="reason" label={t('reasonForChange')} rows={3} required />
      <ChangedDeduction row={row} />
      <DialogActions submit={t('resolve')} onCancel={close} />
    </Form>
  )
}

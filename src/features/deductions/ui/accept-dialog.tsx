'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Money } from '@/core/money'
import { formatMoney } from '@/i18n/formats'
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
import type { CauseChoice } from './cause-name'
import { CauseSelect } from './cause-select'
import { ChangedDeduction } from './changed-deduction'

const KINDS = ['accepted', 'written-off', 'repaid', 'credited'] as const

type AcceptDialogProps = {
  row: TrackerRow
  /** What the reader may give up alone. */
  limit: Money
  causes: readonly CauseChoice[]
}

/** Closes what is open: accepted as owed, written off, or paid back. */
export function AcceptDialog({ row, limit, causes }: AcceptDialogProps) {
  const t = useTranslations('deductions')
  return (
    <Dialog title={t('resolveTitle', { claim: row.claimNumber ?? row.number })} trigger={<Button type="button">{t('resolve')}</Button>}>
      {(close) => <ResolveForm row={row} limit={limit} causes={causes} close={close} />}
    </Dialog>
  )
}

type ResolveFormProps = AcceptDialogProps & { close: () => void }

function ResolveForm({ row, limit, causes, close }: ResolveFormProps) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('accepted')
  const form = useActionForm(resolveDeductionAction, {
    input: (fields) => ({
      id: row.id,
      version: row.version,
      kind,
      reference: fields.text('reference'),
      reason: fields.text('reason'),
      causeKey: fields.text('causeKey'),
    }),
    done: (result) => t(result.isWaiting ? 'givingUp.waits' : 'resolved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <Select
        name="kind"
        label={t('resolveAs')}
        value={kind}
        onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'accepted')}
        choices={KINDS.map((value) => ({ value, label: t(`resolution.${value}`) }))}
      />
      <CauseSelect row={row} causes={causes} isOwed={kind === 'accepted'} />
      <TextField name="reference" label={t('resolveReference')} />
      <TextArea name="reason" label={t('reasonForChange')} rows={3} required />
      <p className="m">{t('givingUp.limit', { limit: formatMoney(limit, locale, { decimals: false }) })}</p>
      <ChangedDeduction row={row} />
      <DialogActions submit={t('resolve')} onCancel={close} />
    </Form>
  )
}

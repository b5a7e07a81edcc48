'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { enterDeductionAction } from '../actions'

type EnterDialogProps = { customers: readonly CustomerName[]; today: string }

/** Enters a deduction that no file told of. */
export function EnterDialog({ customers, today }: EnterDialogProps) {
  const t = useTranslations('deductions.enter')
  return (
    <Dialog
      title={t('title')}
      trigger={
        <Button type="button" kind="ghost">
          {t('open')}
        </Button>
      }
    >
      {(close) => <EnterForm customers={customers} today={today} close={close} />}
    </Dialog>
  )
}

function EnterForm({ customers, today, close }: EnterDialogProps & { close: () => void }) {
  const t = useTranslations('deductions')
  const form = useActionForm(enterDeductionAction, {
    input: (fields) => {
      const customer = customers.find((one) => one.id === fields.text('customerId'))
      const currency = fields.text('currency').toUpperCase() || (customer?.currency ?? '')
      return {
        customerId: fields.text('customerId'),
        claimNumber: fields.text('claimNumber'),
        paymentNumber: fields.text('paymentNumber'),
        invoiceNumber: fields.text('invoiceNumber'),
        poNumber: fields.text('poNumber'),
        takenOn: fields.text('takenOn'),
        amountMinor: minorOf(fields.text('amountMinor'), currency),
        currency,
        code: fields.text('code'),
        codeText: fields.text('codeText'),
        note: fields.text('note'),
      }
    },
    onDone: ({ id, isNew }) => {
      close()
      toast.success(
        <Link href={`/deductions/${id}`} className="underline">
          {t(isNew ? 'enter.done' : 'enter.joined')}
        </Link>,
      )
    },
  })
  return (
    <Form form={form}>
      <Select
        name="customerId"
        label={t('column.customer')}
        required
        blank
        choices={customers.map((customer) => ({ value: customer.id, label: customer.name }))}
      />
      <div className="grid gap-3 grid-cols-2">
        <TextField name="amountMinor" label={t('column.amount')} required inputMode="decimal" align="right" />
        <TextField name="currency" label={t('enter.currency')} hint={t('enter.currencyHint')} maxLength={3} />
        <TextField name="takenOn" type="date" label={t('column.taken')} required defaultValue={today} max={today} />
        <TextField name="claimNumber" label={t('column.claim')} hint={t('enter.numberHint')} />
        <TextField name="invoiceNumber" label={t('column.invoice')} />
        <TextField name="poNumber" label={t('column.po')} />
        <TextField name="paymentNumber" label={t('column.payment')} />
        <TextField name="code" label={t('column.code')} />
      </div>
      <TextField name="codeText" label={t('enter.codeText')} />
      <TextArea name="note" label={t('enter.note')} hint={t('enter.noteHint')} rows={2} required />
      <DialogActions submit={t('enter.submit')} onCancel={close} />
    </Form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { toDecimalText } from '@/core/money'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { setSmallAmountAction } from '../actions'
import type { SmallAmountRow } from '../queries/find-small-amounts'
import { SMALL_AMOUNT_ROLES, type SmallAmountRole } from '../rules/small-amount'

type SmallAmountDialogProps = {
  /** The row to follow or change; null begins the policy of a customer. */
  policy: SmallAmountRow | null
  customers: readonly CustomerName[]
  roleNames: Readonly<Record<SmallAmountRole, string>>
  today: string
}

/** Sets up to which amount deductions of a customer are accepted unseen from a day on. */
export function SmallAmountDialog(props: SmallAmountDialogProps) {
  const t = useTranslations('deductions.small')
  const { policy } = props
  return (
    <Dialog
      title={policy ? t('changeTitle', { customer: policy.customerName, currency: policy.limit.currency }) : t('addTitle')}
      trigger={<Button type="button">{t(policy ? 'change' : 'add')}</Button>}
    >
      {(close) => <SmallAmountForm {...props} close={close} />}
    </Dialog>
  )
}

function SmallAmountForm({ policy, customers, roleNames, today, close }: SmallAmountDialogProps & { close: () => void }) {
  const t = useTranslations('deductions')
  const form = useActionForm(setSmallAmountAction, {
    input: (fields) => {
      const customer = customers.find((one) => one.id === fields.text('customerId'))
      const currency = policy?.limit.currency ?? (fields.text('currency').toUpperCase() || (customer?.currency ?? ''))
      const validFrom = fields.text('validFrom')
      return {
        customerId: policy?.customerId ?? fields.text('customerId'),
        currency,
        validFrom,
        limitMinor: minorOf(fields.text('limitMinor'), currency),
        role: SMALL_AMOUNT_ROLES.find((role) => role === fields.text('role')) ?? 'specialist',
        reason: fields.text('reason'),
        version: policy?.validFrom === validFrom ? policy.version : null,
      }
    },
    done: t('small.saved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      {!policy && (
        <Select
          name="customerId"
          label={t('column.customer')}
          required
          blank
          choices={customers.map((customer) => ({ value: customer.id, label: customer.name }))}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          name="limitMinor"
          label={t('small.limit')}
          hint={t('small.limitHint')}
          required
          inputMode="decimal"
          align="right"
          defaultValue={policy ? toDecimalText(policy.limit) : ''}
        />
        {!policy && <TextField name="currency" label={t('enter.currency')} hint={t('enter.currencyHint')} maxLength={3} />}
        <TextField name="validFrom" type="date" label={t('small.validFrom')} required defaultValue={today} />
        <Select
          name="role"
          label={t('small.role')}
          hint={t('small.roleHint')}
          choices={SMALL_AMOUNT_ROLES.map((value) => ({ value, label: roleNames[value] }))}
          defaultValue={policy?.role ?? 'specialist'}
        />
      </div>
      <TextField name="reason" label={t('reasonForChange')} required maxLength={300} />
      <DialogActions submit={t('small.save')} onCancel={close} />
    </Form>
  )
}

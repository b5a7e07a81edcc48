'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type Money, toDecimalText } from '@/core/money'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { openFreightClaimAction } from '../actions'
import { FREIGHT_CLAIM_KINDS } from '../rules/freight-claim'

type FreightOpenDialogProps = { deductionId: string; name: string; amount: Money; isDamage: boolean }

/** Claims a deduction from the carrier: what happened to the goods and how much; the shipment says the rest. */
export function FreightOpenDialog(props: FreightOpenDialogProps) {
  const t = useTranslations('disputes.freight')
  return (
    <Dialog title={t('openTitle', { name: props.name })} trigger={<Button type="button">{t('open')}</Button>}>
      {(close) => <FreightOpenForm {...props} close={close} />}
    </Dialog>
  )
}

function FreightOpenForm({ deductionId, amount, isDamage, close }: FreightOpenDialogProps & { close: () => void }) {
  const t = useTranslations('disputes.freight')
  const router = useRouter()
  const form = useActionForm(openFreightClaimAction, {
    input: (fields) => ({
      deductionId,
      kind: FREIGHT_CLAIM_KINDS.find((kind) => kind === fields.text('kind')) ?? 'loss',
      amountMinor: minorOf(fields.text('amountMinor'), amount.currency),
      carrier: fields.text('carrier'),
      deliveredOn: fields.optional('deliveredOn'),
    }),
    done: ({ isNew }) => t(isNew ? 'opened' : 'joined'),
    onDone: ({ id }) => {
      close()
      router.push(`/freight-claims/${id}`)
    },
  })
  return (
    <Form form={form}>
      <Select
        name="kind"
        label={t('what')}
        choices={FREIGHT_CLAIM_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        defaultValue={isDamage ? 'visible-damage' : 'loss'}
      />
      <TextField
        name="amountMinor"
        label={t('claimAmount')}
        required
        inputMode="decimal"
        align="right"
        defaultValue={toDecimalText(amount)}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField name="carrier" label={t('carrier')} hint={t('fromShipment')} maxLength={60} />
        <TextField name="deliveredOn" type="date" label={t('step.delivered')} hint={t('fromShipment')} />
      </div>
      <DialogActions submit={t('open')} onCancel={close} />
    </Form>
  )
}

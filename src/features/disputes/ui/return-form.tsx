'use client'

import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { money, toDecimalText } from '@/core/money'
import { Button } from '@/ui/button'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { bookReturnAction } from '../actions'
import { AmountField } from './amount-field'

type ReturnFormProps = { disputeId: string; version: number; currency: string; amountMinor: bigint; today: CalendarDate }

/** Books money that was promised and has come. */
export function ReturnForm({ disputeId, version, currency, amountMinor, today }: ReturnFormProps) {
  const t = useTranslations('disputes')
  const form = useActionForm(bookReturnAction, {
    input: (fields) => ({
      disputeId,
      version,
      way: fields.text('way') === 'credited' ? ('credited' as const) : ('repaid' as const),
      amountMinor: minorOf(fields.text('amountMinor'), currency),
      bookedOn: fields.text('bookedOn'),
      reference: fields.text('reference'),
    }),
    done: t('returned'),
  })
  return (
    <Form form={form} name={t('bookReturn')}>
      <div className="grid gap-3 grid-cols-2 min-[820px]:grid-cols-4">
        <TextField name="bookedOn" label={t('bookedOn')} type="date" defaultValue={today} max={today} />
        <AmountField
          name="amountMinor"
          label={t('returnAmount')}
          currency={currency}
          defaultValue={toDecimalText(money(amountMinor, currency))}
        />
        <Select
          name="way"
          label={t('wayLabel')}
          choices={(['repaid', 'credited'] as const).map((way) => ({ value: way, label: t(`way.${way}`) }))}
        />
        <TextField name="reference" label={t('reference')} autoComplete="off" />
      </div>
      <div>
        <Button>{t('bookReturn')}</Button>
      </div>
    </Form>
  )
}

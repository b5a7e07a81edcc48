'use client'

import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { money, toDecimalText } from '@/core/money'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/form/checkbox'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { recordAnswerAction } from '../actions'
import { RETURN_WAYS, type ReturnWay } from '../rules/dispute'
import { AmountField } from './amount-field'

type AnswerFormProps = { disputeId: string; version: number; currency: string; amountMinor: bigint; today: CalendarDate }

/** What the customer answered: won and lost, how the money comes, and when to ask again. */
export function AnswerForm({ disputeId, version, currency, amountMinor, today }: AnswerFormProps) {
  const t = useTranslations('disputes')
  const form = useActionForm(recordAnswerAction, {
    input: (fields) => ({
      disputeId,
      version,
      answeredOn: fields.text('answeredOn'),
      wonMinor: minorOf(fields.text('wonMinor'), currency),
      lostMinor: minorOf(fields.text('lostMinor'), currency),
      way: RETURN_WAYS.find((way) => way === fields.text('way')) ?? ('promised' satisfies ReturnWay),
      acceptsLoss: fields.checked('acceptsLoss'),
      reference: fields.text('reference'),
      denialCode: fields.text('denialCode'),
      denialText: fields.text('denialText'),
      followUpOn: fields.text('followUpOn'),
    }),
    done: t('answerRecorded'),
  })
  return (
    <Form form={form} name={t('recordAnswer')}>
      <div className="grid gap-3 grid-cols-2 min-[820px]:grid-cols-4">
        <TextField name="answeredOn" label={t('answeredOn')} type="date" defaultValue={today} max={today} />
        <AmountField
          name="wonMinor"
          label={t('wonAmount')}
          currency={currency}
          defaultValue={toDecimalText(money(amountMinor, currency))}
        />
        <AmountField name="lostMinor" label={t('lostAmount')} currency={currency} defaultValue="0" />
        <Select name="way" label={t('wayLabel')} choices={RETURN_WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))} />
        <TextField name="reference" label={t('reference')} autoComplete="off" />
        <TextField name="denialCode" label={t('denialCode')} autoComplete="off" />
        <TextField name="denialText" label={t('denialText')} autoComplete="off" />
        <TextField name="followUpOn" label={t('followUpOn')} type="date" min={today} />
      </div>
      <Checkbox name="acceptsLoss" label={t('acceptsLoss')} />
      <div>
        <Button kind="primary">{t('recordAnswer')}</Button>
      </div>
    </Form>
  )
}

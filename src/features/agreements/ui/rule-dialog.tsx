'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { setTradeRuleAction } from '../actions'
import type { TradeRuleRow } from '../queries/find-trade-rules'
import { isRetailerRule, TRADE_RULES, type TradeRuleKind, UNIT_OF_RULE } from '../rules/trade-rule'

type RuleDialogProps = {
  /** The newest version of the rule to follow or change; null adds a rule. */
  rule: TradeRuleRow | null
  name: string | null
  customers: readonly CustomerName[]
  today: string
}

/** Says what a rule is from a day on, and where that was read. */
export function RuleDialog(props: RuleDialogProps) {
  const t = useTranslations('agreements.rules')
  return (
    <Dialog title={props.name ?? t('addTitle')} trigger={<Button type="button">{t(props.rule ? 'change' : 'add')}</Button>}>
      {(close) => <RuleForm {...props} close={close} />}
    </Dialog>
  )
}

function RuleForm({ rule, customers, today, close }: RuleDialogProps & { close: () => void }) {
  const t = useTranslations('agreements.rules')
  const [kind, setKind] = useState<TradeRuleKind>(rule?.kind ?? 'on-time-threshold')
  const unit = UNIT_OF_RULE[kind]
  const isOfRetailer = isRetailerRule(kind)
  const form = useActionForm(setTradeRuleAction, {
    input: (fields) => ({
      kind,
      customerId: rule ? rule.customerId : isOfRetailer ? fields.optional('customerId') : null,
      carrier: rule ? rule.carrier : fields.optional('carrier'),
      value: fields.text('value') === '' ? null : Math.round(fields.number('value') * (unit === 'ppm' ? 10_000 : 1)),
      validFrom: fields.text('validFrom'),
      source: fields.text('source'),
      checkedOn: fields.optional('checkedOn'),
      version: rule?.validFrom === fields.text('validFrom') ? rule.version : null,
    }),
    done: t('saved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      {!rule && (
        <Select
          name="kind"
          label={t('rule')}
          value={kind}
          onChange={(event) => setKind(TRADE_RULES.find((one) => one === event.target.value) ?? kind)}
          choices={TRADE_RULES.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      )}
      {!rule && isOfRetailer && (
        <Select
          name="customerId"
          label={t('customer')}
          required
          blank
          choices={customers.map((customer) => ({ value: customer.id, label: customer.name }))}
        />
      )}
      {!rule && !isOfRetailer && <TextField name="carrier" label={t('carrier')} hint={t('carrierHint')} maxLength={20} />}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          name="value"
          label={t(`valueIn.${unit}`)}
          hint={t('valueHint')}
          inputMode="decimal"
          align="right"
          defaultValue={rule?.value == null ? '' : String(unit === 'ppm' ? rule.value / 10_000 : rule.value)}
        />
        <TextField name="validFrom" type="date" label={t('from')} required defaultValue={today} />
      </div>
      <TextArea name="source" label={t('source')} hint={t('sourceHint')} required rows={2} defaultValue={rule?.source ?? ''} />
      <TextField name="checkedOn" type="date" label={t('checked')} defaultValue={today} max={today} />
      <DialogActions submit={t('save')} onCancel={close} />
    </Form>
  )
}

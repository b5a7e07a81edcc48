'use client'

import { useTranslations } from 'next-intl'
import { parseDecimal, parseScaled, toDecimalText } from '@/core/money'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { proposeToleranceAction } from '../actions'
import type { ToleranceRow } from '../queries/find-tolerances'
import { DIFFERENCE_KINDS, type DifferenceKind } from '../rules/difference-kinds'

type ToleranceFormProps = {
  /** Whom it may be for; one alone is not asked. */
  customers: readonly { id: string; name: string; currency: string }[]
  /** Null: asked. */
  kind: DifferenceKind | null
  /** The difference that gave the reason, or the rule that this one shall replace. */
  about: { differenceId?: string; former?: ToleranceRow }
  today: string
  close: () => void
}

/** Percent are typed, parts per million are kept: four decimals more. */
const PERCENT_DIGITS = 4

export function ToleranceForm({ customers, kind, about: { differenceId, former }, today, close }: ToleranceFormProps) {
  const t = useTranslations('reconciliation')
  const [only] = customers.length === 1 ? customers : []
  const form = useActionForm(proposeToleranceAction, {
    input: (fields) => {
      const customer = only ?? customers.find(({ id }) => id === fields.text('customerId'))
      const [share, amount] = [fields.optional('share'), fields.optional('amountMinor')]
      return {
        customerId: customer?.id ?? '',
        kind: kind ?? DIFFERENCE_KINDS.find((one) => one === fields.text('kind')) ?? DIFFERENCE_KINDS[0],
        differenceId: differenceId ?? null,
        replacesId: former?.id ?? null,
        // What is no figure goes as no number, so that the field says so.
        sharePpm: share === null ? null : Number(parseScaled(share.replace(',', '.'), PERCENT_DIGITS) ?? Number.NaN),
        amountMinor:
          amount === null ? null : (parseDecimal(amount.replaceAll(',', ''), customer?.currency ?? '')?.minor.toString() ?? amount),
        validFrom: fields.text('validFrom'),
        validTo: fields.optional('validTo'),
        source: fields.text('source'),
      }
    },
    done: t('tolerance.proposed'),
    onDone: close,
  })
  const share = former?.share_ppm == null ? undefined : String(former.share_ppm / 10 ** PERCENT_DIGITS)
  const amount =
    former?.amount_minor == null || former.currency === null
      ? undefined
      : toDecimalText({ minor: former.amount_minor, currency: former.currency })
  return (
    <Form form={form}>
      {!only && (
        <Select
          name="customerId"
          label={t('column.customer')}
          required
          blank
          choices={customers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {kind === null && (
        <Select
          name="kind"
          label={t('column.kind')}
          required
          blank
          choices={DIFFERENCE_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        />
      )}
      <TextField
        name="share"
        label={t('tolerance.share')}
        hint={t('tolerance.shareHint')}
        inputMode="decimal"
        align="right"
        defaultValue={share}
      />
      <TextField
        name="amountMinor"
        label={only ? t('tolerance.amount', { currency: only.currency }) : t('tolerance.amountOf')}
        inputMode="decimal"
        align="right"
        defaultValue={amount}
      />
      <TextField name="validFrom" label={t('tolerance.from')} type="date" required defaultValue={today} />
      <TextField name="validTo" label={t('tolerance.to')} hint={t('tolerance.toHint')} type="date" />
      <TextArea name="source" label={t('tolerance.source')} hint={t('tolerance.sourceHint')} rows={2} required />
      <DialogActions submit={t('tolerance.ask')} onCancel={close} />
    </Form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { parseDecimal, parseScaled } from '@/core/money'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { proposeToleranceAction } from '../actions'
import type { DifferenceKind } from '../rules/difference-kinds'

type ToleranceDialogProps = {
  customerId: string
  customerName: string
  kind: DifferenceKind
  differenceId: string
  currency: string
  today: string
}

/** Proposes that differences like this one may stay: up to a share, an amount or both, from a day on; a second person approves it. */
export function ToleranceDialog(props: ToleranceDialogProps) {
  const t = useTranslations('reconciliation')
  return (
    <Dialog
      title={t('tolerance.title', { kind: t(`kind.${props.kind}`), customer: props.customerName })}
      trigger={<Button type="button">{t('tolerance.propose')}</Button>}
    >
      {(close) => <ToleranceForm {...props} close={close} />}
    </Dialog>
  )
}

/** Percent are typed, parts per million are kept: four decimals more. */
const PERCENT_DIGITS = 4

function ToleranceForm({ customerId, kind, differenceId, currency, today, close }: ToleranceDialogProps & { close: () => void }) {
  const t = useTranslations('reconciliation')
  const form = useActionForm(proposeToleranceAction, {
    input: (fields) => {
      const [share, amount] = [fields.optional('share'), fields.optional('amountMinor')]
      return {
        customerId,
        kind,
        differenceId,
        // What is no figure goes as no number, so that the field says so.
        sharePpm: share === null ? null : Number(parseScaled(share.replace(',', '.'), PERCENT_DIGITS) ?? Number.NaN),
        amountMinor: amount === null ? null : (parseDecimal(amount.replaceAll(',', ''), currency)?.minor.toString() ?? amount),
        validFrom: fields.text('validFrom'),
        validTo: fields.optional('validTo'),
        source: fields.text('source'),
      }
    },
    done: t('tolerance.proposed'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="share" label={t('tolerance.share')} hint={t('tolerance.shareHint')} inputMode="decimal" align="right" />
      <TextField name="amountMinor" label={t('tolerance.amount', { currency })} inputMode="decimal" align="right" />
      <TextField name="validFrom" label={t('tolerance.from')} type="date" required defaultValue={today} />
      <TextField name="validTo" label={t('tolerance.to')} hint={t('tolerance.toHint')} type="date" />
      <TextArea name="source" label={t('tolerance.source')} hint={t('tolerance.sourceHint')} rows={2} required />
      <DialogActions submit={t('tolerance.ask')} onCancel={close} />
    </Form>
  )
}

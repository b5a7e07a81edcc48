'use client'

import { useTranslations } from 'next-intl'
import { toDecimalText } from '@/core/money'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { saveOrderTermsAction } from '../actions'
import type { OrderTermsRow } from '../queries/find-order-terms'

type OrderTermsDialogProps = { terms: OrderTermsRow; today: string }

/** Changes how a customer orders: days, least value, holidays, where replies go, and who says so. */
export function OrderTermsDialog({ terms, today }: OrderTermsDialogProps) {
  const t = useTranslations('agreements')
  return (
    <Dialog
      title={t('terms.changeTitle', { customer: terms.customer_name })}
      trigger={
        <Button type="button" kind="primary">
          {t('terms.change')}
        </Button>
      }
    >
      {(close) => <OrderTermsForm terms={terms} today={today} close={close} />}
    </Dialog>
  )
}

function OrderTermsForm({ terms, today, close }: OrderTermsDialogProps & { close: () => void }) {
  const t = useTranslations('agreements')
  const form = useActionForm(saveOrderTermsAction, {
    input: (fields) => ({
      customer: terms.customer_code,
      leadDays: fields.optional('leadDays') === null ? null : fields.number('leadDays'),
      noticeDays: fields.optional('noticeDays') === null ? null : fields.number('noticeDays'),
      minimumMinor: minorOf(fields.text('minimumMinor'), terms.currency) || null,
      holidays: fields
        .text('holidays')
        .split(/[\s,;，；]+/)
        .filter(Boolean),
      replyEmail: fields.optional('replyEmail'),
      replyLocale: fields.text('replyLocale') === 'zh-CN' ? ('zh-CN' as const) : ('en' as const),
      source: fields.optional('source'),
      checkedOn: fields.optional('checkedOn'),
      version: terms.version,
    }),
    done: t('terms.saved'),
    onDone: close,
  })
  const minimum = terms.minimum_minor === null ? undefined : toDecimalText({ minor: terms.minimum_minor, currency: terms.currency })
  return (
    <Form form={form}>
      <TextField
        name="noticeDays"
        label={t('terms.term.notice_days')}
        hint={t('terms.noticeHint')}
        type="number"
        min={0}
        max={730}
        align="right"
        defaultValue={terms.notice_days ?? undefined}
      />
      <TextField
        name="leadDays"
        label={t('terms.term.lead_days')}
        hint={t('terms.leadHint')}
        type="number"
        min={0}
        max={365}
        align="right"
        defaultValue={terms.lead_days ?? undefined}
      />
      <TextField
        name="minimumMinor"
        label={`${t('terms.term.minimum_minor')} (${terms.currency})`}
        inputMode="decimal"
        align="right"
        defaultValue={minimum}
      />
      <TextArea
        name="holidays"
        label={t('terms.term.holidays')}
        hint={t('terms.holidaysHint')}
        rows={5}
        defaultValue={terms.holidays.join('\n')}
      />
      <TextField name="replyEmail" label={t('terms.term.reply_email')} type="email" defaultValue={terms.reply_email ?? undefined} />
      <Select
        name="replyLocale"
        label={t('terms.term.reply_locale')}
        defaultValue={terms.reply_locale}
        choices={(['en', 'zh-CN'] as const).map((value) => ({ value, label: t(`terms.locale.${value}`) }))}
      />
      <TextField name="source" label={t('terms.term.source')} hint={t('terms.sourceHint')} defaultValue={terms.source ?? undefined} />
      <TextField name="checkedOn" label={t('terms.term.checked_on')} type="date" max={today} defaultValue={today} />
      <DialogActions submit={t('terms.save')} onCancel={close} />
    </Form>
  )
}

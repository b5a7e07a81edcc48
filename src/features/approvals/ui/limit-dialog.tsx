'use client'

import { useTranslations } from 'next-intl'
import { toDecimalText } from '@/core/money'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { setLimitAction } from '../actions'
import type { LimitRow } from '../queries/find-limits'
import { LIMITED_ROLES, type LimitedRole } from '../rules/approval'

type LimitDialogProps = {
  /** The limit to change; null adds one in another currency. */
  limit: LimitRow | null
  roleNames: Readonly<Record<LimitedRole, string>>
}

/** Sets one limit: an amount typed as decimals of its currency. */
export function LimitDialog({ limit, roleNames }: LimitDialogProps) {
  const t = useTranslations('approvals.limits')
  const title = limit ? t('changeTitle', { role: roleNames[limit.role], currency: limit.limit.currency }) : t('addTitle')
  return (
    <Dialog title={title} trigger={<Button type="button">{t(limit ? 'change' : 'add')}</Button>}>
      {(close) => <LimitForm limit={limit} roleNames={roleNames} close={close} />}
    </Dialog>
  )
}

function LimitForm({ limit, roleNames, close }: LimitDialogProps & { close: () => void }) {
  const t = useTranslations('approvals.limits')
  const form = useActionForm(setLimitAction, {
    input: (fields) => {
      const currency = limit?.limit.currency ?? fields.text('currency').toUpperCase()
      return {
        role: limit?.role ?? LIMITED_ROLES.find((role) => role === fields.text('role')) ?? 'specialist',
        currency,
        limitMinor: minorOf(fields.text('limitMinor'), currency),
        version: limit?.version ?? null,
      }
    },
    done: t('saved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      {!limit && <Select name="role" label={t('role')} choices={LIMITED_ROLES.map((value) => ({ value, label: roleNames[value] }))} />}
      {!limit && <TextField name="currency" label={t('currency')} required maxLength={3} />}
      <TextField
        name="limitMinor"
        label={t('limit')}
        required
        inputMode="decimal"
        align="right"
        defaultValue={limit ? toDecimalText(limit.limit) : ''}
      />
      <DialogActions submit={t('save')} onCancel={close} />
    </Form>
  )
}

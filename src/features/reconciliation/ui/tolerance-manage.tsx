'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { endToleranceAction } from '../actions'
import type { ToleranceRow } from '../queries/find-tolerances'
import { ToleranceForm } from './tolerance-form'

type NewToleranceProps = { customers: readonly { id: string; name: string; currency: string }[]; today: string }

/** A rule that no single difference gave the reason for. */
export function NewTolerance({ customers, today }: NewToleranceProps) {
  const t = useTranslations('reconciliation')
  return (
    <Dialog title={t('tolerance.newTitle')} trigger={<Button type="button">{t('tolerance.new')}</Button>}>
      {(close) => <ToleranceForm customers={customers} kind={null} about={{}} today={today} close={close} />}
    </Dialog>
  )
}

type ToleranceManageProps = { row: ToleranceRow; currency: string; today: string }

/** What can still be done to a rule that holds: a new version of it from a day on, or its end. */
export function ToleranceManage({ row, currency, today }: ToleranceManageProps) {
  const t = useTranslations('reconciliation')
  const name = { kind: t(`kind.${row.kind}`), customer: row.customer_name }
  return (
    <span className="row">
      <Dialog title={t('tolerance.changeTitle', name)} trigger={<Button type="button">{t('tolerance.change')}</Button>}>
        {(close) => (
          <ToleranceForm
            customers={[{ id: row.customer_id, name: row.customer_name, currency }]}
            kind={row.kind}
            about={{ former: row }}
            today={today}
            close={close}
          />
        )}
      </Dialog>
      <Dialog
        title={t('tolerance.endTitle', name)}
        trigger={
          <Button type="button" kind="ghost">
            {t('tolerance.end')}
          </Button>
        }
      >
        {(close) => <EndForm row={row} today={today} close={close} />}
      </Dialog>
    </span>
  )
}

type EndFormProps = { row: ToleranceRow; today: string; close: () => void }

function EndForm({ row, today, close }: EndFormProps) {
  const t = useTranslations('reconciliation')
  const form = useActionForm(endToleranceAction, {
    input: (fields) => ({ id: row.id, version: row.version, endsOn: fields.text('endsOn') }),
    done: t('tolerance.ended'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField
        name="endsOn"
        label={t('tolerance.endsOn')}
        hint={t('tolerance.endsOnHint')}
        type="date"
        required
        min={row.valid_from}
        defaultValue={today < row.valid_from ? row.valid_from : today}
      />
      <DialogActions submit={t('tolerance.end')} onCancel={close} />
    </Form>
  )
}

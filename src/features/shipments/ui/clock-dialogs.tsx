'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { endClockAction, setClockAction } from '../actions'
import type { ClockRow } from '../queries/find-clocks'
import { CLOCK_KINDS } from '../rules/step-clocks'

type NewClockProps = { customers: readonly { id: string; name: string }[]; mayAll: boolean; today: string }

/** A clock for a customer or carrier, or a new general one. */
export function NewClock({ customers, mayAll, today }: NewClockProps) {
  const t = useTranslations('shipments')
  return (
    <Dialog title={t('clock.newTitle')} trigger={<Button type="button">{t('clock.new')}</Button>}>
      {(close) => <ClockForm former={null} customers={customers} mayAll={mayAll} today={today} close={close} />}
    </Dialog>
  )
}

type ClockManageProps = { row: ClockRow; name: string; today: string }

/** What can be done to a clock that holds: a new version from a day on, or its end. */
export function ClockManage({ row, name, today }: ClockManageProps) {
  const t = useTranslations('shipments')
  return (
    <span className="row">
      <Dialog title={t('clock.changeTitle', { name })} trigger={<Button type="button">{t('clock.change')}</Button>}>
        {(close) => <ClockForm former={row} customers={[]} mayAll today={today} close={close} />}
      </Dialog>
      <Dialog
        title={t('clock.endTitle', { name })}
        trigger={
          <Button type="button" kind="ghost">
            {t('clock.end')}
          </Button>
        }
      >
        {(close) => <EndForm row={row} today={today} close={close} />}
      </Dialog>
    </span>
  )
}

type ClockFormProps = { former: ClockRow | null; close: () => void } & NewClockProps

function ClockForm({ former, customers, mayAll, today, close }: ClockFormProps) {
  const t = useTranslations('shipments')
  const form = useActionForm(setClockAction, {
    input: (fields) => ({
      kind: former?.kind ?? CLOCK_KINDS.find((kind) => kind === fields.text('kind')) ?? CLOCK_KINDS[0],
      customerId: former ? former.customerId : fields.optional('customerId'),
      carrier: former ? former.carrier : fields.optional('carrier'),
      days: fields.number('days'),
      validFrom: fields.text('validFrom'),
      source: fields.text('source'),
    }),
    done: t('clock.saved'),
    onDone: close,
  })
  return (
    <Form form={form}>
      {!former && (
        <>
          <Select
            name="kind"
            label={t('clock.step')}
            required
            choices={CLOCK_KINDS.map((kind) => ({ value: kind, label: t(`clock.kind.${kind}`) }))}
          />
          <Select
            name="customerId"
            label={t('clock.customer')}
            required={!mayAll}
            blank={mayAll ? t('clock.everybody') : true}
            choices={customers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextField name="carrier" label={t('clock.carrier')} hint={t('clock.carrierHint')} maxLength={10} />
        </>
      )}
      <TextField name="days" label={t('clock.days')} type="number" min={0} max={3650} required align="right" defaultValue={former?.days} />
      <TextField name="validFrom" label={t('clock.from')} hint={t('clock.fromHint')} type="date" required defaultValue={today} />
      <TextArea name="source" label={t('clock.source')} hint={t('clock.sourceHint')} rows={2} required />
      <DialogActions submit={t('clock.save')} onCancel={close} />
    </Form>
  )
}

type EndFormProps = { row: ClockRow; today: string; close: () => void }

function EndForm({ row, today, close }: EndFormProps) {
  const t = useTranslations('shipments')
  const form = useActionForm(endClockAction, {
    input: (fields) => ({ id: row.id, version: row.version, endsOn: fields.text('endsOn') }),
    done: t('clock.ended'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField
        name="endsOn"
        label={t('clock.to')}
        hint={t('clock.endHint')}
        type="date"
        required
        min={row.validFrom}
        defaultValue={today < row.validFrom ? row.validFrom : today}
      />
      <DialogActions submit={t('clock.end')} onCancel={close} />
    </Form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { WINDOW_ANCHORS } from '@/features/agreements/rules/window-anchor'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useAction } from '@/ui/form/use-action'
import { useActionForm } from '@/ui/form/use-action-form'
import { confirmDeadlineAction, stateDeadlineAction } from '../actions'
import { CATEGORIES } from '../rules/deduction'

type ConfirmWindowProps = { windowId: string; name: string }

/** Says that a window stands in the customer's own papers, and where; the others of its group are set aside by it. */
export function ConfirmWindow({ windowId, name }: ConfirmWindowProps) {
  const t = useTranslations('deductions')
  return (
    <Dialog title={t('window.confirmTitle', { name })} trigger={<Button type="button">{t('window.confirm')}</Button>}>
      {(close) => <ConfirmForm windowId={windowId} close={close} />}
    </Dialog>
  )
}

function ConfirmForm({ windowId, close }: { windowId: string; close: () => void }) {
  const t = useTranslations('deductions')
  const form = useActionForm(confirmDeadlineAction, {
    input: (fields) => ({ windowId, confirmedFrom: fields.text('confirmedFrom') }),
    done: t('window.confirmed'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="confirmedFrom" label={t('window.confirmedFrom')} hint={t('window.confirmedFromHint')} required />
      <DialogActions submit={t('window.confirm')} onCancel={close} />
    </Form>
  )
}

type TakeBackProps = { windowId: string }

/** Takes a confirmation back: the strictest of what sources state counts again. */
export function TakeBackConfirmation({ windowId }: TakeBackProps) {
  const t = useTranslations('deductions')
  const { run, isPending } = useAction(confirmDeadlineAction, { done: t('window.takenBack') })
  return (
    <Button type="button" pending={isPending} onClick={() => run({ windowId, confirmedFrom: '' })}>
      {t('window.takeBack')}
    </Button>
  )
}

type AddWindowProps = { customers: readonly { id: string; name: string }[] }

/** Enters what a source says about how long a customer accepts disputes. */
export function AddWindow({ customers }: AddWindowProps) {
  const t = useTranslations('deductions')
  return (
    <Dialog title={t('window.addTitle')} trigger={<Button type="button">{t('window.add')}</Button>}>
      {(close) => <AddForm customers={customers} close={close} />}
    </Dialog>
  )
}

function AddForm({ customers, close }: AddWindowProps & { close: () => void }) {
  const t = useTranslations('deductions')
  const form = useActionForm(stateDeadlineAction, {
    input: (fields) => ({
      customerId: fields.text('customerId'),
      category: fields.text('category'),
      days: Number(fields.text('days')),
      anchor: WINDOW_ANCHORS.find((anchor) => anchor === fields.text('anchor')) ?? 'payment',
      source: fields.text('source'),
    }),
    done: t('window.added'),
    onDone: close,
  })
  const categories = [
    { value: 'default', label: t('window.default') },
    ...CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
  ]
  return (
    <Form form={form}>
      <Select name="customerId" label={t('column.customer')} choices={customers.map(({ id, name }) => ({ value: id, label: name }))} />
      <Select name="category" label={t('column.category')} choices={categories} />
      <TextField name="days" label={t('window.days')} inputMode="numeric" align="right" required />
      <Select
        name="anchor"
        label={t('window.from')}
        choices={WINDOW_ANCHORS.map((value) => ({ value, label: t(`window.anchor.${value}`) }))}
      />
      <TextField name="source" label={t('window.source')} hint={t('window.sourceHint')} required />
      <DialogActions submit={t('window.add')} onCancel={close} />
    </Form>
  )
}

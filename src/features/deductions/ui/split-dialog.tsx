'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { MoneyText } from '@/ui/money-text'
import { splitDeductionAction } from '../actions'
import type { TrackerRow } from '../queries/tracker-row'
import { CATEGORIES } from '../rules/deduction'
import { PARTS_MAX } from '../rules/split'

type SplitDialogProps = { row: TrackerRow }

/** Divides parts off a deduction; what is left stays what it is, and is shown while amounts are typed. */
export function SplitDialog({ row }: SplitDialogProps) {
  const t = useTranslations('deductions.lineage')
  return (
    <Dialog title={t('splitTitle')} trigger={<Button type="button">{t('split')}</Button>}>
      {(close) => <SplitForm row={row} close={close} />}
    </Dialog>
  )
}

function SplitForm({ row, close }: SplitDialogProps & { close: () => void }) {
  const t = useTranslations('deductions')
  const { currency } = row.amount
  const [amounts, setAmounts] = useState<readonly string[]>([''])
  const off = amounts.reduce((sum, text) => sum + wholeOf(minorOf(text, currency)), 0n)
  const form = useActionForm(splitDeductionAction, {
    input: (fields) => ({
      id: row.id,
      version: row.version,
      parts: amounts.flatMap((text, index) => {
        const category = CATEGORIES.find((one) => one === fields.text(`category-${index}`))
        return text.trim() === '' || category === undefined ? [] : [{ category, amountMinor: minorOf(text, currency) }]
      }),
      reason: fields.text('reason'),
    }),
    done: t('lineage.splitDone'),
    onDone: close,
  })
  return (
    <Form form={form}>
      {amounts.map((text, index) => (
        // Parts have no other name than their place.
        <div key={`part ${index}`} className="grid gap-3 grid-cols-2">
          <Select
            name={`category-${index}`}
            label={t('lineage.categoryOf', { number: index + 1 })}
            choices={CATEGORIES.map((category) => ({ value: category, label: t(`category.${category}`) }))}
          />
          <TextField
            name={`amount-${index}`}
            label={t('lineage.amountOf', { number: index + 1 })}
            required
            inputMode="decimal"
            align="right"
            value={text}
            onChange={(event) => setAmounts(amounts.map((one, at) => (at === index ? event.target.value : one)))}
          />
        </div>
      ))}
      {amounts.length < PARTS_MAX && (
        <Button type="button" onClick={() => setAmounts([...amounts, ''])}>
          {t('lineage.addPart')}
        </Button>
      )}
      <p className="m" aria-live="polite">
        {t('lineage.left')} <MoneyText value={{ minor: row.open.minor - off, currency }} />
      </p>
      <TextArea name="reason" label={t('reasonForChange')} required rows={2} />
      <DialogActions submit={t('lineage.split')} onCancel={close} />
    </Form>
  )
}

function wholeOf(minor: string): bigint {
  return /^\d+$/.test(minor) ? BigInt(minor) : 0n
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatMoney } from '@/i18n/formats'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { MoneyText } from '@/ui/money-text'
import { splitDeductionAction } from '../actions'
import type { TrackerRow } from '../queries/tracker-row'
import { PARTS_MAX } from '../rules/split'
import { ChangedDeduction } from './changed-deduction'
import { EMPTY_PART, SplitPartFields, type TypedPart } from './split-part-fields'

type SplitDialogProps = { row: TrackerRow; name: string }

/** Divides parts off a deduction; the last part is what stays, reckoned to the cent while the others are typed. */
export function SplitDialog({ row, name }: SplitDialogProps) {
  const t = useTranslations('deductions.lineage')
  return (
    <Dialog title={t('splitTitle', { name })} width={560} trigger={<Button type="button">{t('split')}</Button>}>
      {(close) => <SplitForm row={row} close={close} />}
    </Dialog>
  )
}

function SplitForm({ row, close }: { row: TrackerRow; close: () => void }) {
  const t = useTranslations('deductions')
  const { currency } = row.amount
  const [parts, setParts] = useState<readonly TypedPart[]>([EMPTY_PART])
  const off = parts.reduce((sum, part) => sum + wholeOf(minorOf(part.amount, currency)), 0n)
  const form = useActionForm(splitDeductionAction, {
    input: (fields) => ({
      id: row.id,
      version: row.version,
      parts: parts.map(({ category, amount }) => ({ category, amountMinor: minorOf(amount.trim(), currency) })),
      reason: fields.text('reason'),
    }),
    done: t('lineage.splitDone'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <div className="flex flex-col gap-2">
        {parts.map((part, at) => (
          // Parts have no other name than their place.
          <SplitPartFields
            key={`part ${at}`}
            at={at}
            part={part}
            onChange={(next) => setParts(parts.map((one, index) => (index === at ? next : one)))}
            {...(parts.length > 1 && { onRemove: () => setParts(parts.filter((_one, index) => index !== at)) })}
          />
        ))}
        {parts.length < PARTS_MAX && (
          <Button type="button" className="self-start" onClick={() => setParts([...parts, EMPTY_PART])}>
            {t('lineage.addPart')}
          </Button>
        )}
      </div>
      <Rest row={row} off={off} isRefused={form.error !== null} />
      <TextArea name="reason" label={t('reasonForChange')} required rows={2} />
      <ChangedDeduction row={row} />
      <DialogActions submit={t('lineage.split')} onCancel={close} />
    </Form>
  )
}

/** The last part: what stays with the deduction, so that all of them are what was open. */
function Rest({ row, off, isRefused }: { row: TrackerRow; off: bigint; isRefused: boolean }) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const { currency } = row.amount
  const rest = row.open.minor - off
  return (
    <div>
      <table className="t" aria-label={t('lineage.rest')}>
        <tbody>
          <tr>
            <td className="b">{t('lineage.stays')}</td>
            <td className="m">{t(`category.${row.category}`)}</td>
            <td className={rest > 0n ? 'r b' : 'r b over'} aria-live="polite">
              <MoneyText value={{ minor: rest, currency }} />
            </td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t('lineage.sum')}</td>
            <td className="r">
              <MoneyText value={row.open} />
            </td>
          </tr>
        </tfoot>
      </table>
      {rest <= 0n && !isRefused && <p className="over mt-2">{t('lineage.tooMuch', { amount: formatMoney(row.open, locale) })}</p>}
    </div>
  )
}

function wholeOf(minor: string): bigint {
  return /^\d+$/.test(minor) ? BigInt(minor) : 0n
}

'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatMoney } from '@/i18n/formats'
import { Button } from '@/ui/button'
import { DateText } from '@/ui/date-text'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { MoneyText } from '@/ui/money-text'
import { mergeDeductionsAction } from '../actions'
import type { Lineage } from '../queries/find-lineage'
import type { TrackerRow } from '../queries/tracker-row'
import { ChangedDeduction } from './changed-deduction'

type MergeDialogProps = { row: TrackerRow; name: string; lookAlikes: Lineage['lookAlikes'] }

/** Puts another deduction that tells of the same event into this one. */
export function MergeDialog({ row, name, lookAlikes }: MergeDialogProps) {
  const t = useTranslations('deductions.lineage')
  return (
    <Dialog title={t('mergeTitle', { name })} width={560} trigger={<Button type="button">{t('merge')}</Button>}>
      {(close) => <MergeForm row={row} name={name} lookAlikes={lookAlikes} close={close} />}
    </Dialog>
  )
}

function MergeForm({ row, name, lookAlikes, close }: MergeDialogProps & { close: () => void }) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const [otherId, setOtherId] = useState(lookAlikes[0]?.id ?? '')
  const other = lookAlikes.find((one) => one.id === otherId)
  const form = useActionForm(mergeDeductionsAction, {
    input: (fields) => ({
      id: row.id,
      version: row.version,
      otherId,
      otherVersion: other?.version ?? 1,
      reason: fields.text('reason'),
    }),
    done: t('lineage.mergeDone'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <p className="m">{t('lineage.mergeNote')}</p>
      <Select
        name="otherId"
        label={t('lineage.other')}
        required
        value={otherId}
        onChange={(event) => setOtherId(event.target.value)}
        choices={lookAlikes.map((one) => ({
          value: one.id,
          label: [one.name, t(`category.${one.category}`), formatMoney(one.amount, locale)].join(t('comma')),
        }))}
      />
      {other && (
        <table className="t" aria-label={t('lineage.mergeOutcome')}>
          <tbody>
            <Outcome word={t('lineage.stays')} name={name} one={row} />
            <Outcome word={t('lineage.goes')} name={other.name} one={other} />
          </tbody>
        </table>
      )}
      <TextArea name="reason" label={t('reasonForChange')} required rows={2} />
      <ChangedDeduction row={row} />
      <DialogActions submit={t('lineage.merge')} onCancel={close} />
    </Form>
  )
}

type OutcomeProps = { word: string; name: string; one: Pick<TrackerRow, 'category' | 'takenOn' | 'amount'> }

/** What becomes of one of the two. */
function Outcome({ word, name, one }: OutcomeProps) {
  const t = useTranslations('deductions')
  return (
    <tr>
      <td className="b">{word}</td>
      <td>{name}</td>
      <td className="m">{t(`category.${one.category}`)}</td>
      <td className="m hide-phone">
        <DateText value={one.takenOn} />
      </td>
      <td className="r">
        <MoneyText value={one.amount} />
      </td>
    </tr>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { Icon } from '@/ui/icon'
import { CATEGORIES } from '../rules/deduction'

/** A part as it is typed: nothing is settled about it yet. */
export type TypedPart = { category: string; amount: string }
export const EMPTY_PART: TypedPart = { category: '', amount: '' }

type SplitPartFieldsProps = {
  /** Its place, from zero. */
  at: number
  part: TypedPart
  onChange: (part: TypedPart) => void
  /** Left out for the only part. */
  onRemove?: () => void
}

/** One part to be divided off: what it is and how much. */
export function SplitPartFields({ at, part, onChange, onRemove }: SplitPartFieldsProps) {
  const t = useTranslations('deductions')
  const number = at + 1
  return (
    <fieldset className="grid gap-x-3 grid-cols-[minmax(0,1fr)_minmax(0,1fr)_28px] items-start">
      <legend className="sr-only">{t('lineage.partNumber', { number })}</legend>
      <Select
        name={`parts.${at}.category`}
        label={t('lineage.categoryOf', { number })}
        required
        blank
        value={part.category}
        onChange={(event) => onChange({ ...part, category: event.target.value })}
        choices={CATEGORIES.map((category) => ({ value: category, label: t(`category.${category}`) }))}
      />
      <TextField
        name={`parts.${at}.amountMinor`}
        label={t('lineage.amountOf', { number })}
        required
        inputMode="decimal"
        align="right"
        maxLength={40}
        value={part.amount}
        onChange={(event) => onChange({ ...part, amount: event.target.value })}
      />
      {onRemove && (
        <Button
          type="button"
          kind="ghost"
          size="icon"
          className="mt-5"
          aria-label={t('lineage.removePart', { number })}
          icon={<Icon name="close" />}
          onClick={onRemove}
        />
      )}
    </fieldset>
  )
}

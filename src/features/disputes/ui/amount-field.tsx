'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/ui/form/text-field'

type AmountFieldProps = { name: string; label: string; currency: string; defaultValue: string }

/** A field for an amount of the dispute, as decimals of its currency; `minorOf` reads it. */
export function AmountField({ name, label, currency, defaultValue }: AmountFieldProps) {
  const t = useTranslations('disputes')
  return (
    <TextField
      name={name}
      label={label}
      hint={t('inCurrency', { currency })}
      inputMode="decimal"
      align="right"
      defaultValue={defaultValue}
    />
  )
}

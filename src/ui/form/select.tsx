'use client'

import { useTranslations } from 'next-intl'
import type { SelectHTMLAttributes } from 'react'
import { FieldFrame, type FieldProps } from './field'

export type Choice = { value: string; label: string; disabled?: boolean }

type SelectProps = FieldProps & {
  choices: readonly Choice[]
  /** First, empty choice; true for 'Choose', or its text. */
  blank?: boolean | string
} & Pick<SelectHTMLAttributes<HTMLSelectElement>, 'defaultValue' | 'value' | 'onChange' | 'disabled'>

/** The browser's own select: typing jumps, phones show their wheel. */
export function Select({ name, label, hint, required, hideLabel, className, choices, blank, ...select }: SelectProps) {
  const t = useTranslations('ui')
  return (
    <FieldFrame name={name} label={label} hint={hint} required={required} hideLabel={hideLabel} className={className}>
      {(control) => (
        <select {...select} {...control} name={name} required={required} className="input">
          {blank !== undefined && blank !== false && <option value="">{blank === true ? t('choose') : blank}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

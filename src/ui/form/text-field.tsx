'use client'

import type { InputHTMLAttributes } from 'react'
import { classNames } from '../class-names'
import { FieldFrame, type FieldProps } from './field'

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'number' | 'tel' | 'url'
  /** Amounts and quantities stand right. */
  align?: 'right'
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | 'defaultValue'
    | 'value'
    | 'onChange'
    | 'placeholder'
    | 'autoComplete'
    | 'autoFocus'
    | 'inputMode'
    | 'maxLength'
    | 'min'
    | 'max'
    | 'step'
    | 'list'
    | 'disabled'
  >

export function TextField({ name, label, hint, required, hideLabel, className, type = 'text', align, ...input }: TextFieldProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint} required={required} hideLabel={hideLabel} className={className}>
      {(control) => (
        <input
          {...input}
          {...control}
          name={name}
          type={type}
          required={required}
          className={classNames('input', align === 'right' && 'r')}
        />
      )}
    </FieldFrame>
  )
}

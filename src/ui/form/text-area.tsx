'use client'

import type { TextareaHTMLAttributes } from 'react'
import { FieldFrame, type FieldProps } from './field'

type TextAreaProps = FieldProps &
  Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'defaultValue' | 'placeholder' | 'rows' | 'maxLength' | 'disabled'>

export function TextArea({ name, label, hint, required, hideLabel, className, rows = 3, ...area }: TextAreaProps) {
  return (
    <FieldFrame name={name} label={label} hint={hint} required={required} hideLabel={hideLabel} className={className}>
      {(control) => <textarea {...area} {...control} name={name} rows={rows} required={required} className="input" />}
    </FieldFrame>
  )
}

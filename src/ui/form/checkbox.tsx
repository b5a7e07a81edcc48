'use client'

import type { InputHTMLAttributes, ReactNode } from 'react'

type CheckboxProps = { name: string; label: ReactNode; hideLabel?: boolean } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'defaultChecked' | 'checked' | 'onChange' | 'value' | 'disabled'
>

export function Checkbox({ name, label, hideLabel, ...input }: CheckboxProps) {
  return (
    <label className="check">
      <input {...input} type="checkbox" name={name} className="box" />
      <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
    </label>
  )
}

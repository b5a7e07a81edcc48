'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { classNames } from '../class-names'
import { StatusMark } from '../status-mark'
import { useFormState } from './form-context'

export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean | undefined
  /** The label is there for assistive technology only; the place says what it is. */
  hideLabel?: boolean | undefined
  className?: string | undefined
}

type FieldFrameProps = FieldProps & { children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode }

/** Label above, control, hint, and the error where the hand is. */
export function FieldFrame({ name, label, hint, required, hideLabel, className, children }: FieldFrameProps) {
  const t = useTranslations('ui')
  const id = useId()
  const error = useFormState().fieldErrors[name]
  const note = error ?? hint
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : undefined}>
        {label}
        {required && <span className="sr-only"> ({t('required')})</span>}
      </label>
      {children({
        id,
        ...(note === undefined ? {} : { 'aria-describedby': `${id}-note` }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      {error !== undefined && (
        <span className="error" id={`${id}-note`}>
          <StatusMark shape="due" tone="over" />
          {error}
        </span>
      )}
      {error === undefined && hint !== undefined && (
        <span className="hint" id={`${id}-note`}>
          {hint}
        </span>
      )}
    </div>
  )
}

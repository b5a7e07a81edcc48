'use client'

import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import { FormContext } from './form-context'
import { noteTyping } from './unsaved'
import type { ActionForm } from './use-action-form'

type FormProps = {
  /** From `useActionForm`. */
  form: ActionForm
  className?: string
  id?: string
  /** Accessible name, when the form is a landmark of its own. */
  name?: string
  children: ReactNode
}

/** A native form: fields inside show their own errors, buttons inside show that work is under way. */
export function Form({ form, className, id, name, children }: FormProps) {
  return (
    <FormContext value={form}>
      <form
        id={id}
        aria-label={name}
        className={classNames('flex flex-col gap-3', className)}
        onSubmit={form.onSubmit}
        onInput={(event) => noteTyping(event.currentTarget)}
        data-guarded=""
        noValidate
        aria-busy={form.isPending}
      >
        {children}
        {form.error !== null && <FormError>{form.error}</FormError>}
      </form>
    </FormContext>
  )
}

type FormErrorProps = { children: ReactNode }

export function FormError({ children }: FormErrorProps) {
  return (
    <div className="form-error" role="alert">
      <Icon name="close" />
      <span>{children}</span>
    </div>
  )
}

'use client'

import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class'
import { useFormState } from './form/form-context'
import { keyShortcuts } from './key-shortcuts'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  kind?: ButtonKind
  size?: ButtonSize
  /** Key cap shown behind the text; pressing it presses the button. */
  keys?: string
  /** Work is under way: the button stays in place, says so and takes no second press. */
  pending?: boolean
  pendingText?: string
  icon?: ReactNode
  className?: string
}

/** One primary button per surface; it performs the next action named beside it. Inside a form it submits unless `type="button"`. */
export function Button({ kind = 'plain', size = 'normal', keys, pending, pendingText, icon, className, children, ...rest }: ButtonProps) {
  const form = useFormState()
  const isPending = pending ?? (rest.type !== 'button' && form.isPending)
  return (
    <button
      {...rest}
      className={buttonClass(kind, size, className)}
      disabled={rest.disabled === true || isPending}
      data-pending={isPending ? '' : undefined}
      aria-keyshortcuts={keys === undefined ? undefined : keyShortcuts(keys)}
    >
      {icon}
      {isPending && pendingText ? pendingText : children}
      {keys && (
        <kbd aria-hidden="true" className="hide-phone">
          {keys}
        </kbd>
      )}
    </button>
  )
}

'use client'

import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react'
import { toast } from 'sonner'
import { newOperationId, type ServerAction } from './action-answer'
import { type FormFields, readFields } from './form-fields'
import { keepAsSaved } from './unsaved'
import { useRefusalText } from './use-refusal-text'

export type ActionForm = {
  isPending: boolean
  /** Sentence above the buttons when the whole was refused; null when all is well. */
  error: string | null
  /** Sentence per field name. */
  fieldErrors: Readonly<Record<string, string>>
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

type ActionFormOptions<Input, Result> = {
  /** Builds the action's input from what was typed. */
  input: (fields: FormFields) => Input
  onDone?: (result: Result) => void
  /** Said in a toast when done. */
  done?: string | ((result: Result) => string)
  /** Empties the form when done. */
  resetsWhenDone?: boolean
}

/**
 * Binds a native form to a server action. What was typed is never lost; a repeated press after a broken connection
 * carries the same operation id, so the work is done once.
 */
export function useActionForm<Input, Result>(action: ServerAction<Input, Result>, options: ActionFormOptions<Input, Result>): ActionForm {
  const refusal = useRefusalText()
  const [isPending, startTransition] = useTransition()
  const [error, setError] = useState<string | null>(null)
  const [fieldErrors, setFieldErrors] = useState<Readonly<Record<string, string>>>({})
  const operation = useRef<{ id: string; content: string } | null>(null)
  const sent = useRef<HTMLFormElement | null>(null)
  // The field is marked only once the refusal is drawn, which may take longer than a frame.
  useEffect(() => {
    if (error !== null) sent.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error, fieldErrors])

  async function send(form: HTMLFormElement, input: Input) {
    const content = JSON.stringify(input, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))
    if (operation.current?.content !== content) operation.current = { id: newOperationId(), content }
    try {
      const answer = await action(input, operation.current.id)
      operation.current = null
      setError(answer.ok ? null : refusal.sentence(answer.code, answer.details))
      setFieldErrors(answer.ok ? {} : textsOf(answer.fields))
      if (!answer.ok) return
      if (options.resetsWhenDone) form.reset()
      keepAsSaved(form)
      if (options.done !== undefined) toast.success(typeof options.done === 'string' ? options.done : options.done(answer.result))
      options.onDone?.(answer.result)
    } catch (problem) {
      if (!(problem instanceof TypeError)) throw problem
      setError(refusal.sentence('offline'))
    }
  }

  function textsOf(fields: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(fields).map(([name, key]) => [name, refusal.field(key)]))
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    sent.current = form
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
    const input = options.input(readFields(new FormData(form, submitter)))
    startTransition(() => send(form, input))
  }

  return { isPending, error, fieldErrors, onSubmit }
}

'use client'

import { useTransition } from 'react'
import { toast } from 'sonner'
import { newOperationId, type ServerAction } from './action-answer'
import { useRefusalText } from './use-refusal-text'

type UseActionOptions<Result> = { done?: string | ((result: Result) => string); onDone?: (result: Result) => void }

/** For one-press actions without a form: runs the action, says in a toast what happened. */
export function useAction<Input, Result>(
  action: ServerAction<Input, Result>,
  options: UseActionOptions<Result> = {},
): { run: (input: Input) => void; isPending: boolean } {
  const refusal = useRefusalText()
  const [isPending, startTransition] = useTransition()

  async function send(input: Input) {
    try {
      const answer = await action(input, newOperationId())
      if (!answer.ok) {
        toast.error(refusal.sentence(answer.code, answer.details))
        return
      }
      if (options.done !== undefined) toast.success(typeof options.done === 'string' ? options.done : options.done(answer.result))
      options.onDone?.(answer.result)
    } catch (problem) {
      if (!(problem instanceof TypeError)) throw problem
      toast.error(refusal.sentence('offline'))
    }
  }

  return { isPending, run: (input) => startTransition(() => send(input)) }
}

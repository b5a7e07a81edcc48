import 'server-only'
import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { unstable_rethrow } from 'next/navigation'
import type * as z from 'zod'
import { isId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import type { Command } from './command'
import { log } from './log'
import { requireActor } from './session'

/** What the browser gets back: the result, or a message code with the fields it concerns. */
export type ActionResult<Result> =
  | { ok: true; result: Result }
  | { ok: false; code: string; fields: Readonly<Record<string, string>>; details: Readonly<Record<string, string>> }

/**
 * Turns a command into a server action: finds the actor, runs the command once per operation id, turns a refusal into
 * a plain answer. Anything unexpected is logged with a number and reaches the person as 'unexpected'.
 */
export function action<Input extends z.ZodType, Result>(command: Command<Input, Result>) {
  return async (raw: z.input<Input>, operationId?: string): Promise<ActionResult<Result>> => {
    const actor = await requireActor()
    try {
      const result = await command(actor, raw, operationId !== undefined && isId(operationId) ? { operationId } : {})
      refresh()
      return { ok: true, result }
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof Refusal) {
        // The page behind the form shows the newer values; what was typed stays where it is.
        if (error.code === 'stale') refresh()
        return { ok: false, code: error.code, fields: error.fields, details: error.details }
      }
      const number = randomUUID().slice(0, 8)
      log().error({ err: error, event: command.event, number }, 'action failed')
      return { ok: false, code: 'unexpected', fields: {}, details: { number } }
    }
  }
}

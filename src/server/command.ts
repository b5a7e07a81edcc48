import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { Actor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { nameActor, nameEvent } from './audit'
import { companyToday } from './clock'
import { db, type Tx } from './db/client'
import { claimOperation, keepResult } from './operation'

/** Everything a command may use: its transaction, who asks, and the company's date, read once. */
export type Scope = { tx: Tx; actor: Actor; today: CalendarDate; operationId: string; event: string }

export type CommandOptions = {
  /** Made by the client before sending: a retry with the same id is answered with the first result. */
  operationId?: string
  /** Joins a surrounding command: same transaction, same operation. */
  within?: Scope
}

export type Command<Input extends z.ZodType, Result> = ((
  actor: Actor,
  raw: z.input<Input>,
  options?: CommandOptions,
) => Promise<Result>) & {
  event: string
  input: Input
}

type Definition<Input extends z.ZodType, Before, Result> = {
  /** Past tense: 'deduction.triaged'. */
  event: `${string}.${string}`
  input: Input
  /** Finds what is to be changed inside the actor's customers; null refuses 'not-found'. */
  find: (scope: Scope, input: z.output<Input>) => Promise<Before | null>
  /** From the area's policy; false refuses 'not-allowed'. */
  allow: (actor: Actor, before: NoInfer<Before>) => boolean
  change: (scope: Scope, before: NoInfer<Before>, input: z.output<Input>) => Promise<Result>
  /** For writes of many rows; milliseconds. */
  timeoutMs?: number
  /** The result is shown once and kept nowhere, as a new token is: a retry runs again. */
  isSecret?: boolean
}

/**
 * The one way to write: parse, find, allow, change, in one transaction whose changes the database audits under the
 * actor and event named here. A `Refusal` thrown anywhere rolls everything back.
 */
export function defineCommand<Input extends z.ZodType, Before, Result>(
  definition: Definition<Input, Before, Result>,
): Command<Input, Result> {
  const command = async (actor: Actor, raw: z.input<Input>, options: CommandOptions = {}): Promise<Result> => {
    const parsed = definition.input.safeParse(raw)
    if (!parsed.success) throw new Refusal('invalid-input', { fields: fieldErrors(parsed.error) })
    const run = async (scope: Scope): Promise<Result> => {
      const before = await definition.find(scope, parsed.data)
      if (before === null) throw new Refusal('not-found')
      if (!definition.allow(actor, before)) throw new Refusal('not-allowed')
      return definition.change(scope, before, parsed.data)
    }
    if (options.within) {
      await nameEvent(options.within.tx, definition.event)
      const result = await run({ ...options.within, actor, event: definition.event })
      await nameEvent(options.within.tx, options.within.event)
      return result
    }
    const operationId = options.operationId ?? randomUUID()
    const keepsOperation = options.operationId !== undefined && definition.isSecret !== true
    return db().$transaction(
      async (tx) => {
        if (keepsOperation) {
          const claim = await claimOperation(tx, actor, operationId, definition.event, parsed.data)
          if (!claim.isFirst) return claim.result as Result
        }
        await nameActor(tx, actor, operationId, definition.event)
        const result = await run({ tx, actor, today: companyToday(), operationId, event: definition.event })
        if (keepsOperation) await keepResult(tx, actor, operationId, result)
        return result
      },
      { maxWait: 10_000, timeout: definition.timeoutMs ?? 15_000 },
    )
  }
  return Object.assign(command, { event: definition.event, input: definition.input })
}

/** For creations: nothing is there before, so there is nothing to find. */
export async function findNothing(): Promise<Record<string, never>> {
  return {}
}

/** First message code per field of a failed parse. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.') || 'form'] ??= isMessageKey(issue.message) ? issue.message : issue.code
  return fields
}

// A schema may name the key of its own sentence; zod's English default gives way to the code of the issue.
function isMessageKey(message: string): boolean {
  return /^[a-z0-9_/-]+$/i.test(message)
}

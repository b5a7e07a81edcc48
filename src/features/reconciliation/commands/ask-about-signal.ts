import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { askTeam } from '@/features/tasks/commands/ask-team'
import type { Team } from '@/features/tasks/rules/teams'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canHandleDifference } from '../policy'
import { AskAboutSignalInput } from '../schemas'

type Found = { id: string; customerId: string; ownerTeam: Team; state: string; dueOn: string }

/** Asks the team that can put a step right; due on the signal's own day, or tomorrow when that is over. The signal then waits for them. */
export const askAboutSignal = defineCommand({
  event: 'signal.asked',
  input: AskAboutSignalInput,
  find: findSignal,
  allow: canHandleDifference,
  async change(scope, signal, { title, body, locale }) {
    if (signal.state !== 'open') throw new Refusal('reconciliation/signal-not-open')
    const subject = { kind: 'signal', subjectKind: 'signal', subjectId: signal.id, team: signal.ownerTeam } as const
    const task = await askTeam(scope.actor, { ...subject, title, body, locale, dueAt: `${signal.dueOn}T17:00:00Z` }, { within: scope })
    await scope.tx.$executeRaw(sql`UPDATE order_signal SET state = 'asked', version = version + 1 WHERE id = ${signal.id}::uuid`)
    await scope.tx.$executeRaw(sql`INSERT INTO order_signal_event (signal_id, what) VALUES (${signal.id}::uuid, 'asked')`)
    return { id: signal.id, taskId: task.id }
  },
})

async function findSignal({ tx, actor, today }: Scope, { signalId }: z.output<typeof AskAboutSignalInput>): Promise<Found | null> {
  const [signal] = await selectIn<Found>(
    tx,
    sql`SELECT s.id::text, s.customer_id::text AS "customerId", s.owner_team AS "ownerTeam", s.state, greatest(s.due_on, ${today}::date + 1)::text AS "dueOn"
      FROM order_signal s WHERE s.id = ${signalId}::uuid AND ${scopeOf(actor, sql`s.customer_id`)} FOR UPDATE`,
  )
  return signal ?? null
}

import { Refusal } from '@/core/refusal'
import { askTeam } from '@/features/tasks/commands/ask-team'
import type { Team } from '@/features/tasks/rules/teams'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canHandleDifference } from '../policy'
import { AskCorrectionInput } from '../schemas'
import { findDifferenceForChange } from './find-difference-for-change'

/** Asks the team whose system is wrong to correct it; the difference then waits for them and closes by itself. */
export const askCorrection = defineCommand({
  event: 'difference.correction-asked',
  input: AskCorrectionInput,
  find: findDifferenceForChange,
  allow: canHandleDifference,
  async change(scope, difference, input) {
    if (difference.state === 'resolved') throw new Refusal('reconciliation/already-resolved')
    const title = input.title || titleOf(difference)
    const team = difference.ownerTeam as Team
    const dueAt = await findDueAt(scope, difference.id)
    const task = await askTeam(
      scope.actor,
      {
        kind: 'correction',
        subjectKind: 'difference',
        subjectId: difference.id,
        team,
        title,
        body: input.note,
        locale: input.locale,
        dueAt,
      },
      { within: scope },
    )
    await scope.tx.difference.update({ where: { id: difference.id }, data: { state: 'asked', version: { increment: 1 } } })
    return { id: difference.id, taskId: task.id }
  },
})

type Named = { kind: string; poNumber: string | null; deliveryKey: string | null; sapValue: string | null; otherValue: string | null }

function titleOf({ kind, poNumber, deliveryKey, sapValue, otherValue }: Named): string {
  return [kind, poNumber ?? deliveryKey, sapValue, '/', otherValue].filter(Boolean).join(' ')
}

/** The close of the due day where the customer is; a day that has passed asks for today. */
async function findDueAt({ tx, today }: Scope, id: string): Promise<string | null> {
  const [row] = await selectIn<{ due_at: Date | null }>(
    tx,
    sql`SELECT (greatest(d.due_on, ${today}::date) + time '17:00') AT TIME ZONE c.time_zone AS due_at FROM difference d JOIN customer c ON c.id = d.customer_id WHERE d.id = ${id}::uuid`,
  )
  return row?.due_at?.toISOString() ?? null
}

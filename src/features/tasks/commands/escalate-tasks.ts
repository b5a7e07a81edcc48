import { now } from '@/server/clock'
import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canSettle } from '../policy'
import { rungDue } from '../rules/escalation'
import { EscalateTasksInput } from '../schemas'
import { mailRequest, type TaskToMail } from './mail-request'

const TASKS_AT_ONCE = 200

type Waiting = TaskToMail & { createdAt: Date; dueAt: Date; escalation: number }

/** Climbs the ladder for every open request whose time has come: the team is reminded, then the asker told, then the managers. */
export const escalateTasks = defineCommand({
  event: 'task.escalated',
  input: EscalateTasksInput,
  find: findNothing,
  allow: canSettle,
  timeoutMs: 60_000,
  async change(scope) {
    const waiting = await selectIn<Waiting>(
      scope.tx,
      sql`SELECT t.id::text, t.number, t.kind, t.title, t.body, t.wording, t.team, t.due_at AS "dueAt", t.created_at AS "createdAt", t.escalation,
          t.customer_id::text AS "customerId", t.created_by::text AS "createdBy"
        FROM task t WHERE t.state = 'open' AND t.escalation < 3 AND t.due_at < ${now()}::timestamptz + interval '1 day'
        ORDER BY t.due_at, t.number LIMIT ${TASKS_AT_ONCE} FOR UPDATE SKIP LOCKED`,
    )
    let mails = 0
    let climbed = 0
    for (const task of waiting) {
      const rung = rungDue(task, now())
      if (rung === null) continue
      mails += await mailRequest(scope, task, rung.occasion, rung.tells)
      climbed += 1
      await scope.tx.task.update({ where: { id: task.id }, data: { escalation: rung.step, remindedAt: now() } })
    }
    return { climbed, mails }
  },
})

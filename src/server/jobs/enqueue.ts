import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import type { Scope } from '../command'
import { selectIn, sql } from '../db/client'
import { toJson } from '../operation'
import type { Job } from './define-job'
import { ensureQueue, fromPrisma, queue } from './queue'

/**
 * Queues a job inside the transaction of the command that asks for it: no commit, no job.
 * `title` names it in the jobs tray: a message key and its values. Returns the id of its `job_run` row.
 */
export async function enqueue<Input extends z.ZodType>(
  scope: Scope,
  job: Job<Input>,
  input: z.input<Input>,
  title: { key: string; values?: Record<string, string | number> },
): Promise<string> {
  const parsed = job.input.safeParse(input)
  if (!parsed.success) throw new Refusal('invalid-input')
  const boss = await queue()
  await ensureQueue(boss, job.name, job.retriesMax)
  const requestedBy = scope.actor.kind === 'job' ? null : scope.actor.userId
  const [run] = await selectIn<{ id: string }>(
    scope.tx,
    sql`INSERT INTO job_run (queue, title, requested_by, input) VALUES (${job.name}, ${toJson(title)}::jsonb, ${requestedBy}::uuid, ${toJson(parsed.data)}::jsonb) RETURNING id::text`,
  )
  if (!run) throw new Error('job row was not written')
  await boss.send(job.name, { jobRunId: run.id }, { db: fromPrisma(scope.tx) })
  return run.id
}

import * as z from 'zod/mini'
import { onJobAnnounced } from '@/ui/job-signal'

const Job = z.object({
  id: z.string(),
  title: z.object({ key: z.string(), values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number(),
  total: z.nullable(z.number()),
  error: z.nullable(z.string()),
  /** Counts of what became of many rows, where the work has such. */
  result: z.catch(
    z.nullable(z.partial(z.object({ done: z.number(), skipped: z.number(), undone: z.number(), kept: z.number(), download: z.string() }))),
    null,
  ),
  isCancelRequested: z.boolean(),
})
const Answer = z.object({ jobs: z.array(Job) })
export type TrayJob = z.output<typeof Job>

const BUSY_MS = 3_000
const IDLE_MS = 15_000
const NONE: readonly TrayJob[] = []
let jobs: readonly TrayJob[] = NONE
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let stopListening = () => undefined as void

/** Asks while somebody looks: often while work is under way, seldom else, not at all in a hidden tab. */
export function subscribeJobs(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    stopListening = onJobAnnounced(() => void poll())
    void poll()
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stopListening()
    clearTimeout(timer)
  }
}

export function currentJobs(): readonly TrayJob[] {
  return jobs
}

/** What the server renders: the tray fills in the browser. */
export function noJobs(): readonly TrayJob[] {
  return NONE
}

export function isUnderWay(job: TrayJob): boolean {
  return job.state === 'queued' || job.state === 'running'
}

export async function cancelOwnJob(id: string): Promise<void> {
  await fetch(`/api/jobs/${id}/cancel`, { method: 'POST' }).catch(() => null)
  await poll()
}

async function poll(): Promise<void> {
  clearTimeout(timer)
  if (!document.hidden) {
    const response = await fetch('/api/jobs', { headers: { accept: 'application/json' } }).catch(() => null)
    const answer = Answer.safeParse(response?.ok ? await response.json().catch(() => null) : null)
    if (answer.success && JSON.stringify(answer.data.jobs) !== JSON.stringify(jobs)) {
      jobs = answer.data.jobs
      for (const listener of listeners) listener()
    }
  }
  clearTimeout(timer)
  if (listeners.size > 0) timer = setTimeout(() => void poll(), jobs.some(isUnderWay) ? BUSY_MS : IDLE_MS)
}

import type * as z from 'zod'
import type { Actor } from '@/core/actor'

/** What a running job may use: who asked for it, how to tell progress, and when to stop. */
export type JobContext = {
  actor: Actor
  jobRunId: string
  /** Tells how far the work is; refuses to go on (throws) once somebody asked to cancel. */
  progress: (done: number, total: number | null) => Promise<void>
  signal: AbortSignal
}

export type Job<Input extends z.ZodType = z.ZodType> = {
  /** Queue name, area first: 'disputes.build-package'. */
  name: string
  input: Input
  /** Attempts after the first. */
  retriesMax: number
  /** Runs at once on one worker. */
  concurrency: number
  run: (context: JobContext, input: z.output<Input>) => Promise<Record<string, unknown>>
}

/** Background work: a name, a schema, a call. It acts with the rights its requester has when it runs. */
export function defineJob<Input extends z.ZodType>(job: Job<Input>): Job<Input> {
  return job
}

/** Thrown inside a job when its requester cancelled it. */
export class JobCancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'JobCancelled'
  }
}

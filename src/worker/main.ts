import { disconnect } from '@/server/db/client'
import { ensureQueue, queue, stopQueue } from '@/server/jobs/queue'
import { runJob } from '@/server/jobs/run-job'
import { log } from '@/server/log'
import { JOBS } from './jobs'
import { startSchedule } from './schedule'

async function start(): Promise<void> {
  const boss = await queue({ isWorker: true })
  for (const job of JOBS) {
    await ensureQueue(boss, job.name, job.retriesMax)
    await boss.work<{ jobRunId: string }>(job.name, { localConcurrency: job.concurrency, pollingIntervalSeconds: 2 }, async ([taken]) => {
      if (taken) await runJob(job, taken.data.jobRunId, taken.signal, taken.retryCount >= job.retriesMax)
    })
  }
  const stopSchedule = startSchedule()
  log().info({ jobs: JOBS.map((job) => job.name) }, 'worker ready')
  const stop = async () => {
    stopSchedule()
    await stopQueue()
    await disconnect()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

start().catch((error: unknown) => {
  log().fatal({ err: error }, 'worker could not start')
  process.exit(1)
})

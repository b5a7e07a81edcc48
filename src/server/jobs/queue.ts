import { fromPrisma, PgBoss } from 'pg-boss'
import { env } from '../env'
import { log } from '../log'

const DEAD_LETTERS = 'dead-letters'
const HEARTBEAT_SECONDS = 20

let started: Promise<PgBoss> | undefined

/** The queue in Postgres. A sender only sends; the worker also supervises and runs schedules. */
export function queue(options: { isWorker?: boolean } = {}): Promise<PgBoss> {
  started ??= start(options.isWorker ?? false)
  return started
}

async function start(isWorker: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    options: '-c timezone=UTC',
    application_name: isWorker ? 'recoup worker' : 'recoup web',
    max: isWorker ? 6 : 2,
    supervise: isWorker,
    schedule: isWorker,
    useListenNotify: isWorker,
  })
  boss.on('error', (error) => log().error({ err: error }, 'queue'))
  await boss.start()
  return boss
}

/** Makes the queue of a job: three attempts with growing pauses, a heartbeat, and dead letters at the end. */
export async function ensureQueue(boss: PgBoss, name: string, retriesMax: number): Promise<void> {
  await boss.createQueue(DEAD_LETTERS)
  const settings = {
    retryLimit: retriesMax,
    retryDelay: 2,
    retryBackoff: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 4 * 60 * 60,
    notify: true,
  }
  await boss.createQueue(name, { ...settings, deadLetter: DEAD_LETTERS })
}

export async function stopQueue(): Promise<void> {
  const boss = await started
  started = undefined
  await boss?.stop({ graceful: true, timeout: 15_000 })
}

export { fromPrisma }

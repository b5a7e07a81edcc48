import { existsSync } from 'node:fs'
import { select, sql } from '@/server/db/client'
import { env } from '@/server/env'
import { readiness } from '@/server/health'
import type { CliCommand } from '../command'
import { printJson, say } from '../output'

/** Says what works on this machine and what is stuck. */
export const doctor: CliCommand = {
  name: 'doctor',
  usage: '',
  summary: 'what works on this machine and what is stuck',
  async run() {
    const ready = await readiness()
    const settings = env()
    const stuck = ready.failing.includes('database') ? [] : await findStuckBatches()
    const [server] = ready.failing.includes('database')
      ? []
      : await select<{ version: string; bytes: bigint }>(
          sql`SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes`,
        )
    for (const part of ready.failing) say(`not working: ${part}`)
    for (const { number, state, minutes } of stuck) say(`import ${number} stands in ${state} since ${minutes} minutes`)
    printJson({
      ok: ready.ok && stuck.length === 0,
      failing: ready.failing,
      queueLagSeconds: ready.queueLagSeconds,
      node: process.version,
      postgres: server?.version ?? null,
      databaseBytes: server?.bytes ?? null,
      dataFolder: settings.RECOUP_DATA,
      dropFolder: settings.RECOUP_DROP === undefined ? null : { path: settings.RECOUP_DROP, exists: existsSync(settings.RECOUP_DROP) },
      timeZone: settings.RECOUP_TIMEZONE,
      stuckImports: stuck,
    })
    return ready.ok && stuck.length === 0 ? 0 : 1
  },
}

const STUCK_MINUTES = 15

/** Batches that nobody reads or takes over any more; the worker picks them up. */
async function findStuckBatches(): Promise<{ number: number; state: string; minutes: number }[]> {
  return select(sql`
    SELECT number, state, (extract(epoch FROM now() - created_at) / 60)::int AS minutes FROM import_batch
    WHERE state IN ('received', 'parsing', 'committing') AND created_at < now() - ${STUCK_MINUTES}::int * interval '1 minute'
    ORDER BY number LIMIT 20`)
}

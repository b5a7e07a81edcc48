import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { migrate } from '@/server/db/migrate'
import { startEmbedded } from '@/server/embedded/start-embedded'

/** 'small' is for trying a bench in a minute; its figures mean little. */
export type BenchSize = 'full' | 'small'

/** Runs a bench on an empty, migrated database of its own; the application's pool uses it too. */
export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'recoup-bench-'))
  const database = await startEmbedded(folder)
  const before = process.env['DATABASE_URL']
  process.env['DATABASE_URL'] = database.url
  try {
    await migrate(database.url)
    return await work()
  } finally {
    const { disconnect } = await import('@/server/db/client')
    await disconnect()
    if (before === undefined) delete process.env['DATABASE_URL']
    else process.env['DATABASE_URL'] = before
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes outside of commands, under a name of its own. */
export async function asBench(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const { pool } = await import('@/server/db/client')
  const client = await pool().connect()
  try {
    await client.query(`SELECT set_config('recoup.actor', '{"kind":"job","id":"bench","name":"bench"}', false),
      set_config('recoup.operation', gen_random_uuid()::text, false), set_config('recoup.event', 'bench.prepared', false)`)
    await work(client)
  } finally {
    client.release()
  }
}

export const rounded = (value: number) => Math.round(value * 100) / 100
export const memoryMb = () => Math.round(process.memoryUsage().rss / 1e6)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/server/db/migrate'
import { startEmbedded } from '@/server/embedded/start-embedded'

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string
  }
}

/** One PostgreSQL for the run; the migrated database in it is the template that each test file gets a copy of. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'recoup-test-'))
  const database = await startEmbedded(folder, { durable: false })
  const stop = async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await migrate(database.url)
    await closeToOthers(database.url)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('templateUrl', database.url)
  return stop
}

// A template can be copied only while nobody is connected to it.
async function closeToOthers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: new URL('/postgres', url).href })
  await client.connect()
  await client.query('alter database recoup with is_template true allow_connections false')
  await client.end()
}

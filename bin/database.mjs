import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/server/db/migrate.ts'
import { startEmbedded } from '../src/server/embedded/start-embedded.ts'
import { ROOT } from './settings.mjs'

/** Opens the database of the settings, starting the embedded one when no address is set, and brings its schema up to date. */
export async function openDatabase({ data, databaseUrl }) {
  const embedded = databaseUrl === null ? await startEmbedded(join(data, 'postgres')) : null
  const url = embedded?.url ?? databaseUrl
  const close = async () => embedded?.stop()
  try {
    await migrate(url, join(ROOT, 'prisma'))
  } catch (error) {
    await close()
    throw error
  }
  return { url, notices: embedded?.notices ?? [], close }
}

/** True when nothing was ever written to the database: not even the audit trail, which nothing leaves, has a row. */
export async function isUntouched(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select not exists (select 1 from audit_entry) and not exists (select 1 from app_user) as untouched',
    )
    return rows[0].untouched
  } finally {
    await client.end()
  }
}

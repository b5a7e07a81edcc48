import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** `repeatable` scripts (views, triggers) run again whenever they change; a migration runs once and never changes. */
export type Migration = { name: string; sha256: string; sql: string; repeatable: boolean }
export type MigrationPlan = { toApply: Migration[]; refusal: string | null }

/** The database cannot be brought to this program's schema; `message` is one sentence for the person who started it. */
export class MigrationRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationRefusal'
  }
}

const ACTOR = `select set_config('recoup.actor', '{"kind":"job","id":"job:migration","name":"migration"}', true),
  set_config('recoup.operation', gen_random_uuid()::text, true), set_config('recoup.event', 'database.migrated', true)`
// "if not exists" looks before it locks: first starts at the same time take turns. Two statements of one query are one transaction.
const TABLE = `select pg_advisory_xact_lock(hashtext('recoup schema_migration'));
  create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`
const OLDEST_SERVER = 150_000

/** Reads `<folder>/migrations/<time>_<name>/migration.sql` in order of time, then `<folder>/sql/*.sql` in order of name. */
export function readMigrations(folder = 'prisma'): Migration[] {
  const migrations = namesIn(join(folder, 'migrations'))
    .filter((name) => existsSync(join(folder, 'migrations', name, 'migration.sql')))
    .map((name) => readScript(name, join(folder, 'migrations', name, 'migration.sql'), false))
  const scripts = namesIn(join(folder, 'sql'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readScript(`sql/${name}`, join(folder, 'sql', name), true))
  return [...migrations, ...scripts]
}

/** Compares what the database has (`applied`: name to SHA-256) with what the program brings. */
export function planMigrations(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): MigrationPlan {
  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name)).sort()[0]
  if (unknown !== undefined) {
    return {
      toApply: [],
      refusal: `The database has the schema of a newer Recoup (${unknown}); start that version or use another database.`,
    }
  }
  const edited = migrations.find(({ name, sha256, repeatable }) => !repeatable && applied.has(name) && applied.get(name) !== sha256)
  if (edited) {
    return {
      toApply: [],
      refusal: `Migration ${edited.name} was changed after it was applied to this database; restore the file as it was.`,
    }
  }
  return { toApply: migrations.filter(({ name, sha256 }) => applied.get(name) !== sha256), refusal: null }
}

/**
 * Brings the database to the schema of this program and answers the names it applied.
 * Any number of processes may call it at once: each step locks the table of migrations and looks again before it acts.
 */
export async function migrate(databaseUrl: string, folder = 'prisma'): Promise<string[]> {
  const client = await connect(databaseUrl)
  try {
    await checkServer(client)
    await createTable(client)
    const migrations = readMigrations(folder)
    const names: string[] = []
    for (let done = false; !done; ) {
      const name = await applyNext(client, migrations)
      if (name === null) done = true
      else names.push(name)
    }
    return names
  } finally {
    await client.end()
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const place = describePlace(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, application_name: 'recoup migrate' })
  try {
    await client.connect()
  } catch (error) {
    throw new MigrationRefusal(`Cannot use the database at ${place}: ${reasonOf(error)}.`, { cause: error })
  }
  client.on('error', () => undefined)
  return client
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  )
  const server = rows[0]
  if (server && server.number < OLDEST_SERVER)
    throw new MigrationRefusal(`Recoup needs PostgreSQL 15 or newer; this server is ${server.version}.`)
}

async function createTable(client: pg.Client): Promise<void> {
  try {
    await client.query(TABLE)
  } catch (error) {
    throw new MigrationRefusal(`The database account may not create tables: ${reasonOf(error)}.`, { cause: error })
  }
}

async function applyNext(client: pg.Client, migrations: readonly Migration[]): Promise<string | null> {
  await client.query('begin')
  let current = ''
  try {
    // A database in use audits what a migration writes; one that is made anew has no triggers yet, so leaving this out shows only there.
    await client.query(ACTOR)
    await client.query('lock table schema_migration in share row exclusive mode')
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
    const plan = planMigrations(new Map(rows.map((row) => [row.name, row.sha256])), migrations)
    if (plan.refusal !== null) throw new MigrationRefusal(plan.refusal)
    const next = plan.toApply[0]
    if (next) {
      current = next.name
      await client.query(next.sql)
      await client.query(
        'insert into schema_migration (name, sha256) values ($1, $2) on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()',
        [next.name, next.sha256],
      )
    }
    await client.query('commit')
    return next?.name ?? null
  } catch (error) {
    await client.query('rollback')
    if (error instanceof MigrationRefusal) throw error
    throw new MigrationRefusal(`Migration ${current} failed and was rolled back: ${reasonOf(error)}.`, { cause: error })
  }
}

function readScript(name: string, path: string, repeatable: boolean): Migration {
  const sql = readFileSync(path, 'utf8')
  return { name, sql, repeatable, sha256: createHash('sha256').update(sql).digest('hex') }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : []
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : String(error)
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'the host is unknown',
    EAI_AGAIN: 'the host cannot be looked up',
    ETIMEDOUT: 'the host does not answer',
    '28P01': 'the password is wrong',
    '28000': 'the account is refused',
    '3D000': 'the database does not exist',
  }
  return known[code] ?? message.replace(/\.$/, '')
}

// Never print the password that stands in the address.
function describePlace(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl))
    throw new MigrationRefusal('DATABASE_URL is not an address such as postgresql://user:password@host:5432/recoup.')
  const url = new URL(databaseUrl)
  return `${url.hostname}:${url.port || '5432'}${url.pathname}`
}

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { select, sql } from './db/client'
import { planMigrations, readMigrations } from './db/migrate'
import { env } from './env'

export type Readiness = { ok: boolean; failing: string[]; queueLagSeconds: number | null }

/** Whether this process can serve: database, its schema, the file store; and how old the oldest waiting job is. */
export async function readiness(): Promise<Readiness> {
  const failing: string[] = []
  const database = await select<{ zone: string }>(sql`SELECT current_setting('TimeZone') AS zone`).catch(() => null)
  if (database === null) return { ok: false, failing: ['database'], queueLagSeconds: null }
  if (database[0]?.zone !== 'UTC') failing.push('database-time-zone')
  if (!(await schemaIsCurrent())) failing.push('schema-version')
  if (!(await storeIsWritable())) failing.push('file-store')
  return { ok: failing.length === 0, failing, queueLagSeconds: await queueLag() }
}

async function schemaIsCurrent(): Promise<boolean> {
  const applied = await select<{ name: string; sha256: string }>(sql`SELECT name, sha256 FROM schema_migration`).catch(() => null)
  if (applied === null) return false
  const plan = planMigrations(new Map(applied.map((row) => [row.name, row.sha256])), readMigrations())
  return plan.refusal === null && plan.toApply.length === 0
}

async function storeIsWritable(): Promise<boolean> {
  const folder = resolve(join(env().RECOUP_DATA, 'files'))
  const probe = join(folder, `.probe-${process.pid}-${Math.random().toString(36).slice(2)}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(probe, 'ok')
    await rm(probe)
    return true
  } catch {
    return false
  }
}

async function queueLag(): Promise<number | null> {
  const rows = await select<{ seconds: number | null }>(
    sql`SELECT extract(epoch FROM now() - min(created_at))::int AS seconds FROM job_run WHERE state = 'queued'`,
  )
  return rows[0]?.seconds ?? null
}

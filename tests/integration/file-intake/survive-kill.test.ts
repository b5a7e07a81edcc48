import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { IMPORTED_TABLES } from '@/features/file-intake/queries/imported-tables'
import { CUSTOMERS } from '../take-file'
import { bytesOf, orderSet, remittanceSet } from './build-papers'

/** Shares of an undisturbed run after which the import is killed, one after the other in one database; the last is new every time. */
const KILLED_AT = [0.5, 0.8, Math.random()]

const folder = mkdtempSync(join(tmpdir(), 'recoup-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inbox = join(folder, 'inbox')
const order = (number: string, quantity: string) =>
  Buffer.from(
    Buffer.from(bytesOf([orderSet(number, [quantity])]))
      .toString()
      .replaceAll('RETAILER', 'PINEWOOD'),
  )
const files: Record<string, string | Uint8Array> = { 'master/customers.csv': CUSTOMERS }
for (let at = 0; at < 60; at++) files[`edi/${String(at).padStart(3, '0')}.edi`] = order(`46${at % 40}`, String(1 + at))
files['edi/pay.edi'] = Buffer.from(
  Buffer.from(bytesOf([remittanceSet('PAY1', '90', ['RMR*IV*90000152*PI*90*100', 'ADX*-10*59*CM*90000152'])]))
    .toString()
    .replaceAll('RETAILER', 'PINEWOOD'),
)
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(join(inbox, path)), { recursive: true })
  writeFileSync(join(inbox, path), content)
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function freshDatabase(): Promise<string> {
  const template = new URL(inject('templateUrl'))
  const name = `kill_${randomUUID().replaceAll('-', '')}`
  await withClient(new URL('/postgres', template).href, (client) => client.query(`create database ${name} template recoup`))
  return new URL(`/${name}`, template).href
}

/** Imports the folder by the command line in a process of its own; `killedAfter` milliseconds it is killed. Answers how long it took. */
async function importFolder(url: string, data: string, killedAfter?: number): Promise<number> {
  const started = performance.now()
  const env = { ...process.env, DATABASE_URL: url, RECOUP_DATA: data, LOG_LEVEL: 'fatal' }
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'src/cli/main.ts', 'import', inbox], {
    env,
    stdio: 'ignore',
  })
  const timer = killedAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter)
  await new Promise((resolve) => child.once('exit', resolve))
  clearTimeout(timer)
  return performance.now() - started
}

/** Everything that imports leave behind, with ids and times masked and how often a file was sent left out. */
async function dump(url: string): Promise<string[]> {
  const tables = IMPORTED_TABLES.flatMap(({ table, parts = [] }) => [table, ...parts.map((part) => part.table)])
  const batches = `select 'batch' as name, to_jsonb(t) - 'number' - 'times_sent' - 'path' as row from import_batch t`
  const queries = [
    batches,
    ...['import_row', 'import_finding', 'import_overlap', 'record_version', ...tables].map(
      (table) => `select '${table}', to_jsonb(t) from ${table} t`,
    ),
  ]
  const { rows } = await withClient(url, (client) => client.query<{ name: string; row: unknown }>(queries.join(' union all ')))
  return rows
    .map(({ name, row }) => `${name} ${JSON.stringify(row)}`)
    .map((text) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#').replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:\+00:00|Z)?/g, '@'))
    .map((text) => text.replace(/("(?:id)":)\d+/g, '$1#'))
    .sort()
}

test('an import killed again and again ends as one that nobody disturbed', async () => {
  const [calm, rough] = [await freshDatabase(), await freshDatabase()]
  const whole = await importFolder(calm, join(folder, 'calm'))
  const expected = await dump(calm)
  expect(expected.filter((row) => row.startsWith('purchase_order '))).toHaveLength(40)
  let kills = 0
  for (const share of KILLED_AT) {
    await importFolder(rough, join(folder, 'rough'), share * whole)
    // Half a minute passes: whoever was killed has long been silent.
    await withClient(rough, (client) => client.query(`update import_holder set heartbeat_at = heartbeat_at - interval '30 seconds'`))
    kills += 1
  }
  await importFolder(rough, join(folder, 'rough'))
  expect(kills).toBe(KILLED_AT.length)
  expect(await dump(rough), `killed at ${KILLED_AT.join(', ')} of ${Math.round(whole)} ms`).toEqual(expected)
}, 180_000)

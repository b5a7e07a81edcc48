import { specialist } from '@tests/factories/people'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { claimBatches } from '@/features/file-intake/commands/claim-batches'
import { confirmBatches } from '@/features/file-intake/commands/confirm-batches'
import { receiveBatches } from '@/features/file-intake/commands/receive-batches'
import { stageBatches } from '@/features/file-intake/commands/stage-batches'
import { holdImports } from '@/features/file-intake/imports/hold-imports'
import { importFiles } from '@/features/file-intake/imports/import-files'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { resumeBatches } from '@/features/file-intake/imports/resume-batches'
import { takeOverStaged } from '@/features/file-intake/imports/take-over-staged'
import { storeFile } from '@/server/file-store'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database)
afterAll(closeReaders)

const ORDERS = (from: number, count: number) => Array.from({ length: count }, (_, at) => orderSet(String(7_000_000 + from + at)))
const take = (sets: string[][], path: string) => receiveFile(specialist, { path, bytes: bytesOf(sets), way: 'api' })
const batches = () =>
  database.query<{ state: string; accepted: number; duplicate: number; times_sent: number }>(
    'select state, accepted, duplicate, times_sent from import_batch order by number',
  )
const numbers = async (table: string) => Number((await database.query<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

/** A batch whose file is stored and whose import `heldBy` was last seen `silentSeconds` ago. */
async function halfDone(number: string, silentSeconds: number, isPreview = false): Promise<{ id: string; heldBy: string }> {
  const [holder] = await database.query<{ id: string }>(
    `insert into import_holder (heartbeat_at) values (now() - $1::int * interval '1 second') returning id`,
    [silentSeconds],
  )
  const stored = await storeFile(bytesOf([orderSet(number)]))
  const [batch] = await receiveBatches(specialist, {
    files: [{ fileName: number, path: number, mediaType: 'text/plain', way: 'cli', ...stored }],
    heldBy: holder?.id ?? null,
    isPreview,
  })
  return { id: batch?.id ?? '', heldBy: holder?.id ?? '' }
}
const stateOf = async (id: string) =>
  (await database.query<{ state: string }>('select state from import_batch where id = $1', [id]))[0]?.state

test('ten uploads of one file at once are one batch that was sent ten times, and each is answered when it is finished', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => take(ORDERS(0, 40), `upload-${at}.edi`)))
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(answers.filter((answer) => answer.isNew)).toHaveLength(1)
  expect(await batches()).toEqual([{ state: 'done', accepted: 40, duplicate: 0, times_sent: 10 }])
  expect(await numbers('purchase_order')).toBe(40)
})

test('halves that overlap, imported at once, add every order once', async () => {
  await Promise.all([take(ORDERS(100, 60), 'a.edi'), take(ORDERS(130, 60), 'b.edi'), take(ORDERS(110, 60), 'c.edi')])
  const rows = (await batches()).slice(1)
  expect(rows.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(rows.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(90)
  expect(await numbers('purchase_order')).toBe(130)
  expect(await numbers('record_version')).toBe(0)
})

test('what a dead import left is finished once, however many workers find it; a living one keeps what it holds', async () => {
  const [dead, alive] = [await halfDone('7100001', 30), await halfDone('7100002', 0)]
  const resumed = await Promise.all([resumeBatches(systemActor('one')), resumeBatches(systemActor('two'))])
  expect(resumed.reduce((sum, { committed }) => sum + committed, 0)).toBe(1)
  expect(await stateOf(dead.id)).toBe('done')
  expect(await stateOf(alive.id)).toBe('parsing')
  await database.query('delete from import_holder where id = $1', [alive.heldBy])
  await resumeBatches(systemActor('one'))
  expect(await stateOf(alive.id)).toBe('done')
})

test('the same folder imported again takes over what its first import left, before anything of its own', async () => {
  const left = await halfDone('7100003', 30)
  const files = ['7100003', '7100004'].map((number) => ({
    path: number,
    way: 'cli' as const,
    content: async () => bytesOf([orderSet(number)]),
  }))
  await importFiles(specialist, files)
  expect(await stateOf(left.id)).toBe('done')
})

test('an import that was taken for dead and wakes up changes nothing any more', async () => {
  const left = await halfDone('7100005', 30)
  await holdImports(async (heldBy) => {
    expect(await claimBatches(specialist, { batchIds: [left.id], heldBy })).toMatchObject([{ id: left.id, state: 'parsing' }])
    expect(await claimBatches(specialist, { batchIds: [left.id], heldBy })).toEqual([])
    const late = { id: left.id, state: 'refused' as const, format: 'x', kind: 'x', encoding: null, rowsRead: 0, blank: 0, rejected: 0 }
    const summary = { ...late, ownTotal: null, computedTotal: null, currency: null, reason: 'intake/read-too-long', findings: [] }
    expect(await stageBatches(specialist, { heldBy: left.heldBy, batches: [summary] })).toEqual({ staged: 0 })
  })
  await resumeBatches(systemActor('test'))
  expect(await stateOf(left.id)).toBe('done')
})

test('a file that was only to be shown is only shown after a crash; a yes is kept over one', async () => {
  const shown = await halfDone('7100006', 30, true)
  await resumeBatches(systemActor('test'))
  expect(await stateOf(shown.id)).toBe('staged')
  const [dead] = await database.query<{ id: string }>(
    `insert into import_holder (heartbeat_at) values (now() - interval '1 minute') returning id`,
  )
  expect(await confirmBatches(specialist, { batchIds: [shown.id], heldBy: dead?.id ?? '' })).toEqual([shown.id])
  expect(await takeOverStaged(specialist, [shown.id])).toEqual([])
  await resumeBatches(systemActor('test'))
  expect(await stateOf(shown.id)).toBe('done')
})

test('no import is remembered as living after its end', async () => {
  await database.query(`delete from import_holder where heartbeat_at < now() - interval '20 seconds'`)
  expect(await numbers('import_holder')).toBe(0)
})

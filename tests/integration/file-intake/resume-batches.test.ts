import { buildActor, specialist } from '@tests/factories/people'
import { nameTestActor } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { receiveBatches } from '@/features/file-intake/commands/receive-batches'
import { reopenWaiting } from '@/features/file-intake/commands/reopen-waiting'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { resumeBatches, resumeWaiting } from '@/features/file-intake/imports/resume-batches'
import { storeFile } from '@/server/file-store'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
const heldBy = '00000000-0000-7000-8000-0000000000aa'
await insertRetailer(database)
afterAll(closeReaders)

const stateOf = async (id: string) =>
  (await database.query<{ state: string; accepted: number }>('select state, accepted from import_batch where id = $1', [id]))[0]

test('a file whose reading was interrupted is read again, without the rows left behind', async () => {
  const stored = await storeFile(bytesOf([orderSet('1'), orderSet('2')]))
  const [batch] = await receiveBatches(specialist, {
    files: [{ fileName: 'a.edi', path: 'a.edi', mediaType: 'text/plain', way: 'cli', ...stored }],
  })
  if (!batch) throw new Error('no batch')
  await database.query(
    `insert into import_row (batch_id, row_no, kind, position, fingerprint, values) values ($1, 1, 'purchase-order', 'left behind', 'x', '{}')`,
    [batch.id],
  )
  expect(await resumeBatches(systemActor('test'))).toMatchObject({ committed: 1 })
  expect(await stateOf(batch.id)).toEqual({ state: 'done', accepted: 2 })
})

test('a batch that was to be taken over is taken over, one that waits for a person is left alone', async () => {
  const wanted = await receiveFile(specialist, { path: 'b.edi', bytes: bytesOf([orderSet('3')]), way: 'browser' }, { isPreview: true })
  const preview = await receiveFile(specialist, { path: 'c.edi', bytes: bytesOf([orderSet('4')]), way: 'browser' }, { isPreview: true })
  await nameTestActor(database)
  await database.query(`update import_batch set state = 'committing' where id = $1`, [wanted.id])
  await resumeBatches(systemActor('test'))
  expect((await stateOf(wanted.id))?.state).toBe('done')
  expect((await stateOf(preview.id))?.state).toBe('staged')
})

test('a file that waited for a reader is read again when there is one, others wait on', async () => {
  const known = await receiveFile(specialist, { path: 'd.edi', bytes: bytesOf([orderSet('5')]), way: 'browser' })
  const unknown = await receiveFile(specialist, { path: 'e.edi', bytes: bytesOf([['940', 'W05*N*1']]), way: 'browser' })
  await nameTestActor(database)
  await database.query(`delete from import_row where batch_id = $1`, [known.id])
  await database.query(
    `update import_batch set state = 'waiting', reason = 'intake/kind-waits', rows_read = 0, accepted = 0 where id = $1`,
    [known.id],
  )
  expect(await resumeWaiting(systemActor('test'))).toEqual({ read: 1, committed: 1 })
  expect(await stateOf(known.id)).toMatchObject({ state: 'done' })
  expect((await stateOf(unknown.id))?.state).toBe('waiting')
  expect(await resumeWaiting(systemActor('test'))).toEqual({ read: 0, committed: 0 })
})

test('only those who import open a waiting file again, and only one that waits', async () => {
  const waiting = await receiveFile(specialist, { path: 'f.edi', bytes: bytesOf([['940', 'W05*N*2']]), way: 'browser' })
  await expect(reopenWaiting(buildActor(['credit']), { batchIds: [waiting.id], heldBy })).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await stateOf(waiting.id))?.state).toBe('waiting')
  expect(await reopenWaiting(specialist, { batchIds: [waiting.id], heldBy })).toEqual([waiting.id])
  expect(await reopenWaiting(specialist, { batchIds: [waiting.id], heldBy })).toEqual([])
})

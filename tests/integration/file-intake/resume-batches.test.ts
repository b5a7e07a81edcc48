import { specialist } from '@tests/factories/people'
import { nameTestActor } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { receiveBatches } from '@/features/file-intake/commands/receive-batches'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { resumeBatches } from '@/features/file-intake/imports/resume-batches'
import { storeFile } from '@/server/file-store'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
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
  expect(await resumeBatches(systemActor('test'), 0)).toMatchObject({ read: 1 })
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

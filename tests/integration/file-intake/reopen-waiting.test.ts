import { buildActor, specialist } from '@tests/factories/people'
import { nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { receiveBatches } from '@/features/file-intake/commands/receive-batches'
import { reopenWaiting } from '@/features/file-intake/commands/reopen-waiting'
import { storeFile } from '@/server/file-store'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const heldBy = '00000000-0000-7000-8000-0000000000aa'

/** A batch in the given state with one row and one finding of its first reading; answers its id. */
async function batchIn(state: string, content: string): Promise<string> {
  const stored = await storeFile(Buffer.from(content))
  const [batch] = await receiveBatches(specialist, {
    files: [{ fileName: content, path: content, mediaType: 'text/plain', way: 'cli', ...stored }],
  })
  const id = batch?.id ?? ''
  await nameTestActor(database)
  await database.query('update import_batch set state = $2 where id = $1', [id, state])
  await database.query(
    "insert into import_row (batch_id, row_no, kind, position, fingerprint, values) values ($1, 1, 'x', 'row 1', $2, '{}')",
    [id, content],
  )
  await database.query("insert into import_finding (batch_id, position, field, code, message) values ($1, 'row 1', 'f', 'c', 'm')", [id])
  return id
}

const left = async (id: string) =>
  (
    await database.query<{ state: string; rows: number; findings: number }>(
      `select state, (select count(*)::int from import_row where batch_id = b.id) as rows,
        (select count(*)::int from import_finding where batch_id = b.id) as findings from import_batch b where id = $1`,
      [id],
    )
  )[0]

test('a waiting batch is opened again without what its first reading left, a finished one stays', async () => {
  const [waiting, done] = [await batchIn('waiting', 'waiting.txt'), await batchIn('done', 'done.txt')]
  expect(await reopenWaiting(specialist, { batchIds: [waiting, done], heldBy })).toEqual([waiting])
  expect(await left(waiting)).toEqual({ state: 'parsing', rows: 0, findings: 0 })
  expect(await left(done)).toEqual({ state: 'done', rows: 1, findings: 1 })
})

test('somebody who may not import may not open batches again, and nothing changes', async () => {
  const waiting = await batchIn('waiting', 'other.txt')
  await expect(reopenWaiting(buildActor(['credit']), { batchIds: [waiting], heldBy })).rejects.toThrow('not-allowed')
  expect(await left(waiting)).toEqual({ state: 'waiting', rows: 1, findings: 1 })
})

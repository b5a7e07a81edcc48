import { insertCustomer, nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { judgeImports } from '@/features/file-intake/jobs/judge-imports'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
await insertCustomer(database, 'HARBOR')

const runs = () => database.query<{ state: string }>("select state from job_run where queue = 'file-intake.judge-imports'")

async function finishBatch(sha256: string): Promise<void> {
  await nameTestActor(database)
  const [file] = await database.query<{ id: string }>(
    `insert into stored_file (sha256, bytes, media_type, storage_key) values ($1, 1, 'text/csv', left($1, 2) || '/' || $1) returning id`,
    [sha256],
  )
  await database.query(
    `insert into import_batch (file_id, file_name, sha256, bytes, format, kind, way, state, rows_read, accepted, finished_at)
     values ($1, 'a.csv', $2, 1, 'csv', 'sap-va05', 'cli', 'done', 1, 1, now())`,
    [file?.id, sha256],
  )
}

test('nothing is judged while nothing came in', async () => {
  await judgeImports()
  expect(await runs()).toEqual([])
})

test('an import is followed by one judgement, and the next import by another', async () => {
  await finishBatch('a'.repeat(64))
  await judgeImports()
  await judgeImports()
  expect(await runs()).toEqual([{ state: 'done' }])
  await finishBatch('b'.repeat(64))
  await judgeImports()
  expect(await runs()).toHaveLength(2)
})

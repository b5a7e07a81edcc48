import { buildActor, specialist } from '@tests/factories/people'
import { expect, test } from 'vitest'
import { receiveParts } from '@/features/file-intake/commands/receive-parts'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { storeFile } from '@/server/file-store'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const parcel = await receiveFile(specialist, { path: 'p.txt', bytes: Buffer.from('a parcel'), way: 'folder' }, { isPreview: true })
const part = async (text: string, partNo: number) => ({
  ...(await storeFile(Buffer.from(text))),
  partNo,
  fileName: `${text}.txt`,
  path: `p.txt/${text}.txt`,
  mediaType: 'text/plain',
})
const parts = [await part('one', 1), await part('two', 2), await part('one', 3)]

test('parts get a batch each, come in the way of their parcel, and are tied to it once', async () => {
  const received = await receiveParts(specialist, { parentId: parcel.id, container: 'zip', parts })
  expect(received.filter(({ isNew }) => isNew)).toHaveLength(2)
  const again = await receiveParts(specialist, { parentId: parcel.id, container: 'zip', parts })
  expect(again.filter(({ isNew }) => isNew)).toEqual([])
  const rows = await database.query(
    `select p.part_no, p.name, p.container, b.way, b.times_sent from import_part p join import_batch b on b.id = p.batch_id order by 1`,
  )
  expect(rows).toEqual([
    { part_no: 1, name: 'one.txt', container: 'zip', way: 'folder', times_sent: 2 },
    { part_no: 2, name: 'two.txt', container: 'zip', way: 'folder', times_sent: 1 },
    { part_no: 3, name: 'one.txt', container: 'zip', way: 'folder', times_sent: 2 },
  ])
})

test('a parcel that nobody knows and a role that brings nothing in are refused', async () => {
  const parentId = '00000000-0000-7000-8000-0000000000ff'
  await expect(receiveParts(specialist, { parentId, container: 'zip', parts })).rejects.toMatchObject({ code: 'not-found' })
  await expect(receiveParts(buildActor(['warehouse']), { parentId: parcel.id, container: 'zip', parts })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

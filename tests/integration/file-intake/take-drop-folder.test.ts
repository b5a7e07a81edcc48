import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { takeDropFolder } from '@/features/file-intake/imports/take-drop-folder'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database)
const folder = mkdtempSync(join(tmpdir(), 'recoup-drop-'))
afterAll(() => {
  closeReaders()
  rmSync(folder, { recursive: true, force: true })
})

test('settled files are taken in and moved aside, a file that may still arrive is left', async () => {
  mkdirSync(join(folder, 'edi'))
  const settled = join(folder, 'edi', 'order.edi')
  const arriving = join(folder, 'arriving.edi')
  writeFileSync(settled, bytesOf([orderSet('D1')]))
  writeFileSync(arriving, bytesOf([orderSet('D2')]).subarray(0, 200))
  utimesSync(settled, new Date(0), new Date(0))
  expect(await takeDropFolder(systemActor('test'), folder)).toBe(1)
  expect([existsSync(settled), existsSync(arriving), existsSync(join(folder, '.taken/edi/order.edi'))]).toEqual([false, true, true])
  const batches = await database.query('select path, way, state, accepted from import_batch')
  expect(batches).toEqual([{ path: 'edi/order.edi', way: 'folder', state: 'done', accepted: 1 }])
  expect(await takeDropFolder(systemActor('test'), folder)).toBe(0)
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

const place = (...names: string[]) => join(folder, ...names)
/** Puts a file as if it had come long ago. */
function put(name: string, bytes: Uint8Array): string {
  mkdirSync(dirname(place(name)), { recursive: true })
  writeFileSync(place(name), bytes)
  utimesSync(place(name), new Date(0), new Date(0))
  return place(name)
}
const look = () => takeDropFolder(systemActor('test'), folder)
const batches = () => database.query('select path, way, state, times_sent from import_batch order by number')

test('settled files are taken in and moved aside, a file that may still arrive is left', async () => {
  const settled = put('R01/edi/order.edi', bytesOf([orderSet('D1')]))
  put('order2.edi.filepart', bytesOf([orderSet('D2')]))
  writeFileSync(place('arriving.edi'), bytesOf([orderSet('D2')]).subarray(0, 200))
  utimesSync(place('arriving.edi'), new Date(Date.now() + 60_000), new Date(Date.now() + 60_000))
  expect(await look()).toBe(0)
  expect(await look()).toBe(1)
  expect([settled, place('arriving.edi'), place('done/R01/edi/order.edi')].map(existsSync)).toEqual([false, true, true])
  expect(await batches()).toEqual([{ path: 'R01/edi/order.edi', way: 'folder', state: 'done', times_sent: 1 }])
  expect(await look()).toBe(0)
  rmSync(place('arriving.edi'))
})

test('a file that keeps its old date while it grows is left until it has stopped', async () => {
  const whole = Buffer.from(bytesOf([orderSet('D3')]))
  put('slow.edi', whole.subarray(0, 100))
  await look()
  put('slow.edi', whole)
  expect(await look()).toBe(0)
  expect(await look()).toBe(1)
})

test('a file that cannot be read goes to failed, with its reason beside it', async () => {
  put('old/report.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]))
  await look()
  expect(await look()).toBe(1)
  expect(existsSync(place('failed/old/report.xls'))).toBe(true)
  expect(readFileSync(place('failed/old/report.xls.reason.txt'), 'utf8')).toContain('intake/unreadable-ole')
})

test('a crash before a file was moved doubles nothing, and no file aside is overwritten', async () => {
  put('R01/edi/order.edi', bytesOf([orderSet('D1')]))
  await look()
  expect(await look()).toBe(1)
  expect((await batches())[0]).toMatchObject({ state: 'done', times_sent: 2 })
  expect(readdirSync(place('done/R01/edi'))).toHaveLength(2)
})

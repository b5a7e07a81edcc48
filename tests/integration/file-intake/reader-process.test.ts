import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ReaderProcess } from '@/features/file-intake/imports/reader-process'
import { bytesOf, orderSet } from './build-papers'

const folder = mkdtempSync(join(tmpdir(), 'recoup-reader-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(name: string, bytes: Uint8Array) {
  const storedAt = join(folder, name)
  writeFileSync(storedAt, bytes)
  return {
    id: Math.floor(Math.random() * 1e9),
    batchId: '00000000-0000-7000-8000-00000000000a',
    path: name,
    storedAt,
    bytes: bytes.length,
    partsAt: join(folder, `${name}.parts`),
    around: [],
  }
}

const ignore = async () => undefined
const good = fileOf('good.edi', bytesOf([orderSet('1'), orderSet('2')]))

test('a reader gives the rows in the form of the staging table', async () => {
  const reader = new ReaderProcess()
  const chunks: string[] = []
  const summary = await reader.read(good, async (rows) => void chunks.push(rows))
  expect(summary).toMatchObject({ kind: 'x12-850', rowsRead: 2, rejected: 0, refused: null, rowKinds: ['purchase-order'] })
  expect(chunks.join('').trimEnd().split('\n')).toHaveLength(2)
  reader.stop()
})

test('a file that takes too long costs its child the life and is refused; the next file is read', async () => {
  const reader = new ReaderProcess({ memoryBytesMax: 512 * 1024 * 1024, secondsPerStep: 0.001 })
  expect((await reader.read(good, ignore)).refused).toBe('intake/read-too-long')
  const patient = new ReaderProcess()
  expect((await patient.read(good, ignore)).refused).toBeNull()
  patient.stop()
})

test('waiting for somebody to take the rows is not held against the file', async () => {
  const reader = new ReaderProcess({ memoryBytesMax: 512 * 1024 * 1024, secondsPerStep: 8 })
  const orders = Array.from({ length: 20_000 }, (_, index) => orderSet(String(index + 1)))
  let chunks = 0
  const summary = await reader.read(fileOf('many.edi', bytesOf(orders)), async () => {
    chunks += 1
    if (chunks === 1) await new Promise((resolve) => setTimeout(resolve, 10_000))
  })
  expect(chunks).toBeGreaterThan(6)
  expect(summary).toMatchObject({ refused: null, rowsRead: 20_000 })
  reader.stop()
})

test('a file that takes too much memory is refused while this process lives', async () => {
  const reader = new ReaderProcess({ memoryBytesMax: 150 * 1024 * 1024, secondsPerStep: 30 })
  const huge = fileOf(
    'huge.edi',
    bytesOf([
      orderSet(
        '1',
        Array.from({ length: 400_000 }, () => '7'),
      ),
    ]),
  )
  expect((await reader.read(huge, ignore)).refused).toBe('intake/read-too-much-memory')
})

test('a file that is not there is refused and the reader goes on', async () => {
  const reader = new ReaderProcess()
  const missing = { ...good, id: 7, storedAt: join(folder, 'is-not-there') }
  expect(await reader.read(missing, ignore)).toMatchObject({ refused: 'intake/reader-failed' })
  expect((await reader.read(good, ignore)).refused).toBeNull()
  reader.stop()
})

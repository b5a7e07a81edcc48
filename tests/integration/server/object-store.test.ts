import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStored, storeFile } from '@/server/file-store'

// A bucket as far as the store uses one: PUT keeps, GET gives, everything must be signed.
const kept = new Map<string, Buffer>()
const bucket = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const path = request.url ?? ''
    const isSigned = /^AWS4-HMAC-SHA256 Credential=key\//.test(request.headers.authorization ?? '')
    if (isSigned && request.method === 'PUT') kept.set(path, Buffer.concat(chunks))
    const content = isSigned ? kept.get(path) : undefined
    response.writeHead(isSigned ? (content ? 200 : 404) : 403).end(request.method === 'GET' ? content : undefined)
  })
})

const here = mkdtempSync(join(tmpdir(), 'recoup-store-'))
const settings = { RECOUP_DATA: here, STORAGE_URL: '' }

beforeAll(async () => {
  await new Promise<void>((done) => bucket.listen(0, '127.0.0.1', done))
  const { port } = bucket.address() as AddressInfo
  settings.STORAGE_URL = `s3://key:secret@evidence/recoup?endpoint=http://127.0.0.1:${port}`
  Object.assign(process.env, settings)
})

afterAll(() => {
  bucket.close()
  delete process.env['STORAGE_URL']
  rmSync(here, { recursive: true, force: true })
})

test('files lie in the bucket under their hash and come back on a machine that never had them', async () => {
  const stored = await storeFile(Buffer.from('signed for 120'))
  expect([...kept.keys()]).toEqual([`/evidence/recoup/${stored.storageKey}`])
  rmSync(join(here, 'files'), { recursive: true })
  expect((await readStored(stored.storageKey)).toString()).toBe('signed for 120')
})

test('bytes that changed in the bucket are not handed out', async () => {
  const stored = await storeFile(Buffer.from('received 96'))
  kept.set(`/evidence/recoup/${stored.storageKey}`, Buffer.from('received 120'))
  rmSync(join(here, 'files'), { recursive: true })
  await expect(readStored(stored.storageKey)).rejects.toThrow('no longer matches its hash')
})

test('a bucket that refuses is said, and nothing counts as stored', async () => {
  process.env['STORAGE_URL'] = settings.STORAGE_URL.replace('key:', 'stranger:')
  await expect(storeFile(Buffer.from('never kept'))).rejects.toThrow('the file store refused')
  process.env['STORAGE_URL'] = settings.STORAGE_URL
})

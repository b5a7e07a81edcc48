import { admin } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/imports/[id]/route'
import { POST } from '@/app/api/v1/imports/route'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { createToken } from '@/features/people/commands/create-token'
import { receiveUpload } from '@/server/http/receive-upload'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database)
await insertUser(database, 'script@example.test', ['specialist'])
const { token } = await createToken(admin, { email: 'script@example.test', name: 'nightly' })
afterAll(closeReaders)

const URL_OF_IMPORTS = 'http://localhost:3000/api/v1/imports'

function post(body: BodyInit, headers: Record<string, string> = {}, query = ''): Promise<Response> {
  return POST(new Request(URL_OF_IMPORTS + query, { method: 'POST', body, headers: { authorization: `Bearer ${token}`, ...headers } }))
}

const text = (number: string) => Buffer.from(bytesOf([orderSet(number)])).toString()

test('a script sends a file and reads its report', async () => {
  const response = await post(text('H1'), { 'content-type': 'application/octet-stream' }, '?path=edi/R01/h1.edi')
  expect(response.status).toBe(201)
  const { batches } = (await response.json()) as { batches: { id: string; file: string; status: string }[] }
  expect(batches).toMatchObject([{ file: 'edi/R01/h1.edi', status: 'done', kind: 'x12-850', rows: { accepted: 1 } }])
  const id = batches[0]?.id ?? ''
  const again = await GET(new Request(`${URL_OF_IMPORTS}/${id}`, { headers: { authorization: `Bearer ${token}` } }), {
    params: Promise.resolve({ id }),
  })
  expect(await again.json()).toMatchObject({ id, status: 'done' })
})

test('a form may carry several files', async () => {
  const form = new FormData()
  form.append('note', 'from the night run')
  form.append('file', new File([text('H2')], 'two.edi'))
  form.append('file', new File([text('H3')], 'drei ü.edi'))
  const response = await post(form)
  const { batches } = (await response.json()) as { batches: { file: string; status: string }[] }
  expect(batches.map(({ file, status }) => [file, status])).toEqual([
    ['two.edi', 'done'],
    ['drei ü.edi', 'done'],
  ])
})

test('a retry under the same key is no second sending, the same key with other bytes is refused', async () => {
  const key = { 'idempotency-key': 'night-2024-03-12', 'content-type': 'text/plain' }
  await post(text('H4'), key)
  const retry = await post(text('H4'), key)
  expect(retry.status).toBe(200)
  expect(await retry.json()).toMatchObject({ batches: [{ timesSent: 1 }] })
  const other = await post(text('H5'), key)
  expect(other.status).toBe(422)
  expect(other.headers.get('content-type')).toBe('application/problem+json')
  expect(await other.json()).toMatchObject({ status: 422, code: 'operation-reused' })
})

test('nobody imports without a token, and a form without a file is refused', async () => {
  expect((await post(text('H6'), { authorization: 'Bearer rcp_wrong' })).status).toBe(401)
  const form = new FormData()
  form.append('note', 'no file')
  expect(await (await post(form)).json()).toMatchObject({ status: 400, code: 'upload/empty' })
})

test('a body that announces more than a gigabyte is refused unread', async () => {
  const response = await post(text('H7'), { 'content-length': '1000000001' })
  expect(response.status).toBe(413)
})

test('a body that turns out too large is refused at the limit and leaves no file behind', async () => {
  const request = new Request(URL_OF_IMPORTS, { method: 'POST', body: 'x'.repeat(2000) })
  await expect(receiveUpload(request, 'big.edi', 1000)).rejects.toMatchObject({ code: 'upload/too-large' })
})

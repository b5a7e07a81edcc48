import { admin, buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import { POST } from '@/app/api/v1/deductions/[id]/evidence/route'
import { linkDocuments } from '@/features/documents/commands/link-documents'
import { findDocument } from '@/features/documents/queries/find-document'
import { linkEvidence } from '@/features/file-intake/commands/link-evidence'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { createToken } from '@/features/people/commands/create-token'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(closeReaders)
const own = await insertCustomer(database, 'OWN')
const other = await insertCustomer(database, 'OTHER')
const deduction = await insertDeduction(database, own, 'C-1')
const foreign = await insertDeduction(database, other, 'X-1')
await insertUser(database, 'script@example.test', ['specialist'])
const { token } = await createToken(admin, { email: 'script@example.test', name: 'nightly' })
const png = (mark: number) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, mark])

function post(id: string, body: BodyInit, name = 'pod.png'): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1/deductions/${id}/evidence?path=${name}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
  })
  return POST(request, { params: Promise.resolve({ id }) })
}

test('a paper sent for a deduction is kept for its customer and found from it', async () => {
  const response = await post(deduction, png(1))
  expect(response.status).toBe(201)
  const { documents } = (await response.json()) as { documents: { id: string }[] }
  expect(documents).toMatchObject([{ fileName: 'pod.png', kind: 'proof-of-delivery', state: 'needs-reading' }])
  const detail = await findDocument(specialist, documents[0]?.id ?? '')
  expect(detail).toMatchObject({ customerName: 'OWN', deductions: [{ name: 'C-1' }] })
})

test('the paper of another customer is not given away, and a file that is no paper is no proof', async () => {
  expect((await post(foreign, png(1))).status).toBe(415)
  expect((await post(deduction, 'a,b\n1,2\n', 'list.csv')).status).toBe(415)
  expect((await post('00000000-0000-7000-8000-0000000000aa', png(2))).status).toBe(404)
  const kept = await database.query(`select 1 from document where customer_id = $1`, [other])
  expect(kept).toEqual([])
})

test('only who brings papers in, for the own customers, ties them', async () => {
  const link = { deductionId: deduction, batchIds: [] }
  await expect(linkEvidence(buildActor(['account-manager'], [other]), link)).rejects.toMatchObject({ code: 'not-found' })
  await expect(linkEvidence(buildActor(['warehouse']), link)).rejects.toMatchObject({ code: 'not-allowed' })
  const input = { batchIds: [deduction], numbers: [], customerId: own }
  await expect(linkDocuments(buildActor([]), input)).rejects.toMatchObject({ code: 'not-allowed' })
})

import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { claimUpload } from '@/features/file-intake/commands/claim-upload'
import { commitBatches } from '@/features/file-intake/commands/commit-batches'
import { failBatch } from '@/features/file-intake/commands/fail-batch'
import { replayBatch } from '@/features/file-intake/commands/replay-batch'
import { stageBatches } from '@/features/file-intake/commands/stage-batches'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
await insertRetailer(database, 'R01', 'RETAILER')
const otherCustomer = await insertRetailer(database, 'R02', 'OTHER')
const managerId = await insertUser(database, 'manager@example.test', ['account-manager'])
const manager: Actor = { ...buildActor(['account-manager'], [otherCustomer]), userId: asId(managerId) }
afterAll(closeReaders)

const orderOf = (sender: string, number: string) =>
  Buffer.from(
    Buffer.from(bytesOf([orderSet(number)]))
      .toString()
      .replaceAll('RETAILER', sender),
  )
const preview = (actor: Actor, bytes: Uint8Array) => receiveFile(actor, { path: 'x.edi', bytes, way: 'browser' }, { isPreview: true })

test('a role that does not work with files brings none in', async () => {
  const file = { path: 'x.edi', bytes: orderOf('RETAILER', 'G0'), way: 'api' as const }
  await expect(receiveFile(buildActor(['warehouse']), file)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('an account manager takes over rows of the own customers only and sees no batch of others', async () => {
  const stranger = await receiveFile(manager, { path: 'x.edi', bytes: orderOf('RETAILER', 'G1'), way: 'api' })
  const [report] = await findImportReport(manager, [stranger.id])
  expect(report).toMatchObject({ rows: { accepted: 0, rejected: 1 } })
  expect(report?.findings[0]?.code).toBe('intake/customer-not-yours')
  const own = await receiveFile(manager, { path: 'x.edi', bytes: orderOf('OTHER', 'G2'), way: 'api' })
  expect((await findImportReport(manager, [own.id]))[0]).toMatchObject({ rows: { accepted: 1 } })
  const foreign = await preview(specialist, orderOf('RETAILER', 'G3'))
  expect(await findImportReport(manager, [foreign.id])).toEqual([])
  await expect(commitBatches(manager, { batchIds: [foreign.id] })).rejects.toMatchObject({ code: 'not-found' })
})

test('rejected rows are tried again once their customer is known, and the counts still add up', async () => {
  const batch = await receiveFile(specialist, { path: 'x.edi', bytes: orderOf('NEWCOMER', 'G4'), way: 'api' })
  await insertRetailer(database, 'R03', 'NEWCOMER')
  expect(await replayBatch(specialist, { batchId: batch.id })).toEqual({ replayed: 1 })
  expect((await findImportReport(specialist, [batch.id]))[0]).toMatchObject({ status: 'done', rows: { read: 1, accepted: 1, rejected: 0 } })
  await expect(replayBatch(specialist, { batchId: batch.id })).rejects.toMatchObject({ code: 'file-intake/nothing-to-replay' })
})

test('a failed batch keeps its rows and its reason', async () => {
  const batch = await preview(specialist, orderOf('RETAILER', 'G5'))
  await failBatch(specialist, { batchId: batch.id, reason: 'intake/commit-failed' })
  expect((await findImportReport(specialist, [batch.id]))[0]).toMatchObject({ status: 'failed', reason: 'intake/commit-failed' })
  await replayBatch(specialist, { batchId: batch.id })
  expect((await findImportReport(specialist, [batch.id]))[0]).toMatchObject({ status: 'done', rows: { accepted: 1 } })
})

test('what was read is written down once: a late second reading changes nothing', async () => {
  const batch = await preview(specialist, orderOf('RETAILER', 'G6'))
  const late = {
    id: batch.id,
    state: 'refused' as const,
    format: 'unknown',
    kind: 'unknown',
    encoding: null,
    rowsRead: 0,
    blank: 0,
    rejected: 0,
    ownTotal: null,
    computedTotal: null,
    currency: null,
    reason: 'intake/read-too-long',
    findings: [],
  }
  expect(await stageBatches(specialist, { batches: [late] })).toEqual({ staged: 0 })
  expect((await findImportReport(specialist, [batch.id]))[0]).toMatchObject({ status: 'staged', kind: 'x12-850' })
})

test('an idempotency key belongs to the bytes it came with', async () => {
  const operationId = '00000000-0000-4000-8000-00000000000b'
  await claimUpload(specialist, { sha256: ['a'.repeat(64)] }, { operationId })
  await claimUpload(specialist, { sha256: ['a'.repeat(64)] }, { operationId })
  await expect(claimUpload(specialist, { sha256: ['b'.repeat(64)] }, { operationId })).rejects.toMatchObject({ code: 'operation-reused' })
})

import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { decideTolerance } from '@/features/reconciliation/commands/decide-tolerance'
import { endTolerance } from '@/features/reconciliation/commands/end-tolerance'
import { proposeTolerance } from '@/features/reconciliation/commands/propose-tolerance'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { findDifferenceHistory } from '@/features/reconciliation/queries/find-difference-history'
import { findTolerances } from '@/features/reconciliation/queries/find-tolerances'
import { readHistory } from '@/features/reconciliation/rules/read-history'
import { useTestDatabase } from '../database'
import { HARBOR, insertHarborOrder, KESTREL } from './harbor-order'

const database = await useTestDatabase()
let wei: Actor = specialist
let helena: Actor = specialist
const rule = {
  customerId: HARBOR,
  kind: 'received-quantity' as const,
  sharePpm: 250_000,
  amountMinor: '30000',
  validFrom: '2026-01-01',
  validTo: null,
  source: 'Framework agreement 2026, annex 3',
}

beforeAll(async () => {
  await insertHarborOrder(database)
  wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
  const manager = buildActor(['manager'], 'all')
  helena = { ...manager, userId: asId<'user'>(await insertUser(database, 'helena@example.test', ['manager'])) }
  await reconcile(specialist, {})
})

const received = async () =>
  (
    await database.query<{ id: string; state: string; reopened: number; covered: boolean }>(
      `select id, state, reopened, tolerance_id is not null as covered from difference where kind = 'received-quantity'`,
    )
  )[0]
const hashOf = async (id: string) => (await findTolerances(wei)).find((row) => row.id === id)?.content_hash ?? ''

test('a rule needs a limit, a source and somebody who may see the customer', async () => {
  await expect(proposeTolerance(wei, { ...rule, sharePpm: null, amountMinor: null })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(proposeTolerance(wei, { ...rule, source: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(proposeTolerance(buildActor(['specialist'], [KESTREL]), rule)).rejects.toMatchObject({ code: 'not-found' })
  expect(await findTolerances(wei)).toEqual([])
})

test('nothing is accepted before a second person approves exactly this rule, and who asked cannot', async () => {
  const { id } = await proposeTolerance(wei, rule)
  await reconcile(specialist, {})
  expect(await received()).toMatchObject({ state: 'open', covered: false })
  const contentHash = await hashOf(id)
  await expect(decideTolerance(wei, { id, contentHash, decision: 'approved' })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(decideTolerance(helena, { id, contentHash: 'a'.repeat(64), decision: 'approved' })).rejects.toMatchObject({
    code: 'approvals/changed',
  })
  expect(await received()).toMatchObject({ state: 'open' })
})

test('an approved rule accepts what it covers at once, and no longer when the figures outgrow it', async () => {
  const [waiting] = await findTolerances(helena)
  await decideTolerance(helena, { id: waiting?.id ?? '', contentHash: waiting?.content_hash ?? '', decision: 'approved' })
  expect(await received()).toMatchObject({ state: 'accepted', covered: true })
  expect((await findTolerances(wei))[0]).toMatchObject({ state: 'approved', covers: 1 })
  await database.query('update receipt_line set received = 60 where received = 96')
  await reconcile(specialist, { only: 'changed' })
  const now = await received()
  expect(now).toMatchObject({ state: 'open', covered: false, reopened: 1 })
  const words = (await findDifferenceHistory(wei, now?.id ?? '')).map((entry) => readHistory(entry)?.word)
  expect(words).toEqual(['no-longer-accepted', 'tolerated', 'found'])
})

test('a rejected rule says why and changes nothing', async () => {
  const { id } = await proposeTolerance(wei, { ...rule, sharePpm: 900_000, amountMinor: null })
  const contentHash = await hashOf(id)
  await expect(decideTolerance(helena, { id, contentHash, decision: 'rejected' })).rejects.toMatchObject({ code: 'invalid-input' })
  await decideTolerance(helena, { id, contentHash, decision: 'rejected', reason: 'Not agreed with them' })
  await reconcile(specialist, {})
  expect(await received()).toMatchObject({ state: 'open' })
  await expect(decideTolerance(helena, { id, contentHash, decision: 'approved' })).rejects.toMatchObject({ code: 'not-found' })
})

const all = async () => (await findTolerances(wei)).map((row) => `${row.state} ${row.share_ppm} ${row.valid_from} ${row.ended_on ?? '–'}`)
const approve = async (id: string) => decideTolerance(helena, { id, contentHash: await hashOf(id), decision: 'approved' })

test('a new version holds once it is approved, and the former one until the day before', async () => {
  await database.query('update receipt_line set received = 96 where received = 60')
  await reconcile(specialist, { only: 'changed' })
  expect(await received()).toMatchObject({ state: 'accepted' })
  const former = (await findTolerances(wei)).find((row) => row.state === 'approved')
  const stranger = buildActor(['specialist'], [KESTREL])
  const next = { ...rule, sharePpm: 100_000, validFrom: '2026-03-01', replacesId: former?.id ?? null }
  await expect(proposeTolerance(stranger, next)).rejects.toMatchObject({ code: 'not-found' })
  await expect(proposeTolerance(wei, { ...next, kind: 'order-price' })).rejects.toMatchObject({ code: 'not-found' })
  const { id } = await proposeTolerance(wei, next)
  expect(await all()).toContain('approved 250000 2026-01-01 –')
  await approve(id)
  expect((await all()).toSorted()).toEqual([
    'approved 100000 2026-03-01 –',
    'approved 250000 2026-01-01 2026-02-28',
    'rejected 900000 2026-01-01 –',
  ])
  // The order is of 2 March: 24 of 96 are more than a tenth.
  expect(await received()).toMatchObject({ state: 'open', covered: false })
})

test('an ended rule covers the orders up to its last day, and what it let differ after it opens again', async () => {
  const { id } = await proposeTolerance(wei, { ...rule, validFrom: '2026-03-02' })
  await approve(id)
  expect(await received()).toMatchObject({ state: 'accepted' })
  const version = async () => (await findTolerances(wei)).find((row) => row.id === id)?.version ?? 0
  await expect(endTolerance(buildActor(['specialist'], [KESTREL]), { id, version: 2, endsOn: '2026-03-02' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(endTolerance(wei, { id, version: 1, endsOn: '2026-03-02' })).rejects.toMatchObject({ code: 'stale' })
  await expect(endTolerance(wei, { id, version: await version(), endsOn: '2026-03-01' })).rejects.toMatchObject({ code: 'invalid-input' })
  await endTolerance(wei, { id, version: await version(), endsOn: '2026-03-02' })
  expect(await received()).toMatchObject({ state: 'accepted' })
  await expect(endTolerance(wei, { id, version: await version(), endsOn: '2026-03-05' })).rejects.toMatchObject({
    code: 'reconciliation/ends-before',
  })
  await database.query("update purchase_order set ordered_on = '2026-03-03' where number = '4500118'")
  await reconcile(specialist, { only: 'changed' })
  expect(await received()).toMatchObject({ state: 'open', covered: false })
})

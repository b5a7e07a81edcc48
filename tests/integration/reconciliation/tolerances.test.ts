import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { decideTolerance } from '@/features/reconciliation/commands/decide-tolerance'
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

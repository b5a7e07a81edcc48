import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { acceptDifferences } from '@/features/reconciliation/commands/accept-differences'
import { askCorrections } from '@/features/reconciliation/commands/ask-corrections'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { findDifference } from '@/features/reconciliation/queries/find-difference'
import { findDifferenceHistory } from '@/features/reconciliation/queries/find-difference-history'
import { findDifferenceSides } from '@/features/reconciliation/queries/find-difference-sides'
import { laySideBySide } from '@/features/reconciliation/rules/lay-side-by-side'
import { proposeCorrection } from '@/features/reconciliation/rules/propose-correction'
import { readHistory } from '@/features/reconciliation/rules/read-history'
import { useTestDatabase } from '../database'
import { changeOrder, HARBOR, insertHarborOrder, KESTREL } from './harbor-order'

const database = await useTestDatabase()
let wei: Actor = specialist

beforeAll(async () => {
  await insertHarborOrder(database)
  wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
  await changeOrder(database, { quantity: 30, priceMicros: 60_080_000, on: '2026-03-04' })
  await reconcile(specialist, {})
})

const idOf = async (kind: string) =>
  (await database.query<{ id: string }>('select id from difference where kind = $1', [kind]))[0]?.id ?? ''
const words = async (id: string) => (await findDifferenceHistory(wei, id)).flatMap((entry) => readHistory(entry)?.word ?? [])

test('the papers stand side by side, the article that differs first, every value with its file and place', async () => {
  const { papers, rows } = laySideBySide(await findDifferenceSides(wei, await idOf('order-price')))
  expect(papers.map((paper) => `${paper.record} ${paper.number}`)).toEqual(['purchase-order 4500118', 'sales-order 11001'])
  expect(rows.map((row) => [row.item, [...row.differs]])).toEqual([
    ['HM2-BK', ['quantity', 'price']],
    ['CB-2M', []],
  ])
  expect(rows[0]?.cells.map((cell) => `${cell?.quantity} ${cell?.price} ${cell?.lines[0]?.file_name} ${cell?.lines[0]?.position}`)).toEqual(
    ['30 60.08 orders.edi segment 9', '24 74.50 orders.edi row 2'],
  )
  expect(await findDifferenceSides(buildActor(['account-manager'], [KESTREL]), await idOf('order-price'))).toEqual([])
  expect(
    (await findDifferenceSides(buildActor(['account-manager'], [HARBOR]), await idOf('received-quantity'))).map((line) => line.record),
  ).toEqual(['delivery', 'delivery', 'receipt', 'receipt'])
})

test('the agreed price says who corrects', async () => {
  const row = (await findDifference(wei, await idOf('order-price')))?.row
  expect(row).toMatchObject({ agreed: '74.50', due_on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
  const facts = { kind: 'order-price' as const, sap: row?.sap_value ?? null, other: row?.other_value ?? null, agreed: row?.agreed ?? null }
  expect(proposeCorrection(facts)).toMatchObject({ system: 'customer', value: '74.50' })
})

test('many corrections are asked at once, each of its team and due by the close of its day, or none at all', async () => {
  const ids = [await idOf('order-price'), await idOf('order-quantity')]
  const requests = ids.map((differenceId) => ({ differenceId, title: `Correct ${differenceId}` }))
  await expect(askCorrections(buildActor(['order-management'], [KESTREL]), { requests })).rejects.toMatchObject({ code: 'not-found' })
  expect(await askCorrections(wei, { requests, note: 'Before Friday' })).toEqual({ asked: 2 })
  expect(await database.query(`select team, body, due_at is not null as has_due from task order by team`)).toEqual([
    { team: 'order-management', body: 'Before Friday', has_due: true },
    { team: 'sales', body: 'Before Friday', has_due: true },
  ])
  await expect(askCorrections(wei, { requests: [...requests, { differenceId: await idOf('received-quantity') }] })).rejects.toMatchObject({
    code: 'reconciliation/already-asked',
  })
  expect(await database.query('select 1 from task')).toHaveLength(2)
})

test('a correction closes the difference and its request by itself; coming back opens it again and keeps all of it', async () => {
  const id = await idOf('order-quantity')
  await changeOrder(database, { quantity: 24, on: '2026-03-05' })
  await reconcile(specialist, { only: 'changed' })
  expect(await database.query(`select state from task where subject_id = $1`, [id])).toEqual([{ state: 'closed' }])
  await changeOrder(database, { quantity: 36, on: '2026-03-06' })
  await reconcile(specialist, { only: 'changed' })
  expect((await findDifference(wei, id))?.row).toMatchObject({ state: 'open', other_value: '36', reopened: 1 })
  expect(await words(id)).toEqual(['came-back', 'request-settled', 'closed', 'asked', 'requested', 'found'])
})

test('what was accepted once holds for the values that were seen', async () => {
  const id = await idOf('received-quantity')
  await acceptDifferences(wei, { ids: [id], reason: 'Agreed by phone' })
  await reconcile(specialist, {})
  expect((await findDifference(wei, id))?.row.state).toBe('accepted')
  await database.query('update receipt_line set received = 90 where received = 96')
  await reconcile(specialist, { only: 'changed' })
  expect((await findDifference(wei, id))?.row).toMatchObject({ state: 'open', reopened: 1 })
  expect(await words(id)).toEqual(['no-longer-accepted', 'said', 'accepted', 'found'])
})

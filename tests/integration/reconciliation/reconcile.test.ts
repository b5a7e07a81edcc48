import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { readListAddress } from '@/core/list-address'
import { acceptDifferences } from '@/features/reconciliation/commands/accept-differences'
import { askCorrection } from '@/features/reconciliation/commands/ask-correction'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { DIFFERENCE_SOURCE, findDifferenceKinds } from '@/features/reconciliation/queries/difference-list'
import { findDifference } from '@/features/reconciliation/queries/find-difference'
import { findListTop } from '@/server/lists/find-list-top'
import { useTestDatabase } from '../database'
import { BATCH, changeOrder, HARBOR, insertHarborOrder, KESTREL } from './harbor-order'

const database = await useTestDatabase()
let wei = specialist

beforeAll(async () => {
  await insertHarborOrder(database)
  wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
})

const found = async (actor: Actor, params: Record<string, string>) => {
  const { rows, ...totals } = await findListTop(DIFFERENCE_SOURCE, actor, params)
  const text = (value: string | null | undefined) => value ?? null
  return {
    ...totals,
    rows: rows.map(({ id, currency, cells }) => ({
      id,
      currency,
      other_source: cells['source'] ?? '',
      kind: cells['kind'] ?? '',
      line: text(cells['line']),
      sap_value: text(cells['sap']),
      other_value: text(cells['other']),
      state: cells['state'] ?? '',
      field: cells['field'] ?? '',
      severity_minor: BigInt(cells['worth'] ?? 0),
      owner_team: cells['team'] ?? '',
    })),
  }
}
const everything = () => found(specialist, { state: 'all', sort: 'po' })
const unresolved = async () => (await everything()).rows.filter((row) => row.state !== 'resolved')
const short = (row: { kind: string; line: string | null; sap_value: string | null; other_value: string | null; state: string }) =>
  `${row.kind} ${row.line ?? '-'}: ${row.sap_value} / ${row.other_value} ${row.state}`

test('only the count of line 2 differs, and it leads to both records', async () => {
  await reconcile(specialist, {})
  const rows = await unresolved()
  expect(rows.map(short)).toEqual(['received-quantity 2: 120 / 96 open'])
  expect(rows[0]).toMatchObject({ severity_minor: 23_760n, currency: 'USD', owner_team: 'logistics', other_source: 'receipt' })
  const detail = await findDifference(specialist, rows[0]?.id ?? '')
  expect(detail?.sources.map((source) => `${source.record} ${source.number} ${source.file_name} ${source.position}`)).toEqual([
    'delivery-line 80021177 orders.edi row 5',
    'receipt R1 orders.edi segment 2',
  ])
})

test('a second run changes nothing', async () => {
  expect(await reconcile(specialist, {})).toMatchObject({ changed: 0, byKind: { 'received-quantity': 1 } })
})

test('a changed order makes price and quantity differ, with plain decimals and a stable identity', async () => {
  await changeOrder(database, { quantity: 30, priceMicros: 60_080_000, on: '2026-03-04' })
  await reconcile(specialist, {})
  const before = await unresolved()
  expect(before.map(short).sort()).toEqual([
    'order-price 1: 74.50 / 60.08 open',
    'order-quantity 1: 24 / 30 open',
    'received-quantity 2: 120 / 96 open',
  ])
  await changeOrder(database, { quantity: 36, on: '2026-03-05' })
  await reconcile(specialist, {})
  const after = await unresolved()
  expect(new Set(after.map((row) => row.id))).toEqual(new Set(before.map((row) => row.id)))
  expect(after.find((row) => row.kind === 'order-quantity')?.other_value).toBe('36')
})

test('what both sides agree on by now resolves by itself', async () => {
  await changeOrder(database, { quantity: 24, priceMicros: 74_500_000, on: '2026-03-06' })
  await reconcile(specialist, {})
  expect((await unresolved()).map((row) => row.kind)).toEqual(['received-quantity'])
  const resolved = (await everything()).rows.filter((row) => row.state === 'resolved')
  expect(resolved.map((row) => row.kind).sort()).toEqual(['order-price', 'order-quantity'])
})

test('payment terms, packs and ship notices are compared too', async () => {
  await database.query('update purchase_order set net_days = 60')
  await database.query("update purchase_order_line set quantity = 118 where line = '2'")
  await database.query("update ship_notice_line set quantity = 100 where line = '2'")
  await reconcile(specialist, {})
  expect((await unresolved()).map(short).sort()).toEqual([
    'order-pack 2: 120 / 118 open',
    'order-terms -: 30 / 60 open',
    'received-quantity 2: 120 / 96 open',
    'shipped-quantity 2: 120 / 100 open',
  ])
})

test('a delivery that arrived and was never counted is counted as nothing', async () => {
  await database.query(`
    insert into delivery_line (customer_id, number, number_key, line, po_number, po_key, item_id, material, quantity, unit, issued_on, issue_status, pro, pro_key, fingerprint, batch_id, position)
    select customer_id, '80021999', '80021999', '10', '4500999', '4500999', item_id, material, 12, 'EA', '2026-03-20', 'C', '777-1', '7771', 'f9', batch_id, 'row 9'
    from delivery_line where line = '10' and number_key = '80021177'`)
  await database.query(
    `insert into carrier_event (carrier, pro, pro_key, status, happened_at, fingerprint, batch_id, position)
     values ('TLSV', '777-1', '7771', 'D1', '2026-03-23T10:00:00Z', 'f9', $1, 'segment 9')`,
    [BATCH],
  )
  await reconcile(specialist, {})
  const rows = (await found(specialist, { state: 'all', q: '80021999' })).rows.filter((row) => row.state !== 'resolved')
  expect(rows.map(short).sort()).toEqual(['missing-invoice -: not billed / shipped open', 'received-quantity 1: 12 / 0 open'])
})

test('accepting needs a reason, keeps it, and is all or nothing', async () => {
  const rows = await unresolved()
  const pack = rows.find((row) => row.kind === 'order-pack')
  const terms = rows.find((row) => row.kind === 'order-terms')
  const ids = [pack?.id ?? '', terms?.id ?? '']
  await expect(acceptDifferences(wei, { ids, reason: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
  const [gone] = (await everything()).rows.filter((row) => row.state === 'resolved')
  await expect(acceptDifferences(wei, { ids: [...ids, gone?.id ?? ''], reason: 'Agreed by phone' })).rejects.toMatchObject({
    code: 'reconciliation/already-resolved',
  })
  expect((await unresolved()).filter((row) => row.state === 'accepted')).toEqual([])
  await acceptDifferences(wei, { ids, reason: 'Agreed by phone' })
  expect(await database.query('select body from comment')).toEqual([{ body: 'Agreed by phone' }, { body: 'Agreed by phone' }])
  await reconcile(specialist, {})
  expect(
    (await unresolved())
      .filter((row) => row.state === 'accepted')
      .map((row) => row.kind)
      .sort(),
  ).toEqual(['order-pack', 'order-terms'])
})

test('a correction is asked of the team whose system is wrong, and closes when both agree', async () => {
  const asn = (await unresolved()).find((row) => row.kind === 'shipped-quantity')
  await askCorrection(wei, { differenceId: asn?.id ?? '', note: 'Line 2 says 100.' })
  expect(await database.query("select team, subject_id from task where subject_kind = 'difference'")).toEqual([
    { team: 'warehouse', subject_id: asn?.id },
  ])
  await database.query("update ship_notice_line set quantity = 120 where line = '2'")
  await reconcile(specialist, {})
  expect((await everything()).rows.find((row) => row.id === asn?.id)?.state).toBe('resolved')
})

test('an account manager sees the differences of assigned customers only and cannot compare or accept', async () => {
  const stranger = buildActor(['account-manager'], [KESTREL])
  const own = buildActor(['account-manager'], [HARBOR])
  const [row] = await unresolved()
  expect((await found(stranger, { state: 'all' })).count).toBe(0)
  expect(await findDifference(stranger, row?.id ?? '')).toBeNull()
  expect((await found(own, { state: 'all' })).count).toBeGreaterThan(0)
  await expect(reconcile(own, {})).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(acceptDifferences(own, { ids: [row?.id ?? ''], reason: 'why not' })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(acceptDifferences(stranger, { ids: [row?.id ?? ''], reason: 'why not' })).rejects.toMatchObject({ code: 'not-found' })
})

test('filters narrow rows, kinds and sums alike', async () => {
  const params = { state: 'all', customer: 'HARBOR', kind: 'received-quantity', q: '450-0118' }
  const page = await found(specialist, params)
  expect(page.rows.map(short)).toEqual(['received-quantity 2: 120 / 96 open'])
  expect(page.sums).toEqual([{ currency: 'USD', count: 1, sums: { worth: { minor: 23_760n, currency: 'USD' } } }])
  expect((await findDifferenceKinds(specialist, readListAddress(DIFFERENCE_SOURCE.shape, params))).length).toBeGreaterThan(1)
})

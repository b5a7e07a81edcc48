import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { changeOrder, HARBOR, insertHarborOrder, KESTREL } from '@tests/integration/reconciliation/harbor-order'
import { beforeAll, expect, test } from 'vitest'
import { asId } from '@/core/ids'
import { checkOrders } from '@/features/orders/commands/check-orders'
import { decideException } from '@/features/orders/commands/decide-exception'
import { findOrder } from '@/features/orders/queries/find-order'
import { findOrderExceptions } from '@/features/orders/queries/find-order-exceptions'
import { findOrders } from '@/features/orders/queries/find-orders'
import { OrderFilter } from '@/features/orders/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
let tom = buildActor(['order-management'])
beforeAll(async () => {
  await insertHarborOrder(database)
  tom = { ...tom, userId: asId<'user'>(await insertUser(database, 'tom@example.test', ['order-management'])) }
})

const exceptions = () => findOrderExceptions(specialist, 'HARBOR', '4500118')
const one = async (kind: string) => {
  const found = (await exceptions()).find((exception) => exception.kind === kind)
  if (!found) throw new Error(`no exception of kind ${kind}`)
  return found
}

test('an order as agreed has nothing to decide', async () => {
  expect(await checkOrders(specialist, {})).toMatchObject({ changed: 0, byKind: {} })
  expect((await findOrders(specialist, OrderFilter.parse({}))).total).toBe(0)
  expect(await findOrder(specialist, 'HARBOR', '4500118')).toMatchObject({
    value_minor: 297_600n,
    is_shipped: true,
    deductions: 1,
    deducted_minor: 23_760n,
  })
})

test('another price, pack or terms than agreed is found with its arithmetic', async () => {
  await changeOrder(database, { quantity: 27, priceMicros: 60_080_000, on: '2026-03-04' })
  await database.query("update purchase_order_line set quantity = 118 where line = '2'")
  await database.query('update purchase_order set net_days = 60')
  await checkOrders(specialist, {})
  const found = await exceptions()
  expect(
    found.map(({ kind, line, expected, actual, at_stake_minor }) => `${kind} ${line}: ${expected} / ${actual} ${at_stake_minor}`).sort(),
  ).toEqual([
    'pack 1: 30 / 27 18024',
    'pack 2: 120 / 118 1980',
    'price 1: 74.50 / 60.08 38934',
    'terms : 30 / 60 279036',
    'total : 295620 / 297600 1980',
  ])
  expect((await one('price')).steps.map((step) => `${step.step} ${step.value}`)).toEqual([
    'agreed-price 74.50',
    'ordered-price 60.08',
    'quantity 27',
    'entered-price 74.50',
  ])
})

test('the list shows the order with its kinds, what is at stake and the dearest exception', async () => {
  const page = await findOrders(specialist, OrderFilter.parse({ customer: 'HARBOR', kind: 'price', q: '45001' }))
  expect(page.rows).toMatchObject([
    {
      number: '4500118',
      kinds: ['pack', 'price', 'terms', 'total'],
      open_exceptions: 5,
      at_stake_minor: 339_954n,
      field: 'net-days',
      state: 'exceptions',
      is_shipped: true,
    },
  ])
  expect(page.byView.map(({ view, count }) => `${view} ${count}`).sort()).toEqual(['all 1', 'exceptions 1'])
})

test('a second check changes nothing', async () => {
  expect((await checkOrders(specialist, {})).changed).toBe(0)
})

test('only who releases orders may decide, and an account manager sees assigned customers only', async () => {
  const { id, version } = await one('price')
  const input = { exceptionId: id, version, decision: 'held' as const }
  await expect(decideException(buildActor(['warehouse']), input)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(decideException(buildActor(['account-manager'], [HARBOR]), input)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(decideException(buildActor(['order-management'], [KESTREL]), input)).rejects.toMatchObject({ code: 'not-found' })
  const stranger = buildActor(['account-manager'], [KESTREL])
  expect((await findOrders(stranger, OrderFilter.parse({ view: 'all' }))).total).toBe(0)
  expect(await findOrderExceptions(stranger, 'HARBOR', '4500118')).toEqual([])
  expect(await findOrder(stranger, 'HARBOR', '4500118')).toBeNull()
})

test('held first, then released with a reason; what was decided stays over checks', async () => {
  const before = await one('price')
  await decideException(tom, { exceptionId: before.id, version: before.version, decision: 'held' })
  expect((await findOrders(specialist, OrderFilter.parse({ view: 'held' }))).total).toBe(1)
  const held = await one('price')
  await expect(decideException(tom, { exceptionId: held.id, version: held.version, decision: 'released' })).rejects.toMatchObject({
    code: 'invalid-input',
    fields: { reason: 'required' },
  })
  await expect(
    decideException(tom, { exceptionId: held.id, version: before.version, decision: 'released', reason: 'late' }),
  ).rejects.toMatchObject({ code: 'stale' })
  await decideException(tom, { exceptionId: held.id, version: held.version, decision: 'released', reason: 'Promotion agreed by Sales' })
  await checkOrders(specialist, {})
  expect(await one('price')).toMatchObject({ state: 'released', decided_by: 'tom@example.test', reason: 'Promotion agreed by Sales' })
  const released = await one('price')
  await expect(
    decideException(tom, { exceptionId: released.id, version: released.version, decision: 'rejected', reason: 'no' }),
  ).rejects.toMatchObject({
    code: 'orders/already-decided',
  })
})

test('what the facts no longer show resolves by itself', async () => {
  await database.query('update purchase_order set net_days = 30')
  await checkOrders(specialist, {})
  expect((await one('terms')).state).toBe('resolved')
})

import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { changeOrder, HARBOR, insertHarborOrder, KESTREL } from '@tests/integration/reconciliation/harbor-order'
import { beforeAll, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { voidApprovals } from '@/features/approvals/commands/void-approvals'
import { assignExceptions } from '@/features/orders/commands/assign-exceptions'
import { checkOrders } from '@/features/orders/commands/check-orders'
import { decideExceptions } from '@/features/orders/commands/decide-exceptions'
import { decideRelease } from '@/features/orders/commands/decide-release'
import { sendReply } from '@/features/orders/commands/send-reply'
import { findExceptionHistory } from '@/features/orders/queries/find-exception-history'
import { findExceptions } from '@/features/orders/queries/find-exceptions'
import { findOrder } from '@/features/orders/queries/find-order'
import { findOrderExceptions } from '@/features/orders/queries/find-order-exceptions'
import { findReply } from '@/features/orders/queries/find-reply'
import { ORDER_SOURCE } from '@/features/orders/queries/order-list'
import { replyToLine } from '@/features/orders/rules/reply-codes'
import { ExceptionFilter } from '@/features/orders/schemas'
import { findListTop } from '@/server/lists/find-list-top'
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
  expect((await findListTop(ORDER_SOURCE, specialist, {})).count).toBe(0)
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
    'terms : 30 / 60 1835',
    'total : 295620 / 297600 1980',
  ])
  expect((await one('price')).steps.map((step) => `${step.step} ${step.value}`)).toEqual([
    'agreed-price 74.50',
    'ordered-price 60.08',
    'quantity 27',
    'entered-price 74.50',
  ])
  expect((await one('terms')).steps.map((step) => `${step.step} ${step.value}`)).toEqual([
    'agreed-terms 30',
    'ordered-terms 60',
    'days-lost 30',
    'order-value 279036',
    'cost-of-year 80000',
  ])
})

test('the list shows the order with its kinds, what is at stake and the dearest exception', async () => {
  const page = await findListTop(ORDER_SOURCE, specialist, { customer: 'HARBOR', kind: 'price', q: '45001' })
  expect(page.rows).toMatchObject([
    {
      cells: {
        number: '4500118',
        kind: 'pack,price,terms,total',
        open: '5',
        'at-stake': '62753',
        field: 'price',
        state: 'exceptions',
        isShipped: 'true',
      },
    },
  ])
  expect(page).toMatchObject({ count: 1, sums: [{ currency: 'USD', sums: { 'at-stake': { minor: 62_753n } } }] })
})

test('what puts the whole order at stake is not added to what is wrong with its lines', async () => {
  const stake = async () => (await findListTop(ORDER_SOURCE, specialist, { customer: 'HARBOR', q: '45001' })).rows[0]?.cells['at-stake']
  await database.query("update customer set currency = 'CAD' where code = 'HARBOR'")
  await checkOrders(specialist, {})
  expect(await stake()).toBe('279036')
  await database.query("update customer set currency = 'USD' where code = 'HARBOR'")
  await checkOrders(specialist, {})
  expect(await stake()).toBe('62753')
})

test('a second check changes nothing', async () => {
  expect((await checkOrders(specialist, {})).changed).toBe(0)
})

test('only who releases orders may decide, and an account manager sees assigned customers only', async () => {
  const { id, version } = await one('price')
  const input = { exceptions: [{ id, version }], decision: 'held' as const }
  await expect(decideExceptions(buildActor(['warehouse']), input)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(decideExceptions(buildActor(['account-manager'], [HARBOR]), input)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(decideExceptions(buildActor(['order-management'], [KESTREL]), input)).rejects.toMatchObject({ code: 'not-found' })
  const stranger = buildActor(['account-manager'], [KESTREL])
  expect((await findListTop(ORDER_SOURCE, stranger, { view: 'all' })).count).toBe(0)
  expect(await findOrderExceptions(stranger, 'HARBOR', '4500118')).toEqual([])
  expect(await findOrder(stranger, 'HARBOR', '4500118')).toBeNull()
})

test('held first, then released with a reason; what was decided stays over checks', async () => {
  const before = await one('price')
  await decideExceptions(tom, { exceptions: [{ id: before.id, version: before.version }], decision: 'held' })
  expect((await findListTop(ORDER_SOURCE, specialist, { view: 'held' })).count).toBe(1)
  const held = await one('price')
  await expect(decideExceptions(tom, { exceptions: [{ id: held.id, version: held.version }], decision: 'released' })).rejects.toMatchObject(
    {
      code: 'invalid-input',
      fields: { reason: 'required' },
    },
  )
  await expect(
    decideExceptions(tom, { exceptions: [{ id: held.id, version: before.version }], decision: 'released', reason: 'late' }),
  ).rejects.toMatchObject({ code: 'stale' })
  await decideExceptions(tom, {
    exceptions: [{ id: held.id, version: held.version }],
    decision: 'released',
    reason: 'Promotion agreed by Sales',
  })
  await checkOrders(specialist, {})
  expect(await one('price')).toMatchObject({ state: 'released', decided_by: 'tom@example.test', reason: 'Promotion agreed by Sales' })
  const released = await one('price')
  await expect(
    decideExceptions(tom, { exceptions: [{ id: released.id, version: released.version }], decision: 'rejected', reason: 'no' }),
  ).rejects.toMatchObject({
    code: 'orders/already-decided',
  })
})

test('what the facts no longer show resolves by itself', async () => {
  await database.query('update purchase_order set net_days = 30')
  await checkOrders(specialist, {})
  expect((await one('terms')).state).toBe('resolved')
})

const chosen = ({ id, version }: { id: string; version: number }) => [{ id, version }]

test('a correction says to what and where, waits for the paper, and closes by itself when it comes', async () => {
  const pack = await one('pack')
  const correct = { decision: 'corrected', correctIn: 'customer', reason: 'asked for a changed order' } as const
  await expect(decideExceptions(tom, { exceptions: chosen(pack), ...correct })).rejects.toMatchObject({
    fields: { correctedValue: 'required' },
  })
  await decideExceptions(tom, { exceptions: chosen(pack), ...correct, correctedValue: '30' })
  expect(await one('pack')).toMatchObject({ state: 'corrected', corrected_value: '30', correct_in: 'customer' })
  await changeOrder(database, { quantity: 30, on: '2026-03-05' })
  await checkOrders(specialist, {})
  expect((await exceptions()).find((exception) => exception.id === pack.id)?.state).toBe('resolved')
})

test('a dear release is held until a second person has said yes to exactly these figures', async () => {
  await database.query("update approval_limit set limit_minor = 1000 where role = 'order-management'")
  await database.query('update purchase_order set net_days = 60')
  await checkOrders(specialist, {})
  const helena = { ...buildActor(['manager']), userId: asId<'user'>(await insertUser(database, 'helena@example.test', ['manager'])) }
  const asked = await decideExceptions(tom, {
    exceptions: chosen(await one('terms')),
    decision: 'released',
    reason: 'agreed for this order',
  })
  expect(asked).toEqual({ count: 1, waiting: 1 })
  const waiting = await one('terms')
  expect(waiting).toMatchObject({ state: 'held', reopened_count: 1, requested_by: tom.userId })
  const page = await findExceptions(specialist, ExceptionFilter.parse({ tab: 'shipped', kind: 'terms' }), asCalendarDate('2026-03-03'))
  expect(page.rows.map((row) => row.id)).toEqual([waiting.id])
  const word = { exceptionId: waiting.id, contentHash: waiting.request_hash ?? '', decision: 'approved' as const }
  await expect(decideRelease(tom, word)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(decideRelease(buildActor(['manager'], [KESTREL]), word)).rejects.toMatchObject({ code: 'not-found' })
  expect(await decideRelease(helena, word)).toMatchObject({ state: 'released' })
  expect(await one('terms')).toMatchObject({ state: 'released', reason: 'agreed for this order' })
  expect((await findExceptionHistory(specialist, waiting.id)).map((event) => event.state)).toContain('released')
})

test('what was released for other figures opens again, and what is decided otherwise ends the open request', async () => {
  await database.query('update purchase_order set net_days = 90')
  await checkOrders(specialist, {})
  const again = await one('terms')
  expect(again).toMatchObject({ state: 'open', actual: '90' })
  await decideExceptions(tom, { exceptions: chosen(again), decision: 'released', reason: 'as before' })
  await decideExceptions(tom, { exceptions: chosen(await one('terms')), decision: 'rejected', reason: 'no, the terms stand' })
  expect(await one('terms')).toMatchObject({ state: 'rejected', request_hash: null })
  expect(await voidApprovals(specialist, { kind: 'order-release', subjectIds: [again.id] })).toEqual({ count: 0 })
})

test('exceptions are taken over and given back, several at once, and never on an old version', async () => {
  const all = (await exceptions()).map(({ id, version }) => ({ id, version }))
  await assignExceptions(tom, { exceptions: all, ownerId: tom.userId })
  expect((await exceptions()).every((exception) => exception.owner_id === tom.userId)).toBe(true)
  await expect(assignExceptions(tom, { exceptions: all, ownerId: null })).rejects.toMatchObject({ code: 'stale' })
})

test('the reply says every line and goes into the outbox', async () => {
  const reply = await findReply(specialist, 'HARBOR', '4500118')
  expect(reply?.lines.map((line) => replyToLine(line.exceptions))).toEqual(['IR', 'IR'])
  expect(await findReply(buildActor(['order-management'], [KESTREL]), 'HARBOR', '4500118')).toBeNull()
  const mail = {
    customer: 'HARBOR',
    poKey: '4500118',
    to: 'orders@harbor.example',
    subject: 'Your order',
    text: 'We cannot ship it like this.',
  }
  await expect(sendReply(buildActor(['warehouse']), mail)).rejects.toMatchObject({ code: 'not-allowed' })
  await sendReply(tom, mail)
  expect(await database.query('select to_address, subject_kind from mail_message')).toEqual([
    { to_address: 'orders@harbor.example', subject_kind: 'order' },
  ])
})

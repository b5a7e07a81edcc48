import { specialist } from '@tests/factories/people'
import { BATCH, HARBOR, insertHarborOrder } from '@tests/integration/reconciliation/harbor-order'
import { beforeAll, expect, test, vi } from 'vitest'
import { checkOrders } from '@/features/orders/commands/check-orders'
import { useTestDatabase } from '../database'
import { CABLE, HEADPHONES, insertChange, insertOrder } from './order-world'

vi.stubEnv('RECOUP_TODAY', '2026-03-03')
const database = await useTestDatabase()

beforeAll(async () => {
  await insertHarborOrder(database)
  await database.query(`update customer set fine_ppm = 30000, time_zone = 'America/New_York' where id = '${HARBOR}'`)
  await database.query(`insert into order_term (customer_id, lead_days, minimum_minor) values ('${HARBOR}', 5, 20000)`)
  await database.query(`insert into customer_item (customer_id, item_id, customer_item, customer_item_key, minimum_quantity) values
    ('${HARBOR}', '${HEADPHONES}', 'H-1', 'H1', 6), ('${HARBOR}', '${CABLE}', 'C-1', 'C1', null)`)
  await database.query(`insert into item (id, material, material_key, vendor_part, description, case_pack, status) values
    ('00000000-0000-7000-8000-0000000000a3', '4000003', '4000003', 'OLD-1', 'Old charger', 1, 'discontinued'),
    ('00000000-0000-7000-8000-0000000000a4', '4000004', '4000004', 'NEW-1', 'New charger', 1, null)`)
  await database.query(`insert into price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency) values
    ('${HARBOR}', '100001', '00000000-0000-7000-8000-0000000000a3', '2026-01-01', '2026-12-31', 50000000, 'USD'),
    ('${HARBOR}', '100001', '00000000-0000-7000-8000-0000000000a4', '2026-01-01', '2026-12-31', 50000000, 'USD'),
    ('${HARBOR}', '100001', '00000000-0000-7000-8000-0000000000a4', '2026-03-01', '2026-12-31', 55000000, 'USD')`)
  await database.query(`insert into customer_item (customer_id, item_id, customer_item, customer_item_key) values
    ('${HARBOR}', '00000000-0000-7000-8000-0000000000a3', 'O-1', 'O1')`)
  await database.query(`insert into agreement (id, customer_id, number, number_key, kind, valid_from, valid_to, rate_ppm) values
    ('00000000-0000-7000-8000-0000000000e9', '${HARBOR}', 'A01', 'A01', 'promotion', '2026-01-01', '2026-01-31', 120000),
    ('00000000-0000-7000-8000-0000000000ea', '${HARBOR}', 'A02', 'A02', 'promotion', '2026-02-01', '2026-02-20', 120000)`)
  await database.query(
    `insert into agreement_item (agreement_id, item_id) values ('00000000-0000-7000-8000-0000000000e9', '${HEADPHONES}'),
      ('00000000-0000-7000-8000-0000000000ea', '${HEADPHONES}')`,
  )
})

async function found(number: string): Promise<string[]> {
  const rows = await database.query<{ text: string }>(
    `select concat_ws(' ', kind, nullif(line, ''), coalesce(expected, '–') || ' / ' || coalesce(actual, '–'), at_stake_minor, owner_team) as text
     from order_exception where po_number = $1 and state <> 'resolved' order by kind, line, field`,
    [number],
  )
  return rows.map(({ text }) => text)
}

test('an order as agreed passes in any unit that has a factor', async () => {
  await insertOrder(database, { number: 'OK-1', lines: [{ quantity: 2, unit: 'CA', price: '447.00' }] })
  await checkOrders(specialist, {})
  expect(await found('OK-1')).toEqual([])
})

test.each([
  ['a promotion taken after its last day', { lines: [{ price: '65.56' }] }, ['promotion 1 74.50 / 65.56 5364 order-management']],
  [
    'two prices valid on one day',
    { lines: [{ item: '00000000-0000-7000-8000-0000000000a4', price: '50.00' }] },
    ['not-listed 1 – / ? 30000 item-master', 'two-prices 1 50.00 / 55.00 / 50.00 3000 order-management'],
  ],
  ['another currency', { currency: 'EUR' }, ['currency USD / EUR 44700 finance']],
  [
    'a case pack misread',
    { lines: [{ quantity: 2, unit: 'CA', pack: 4, price: '298.00' }] },
    ['pack 1 6 / 4 29800 order-management', 'pack 1 12 / 8 29800 order-management'],
  ],
  [
    'less than the minimum',
    { lines: [{ item: HEADPHONES, quantity: 3 }] },
    ['minimum 1 6 / 3 22350 order-management', 'pack 1 6 / 3 22350 order-management'],
  ],
  ['an order too small', { lines: [{ item: CABLE, quantity: 12, price: '9.90' }] }, ['minimum 20000 / 11880 8120 order-management']],
  ['a negative quantity', { lines: [{ quantity: -6 }] }, ['quantity 1 – / -6 44700 order-management']],
  ['a unit without factor', { lines: [{ unit: 'KG' }] }, ['unit 1 – / KG 44700 item-master']],
  ['an unknown item', { lines: [{ item: null, customerItem: 'ZZ-9' }] }, ['unknown-item 1 – / ZZ-9 44700 item-master']],
  [
    'an article that is not sold any more',
    { lines: [{ item: '00000000-0000-7000-8000-0000000000a3', price: '50.00' }] },
    ['item-status 1 active / discontinued 30000 item-master'],
  ],
  ['a window that ends before it starts', { shipBy: '2026-03-05' }, ['ship-window 2026-03-09 / 2026-03-05 1341 order-management']],
  [
    'a window that is over before anybody entered the order',
    { orderedOn: '2026-02-16', shipFrom: '2026-02-25', shipBy: '2026-02-27' },
    ['ship-window 2026-03-03 / 2026-02-27 1341 order-management'],
  ],
  ['too little time', { shipFrom: '2026-03-04', shipBy: '2026-03-05' }, ['lead-time 2026-03-07 / 2026-03-05 1341 order-management']],
  // 447.00 × 30 days × 8 % ÷ 365; 447.00 × 2 %.
  ['payment asked for later', { netDays: 60 }, ['terms 30 / 60 294 finance']],
  ['payment offered earlier', { netDays: 10 }, ['terms 30 / 10 0 finance']],
  ['a larger cash discount', { discountPpm: 20_000 }, ['terms 0 / 20000 894 finance']],
  [
    'a total after what the order takes off',
    { lines: [{ quantity: 12, price: '74.50', allowance: 10_728, agreement: 'A02' }], orderedOn: '2026-02-10', statedTotalMinor: 78_672 },
    [],
  ],
  ['an allowance nobody agreed', { lines: [{ allowance: 5364, agreement: 'A01' }] }, ['allowance 1 0 / 5364 5364 order-management']],
  [
    'an allowance of another rate',
    { lines: [{ quantity: 12, allowance: 13_410, agreement: 'A02' }], orderedOn: '2026-02-10' },
    ['allowance 1 10728 / 13410 2682 order-management'],
  ],
  [
    'an allowance taken in the price as well',
    { lines: [{ quantity: 12, price: '65.56', allowance: 9441, agreement: 'A02' }], orderedOn: '2026-02-10' },
    ['allowance 1 0 / 9441 9441 order-management'],
  ],
  [
    'no allowance where the customer else states it',
    { lines: [{ quantity: 12 }], orderedOn: '2026-02-10' },
    ['allowance 1 10728 / 0 10728 order-management'],
  ],
  ['an allowance of the whole order', { allowance: 900, agreement: 'ZZ' }, ['allowance 0 / 900 900 order-management']],
  ['a total that is not the sum', { statedTotalMinor: 44_800 }, ['total 44700 / 44800 100 order-management']],
])('%s is found with what is at stake and who has to see to it', async (name, order, expected) => {
  const number = name.replaceAll(' ', '-')
  await insertOrder(database, { number, ...order })
  await checkOrders(specialist, {})
  expect((await found(number)).toSorted()).toEqual(expected.toSorted())
})

test('changes are replayed: a new price, a cancelled line, a cancelled order', async () => {
  await insertOrder(database, { number: 'CH-1', lines: [{ price: '70.00' }, { item: CABLE, quantity: 11, price: '9.90' }] })
  await insertOrder(database, { number: 'CH-2', lines: [{ price: '70.00' }], netDays: 60 })
  await checkOrders(specialist, {})
  expect(await found('CH-1')).toEqual(['pack 2 12 / 11 990 order-management', 'price 1 74.50 / 70.00 2700 order-management'])
  await insertChange(database, { number: 'CH-1', code: 'PC', price: '74.50' })
  await insertChange(database, { number: 'CH-1', line: '2', code: 'DI' })
  await insertChange(database, { number: 'CH-2', line: '', code: '01' })
  await checkOrders(specialist, {})
  expect([await found('CH-1'), await found('CH-2')]).toEqual([[], []])
})

test('a change without its order, of an unknown line, or without a new quantity is told and never guessed', async () => {
  await insertChange(database, { number: 'GHOST', code: 'QI', quantity: 12, price: '74.50' })
  await insertOrder(database, { number: 'CH-3' })
  await insertChange(database, { number: 'CH-3', line: '7', code: 'AI', quantity: 6 })
  await insertChange(database, { number: 'CH-3', line: '1', code: 'QD', delta: 2 })
  await checkOrders(specialist, {})
  expect(await found('GHOST')).toEqual(['change-without-order 1 – / GHOST 89400 order-management'])
  expect(await found('CH-3')).toEqual(['change-unclear 1 – / QD 14900 order-management', 'change-unclear 7 – / AI 0 order-management'])
  await insertOrder(database, { number: 'GHOST', lines: [{ quantity: 6 }] })
  await checkOrders(specialist, {})
  expect(await found('GHOST')).toEqual([])
})

test('a delivery without any order goes to logistics', async () => {
  await database.query(`insert into delivery_line (customer_id, number, number_key, line, sales_order_key, po_number, po_key, material, quantity, unit, fingerprint, batch_id, position)
    values ('${HARBOR}', '80099999', '80099999', '10', '11999', 'NOPO', 'NOPO', '4000001', 6, 'EA', 'x', '${BATCH}', 'row 9')`)
  await checkOrders(specialist, {})
  expect(await found('NOPO')).toEqual(['delivery-without-order – / 80099999 0 logistics'])
})

test('the same content under another number, and the same number with other content', async () => {
  const lines = [{}, { item: CABLE, quantity: 24, price: '9.90' }]
  await insertOrder(database, { number: 'DUP-1', orderedOn: '2026-04-01', shipFrom: '2026-04-08', shipBy: '2026-04-20', lines })
  await insertOrder(database, { number: 'DUP-2', orderedOn: '2026-04-02', shipFrom: '2026-04-08', shipBy: '2026-04-20', lines })
  await database.query(
    `insert into record_version (table_name, record_id, version, content, batch_id, cause)
     select 'purchase_order', o.id, 1, to_jsonb(o) || '{"lines": [{"line": "1", "quantity": 12, "price_micros": 74500000}]}', $1, 'import'
     from purchase_order o where number = 'DUP-1'`,
    [BATCH],
  )
  await checkOrders(specialist, {})
  expect(await found('DUP-2')).toEqual(['duplicate-order DUP-1 / DUP-2 68460 order-management'])
  expect(await found('DUP-1')).toEqual(['resent-order 89400 / 68460 20940 order-management'])
})

test('a blocked customer stops orders that have not left; what was entered otherwise is left to the comparison', async () => {
  await insertOrder(database, { number: 'CR-1' })
  await database.query(`insert into sales_order_line (customer_id, number, number_key, line, po_number, po_key, sold_to_key, item_id, material, quantity, unit, price_micros, currency, fingerprint, batch_id, position)
    values ('${HARBOR}', '11002', '11002', '10', 'CR-1', 'CR1', '100001', '${HEADPHONES}', '4000001', 12, 'EA', 70000000, 'USD', 'x', '${BATCH}', 'row 3')`)
  await database.query(`update customer set credit_status = 'blocked' where id = '${HARBOR}'`)
  await checkOrders(specialist, {})
  expect(await found('CR-1')).toEqual(['credit clear / blocked 44700 credit'])
  expect(await found('4500118')).toEqual([])
  await database.query(`update customer set credit_status = null where id = '${HARBOR}'`)
})

test('an exception closes by itself, opens again with its history, and is due in the working days of the customer', async () => {
  await insertOrder(database, { number: 'RE-1', lines: [{ price: '70.00' }] })
  const state = async () =>
    database.query(
      `select state, reopened_count, to_char(due_at at time zone 'America/New_York', 'HH24:MI') as due from order_exception where po_number = 'RE-1'`,
    )
  await checkOrders(specialist, {})
  expect(await state()).toEqual([{ state: 'open', reopened_count: 0, due: '17:00' }])
  await database.query(`update price_condition set price_micros = 70000000 where item_id = '${HEADPHONES}'`)
  await checkOrders(specialist, {})
  expect(await state()).toMatchObject([{ state: 'resolved' }])
  await database.query(`update price_condition set price_micros = 74500000 where item_id = '${HEADPHONES}'`)
  await checkOrders(specialist, {})
  expect(await state()).toMatchObject([{ state: 'open', reopened_count: 1, due: '17:00' }])
  const history = await database.query<{ event: string }>(
    `select a.event from audit_entry a join order_exception x on x.id::text = a.row_id where a.table_name = 'order_exception' and x.po_number = 'RE-1'`,
  )
  expect(history.length).toBeGreaterThanOrEqual(3)
  expect((await checkOrders(specialist, {})).changed).toBe(0)
})

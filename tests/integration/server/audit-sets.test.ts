import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
await nameTestActor(database)
const customer = await insertCustomer(database, 'HARBOR')
await insertDeduction(database, customer, 'K1')
await database.query(`
  insert into deduction (customer_id, amount_minor, open_minor, currency, missing)
  select customer_id, amount_minor, open_minor, currency, missing from deduction cross join generate_series(1, 150)`)
await database.query(`update deduction set updated_at = '2026-01-01'`)

const CHANGE = `update deduction set verdict = 'valid', confidence_ppm = 980000, missing = '{invoice}', deadline_on = '2026-03-01', quantity = null,
  updated_at = '2026-01-01 10:00:00.123Z', because = 'it''s so', unit_micros = 5, version = version + 1`

test('an audit entry says the same whether its row was changed alone or among many', async () => {
  const [one] = await database.query<{ id: string }>('select id from deduction order by number limit 1')
  await database.query(`${CHANGE} where id = $1`, [one?.id])
  await database.query(`${CHANGE} where id <> $1`, [one?.id])
  const entries = await database.query<{ row_id: string; customer_id: string; before: unknown; after: unknown }>(
    `select row_id, customer_id, before, after from audit_entry where table_name = 'deduction' and before is not null order by id`,
  )
  expect(new Set(entries.map((entry) => entry.row_id)).size).toBe(151)
  expect(new Set(entries.map((entry) => JSON.stringify([entry.customer_id, entry.before, entry.after]))).size).toBe(1)
  expect(entries[0]?.after).toMatchObject({ verdict: 'valid', missing: ['invoice'], deadline_on: '2026-03-01', version: 2 })
})

test('a row of many that did not change leaves no entry', async () => {
  const count = async () => (await database.query('select count(*) from audit_entry'))[0]
  const before = await count()
  await database.query(`update deduction set facts_hash = 'x', updated_at = now()`)
  expect(await count()).toEqual(before)
})

test('rows of one change that differ in different columns leave only those', async () => {
  await database.query(`update deduction set quantity = case when number % 2 = 0 then 7 else quantity end,
    because = case when number % 2 = 0 then because else null end, facts_hash = 'y', version = version + 1`)
  const entries = await database.query<{ before: object; after: object }>(
    `select before, after from audit_entry where table_name = 'deduction' order by id desc limit 151`,
  )
  expect(new Set(entries.map(({ after }) => JSON.stringify(after)))).toEqual(
    new Set([JSON.stringify({ version: 3, quantity: 7, facts_hash: 'y' }), JSON.stringify({ because: null, version: 3, facts_hash: 'y' })]),
  )
  expect(new Set(entries.map(({ before }) => Object.keys(before).join()))).toEqual(
    new Set(['version,quantity,facts_hash', 'because,version,facts_hash']),
  )
})

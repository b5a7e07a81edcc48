import { randomUUID } from 'node:crypto'
import { admin, specialist } from '@tests/factories/people'
import { expect, test } from 'vitest'
import { addUser } from '@/features/people/commands/add-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const person = (email: string) => ({ email, name: 'Mei Tan', roles: ['specialist' as const] })
const audits = () =>
  database.query<{ event: string; table_name: string; actor_name: string }>(
    'select event, table_name, actor_name from audit_entry order by id',
  )

test('a command leaves one audit row per changed row, in its own transaction', async () => {
  await addUser(admin, person('mei@example.test'))
  expect(await audits()).toEqual([
    { event: 'user.added', table_name: 'app_user', actor_name: 'Test Person' },
    { event: 'user.added', table_name: 'user_role', actor_name: 'Test Person' },
  ])
})

test('a refused command changes nothing', async () => {
  const before = await audits()
  await expect(addUser(specialist, person('nobody@example.test'))).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(addUser(admin, person('no address'))).rejects.toMatchObject({
    code: 'invalid-input',
    fields: { email: 'people/not-an-email' },
  })
  expect(await database.query("select 1 from app_user where email like 'no%'")).toEqual([])
  expect(await audits()).toEqual(before)
})

test('a retry with the same operation id is answered with the first result', async () => {
  const operationId = randomUUID()
  const tries = await Promise.all([1, 2, 3].map(() => addUser(admin, person('once@example.test'), { operationId })))
  expect(new Set(tries.map((result) => result.id)).size).toBe(1)
  expect(await database.query("select 1 from app_user where email = 'once@example.test'")).toHaveLength(1)
})

test('an operation id cannot be used for something else', async () => {
  const operationId = randomUUID()
  await addUser(admin, person('first@example.test'), { operationId })
  await expect(addUser(admin, person('second@example.test'), { operationId })).rejects.toMatchObject({ code: 'operation-reused' })
})

test('a change without a named actor is refused by the database', async () => {
  await expect(database.query("insert into app_user (email, name) values ('ghost@example.test', 'Ghost')")).rejects.toMatchObject({
    code: 'RC001',
  })
})

test('the audit trail cannot be edited, deleted or truncated', async () => {
  await expect(database.query("update audit_entry set actor_name = 'Somebody else'")).rejects.toMatchObject({ code: 'RC002' })
  await expect(database.query('delete from audit_entry')).rejects.toMatchObject({ code: 'RC002' })
  await expect(database.query('truncate audit_entry')).rejects.toMatchObject({ code: 'RC002' })
})

test('every entry is a link of one unbroken chain, also after commands in parallel', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, index) => addUser(admin, person(`chain${index}@example.test`))))
  const broken = await database.query(`
    select chain_no from (
      select e.chain_no, e.hash, audit_hash(coalesce(lag(e.hash) over (order by e.chain_no), '\\x'), e, e.chain_no) as expected from audit_entry e
    ) links where hash is distinct from expected`)
  expect(broken).toEqual([])
  const [counts] = await database.query<{ entries: string; last: string }>(
    'select count(*) as entries, max(chain_no) as last from audit_entry',
  )
  expect(counts?.entries).toBe(counts?.last)
})

import { createHash } from 'node:crypto'
import { admin, buildActor } from '@tests/factories/people'
import { expect, test } from 'vitest'
import { assignCustomers } from '@/features/customers/commands/assign-customers'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { addUser } from '@/features/people/commands/add-user'
import { changePreferences } from '@/features/people/commands/change-preferences'
import { changeUser } from '@/features/people/commands/change-user'
import { createToken } from '@/features/people/commands/create-token'
import { disableUser } from '@/features/people/commands/disable-user'
import { revokeToken } from '@/features/people/commands/revoke-token'
import { setPassword } from '@/features/people/commands/set-password'
import { findUsers } from '@/features/people/queries/find-users'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { passwordFits } from '@/server/password'
import { openSession, userOfSession } from '@/server/session-row'
import { signInByPassword } from '@/server/sign-in-by-password'
import { actorOfToken } from '@/server/token'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()

async function addPerson(email: string, role: 'specialist' | 'account-manager' = 'specialist') {
  return addUser(admin, { email, name: 'Mei Tan', roles: [role], password: 'a long password' })
}

async function addCustomer(code: string): Promise<string> {
  await database.query(`select set_config('recoup.actor', '{"kind":"job","id":"test","name":"test"}', false),
    set_config('recoup.operation', gen_random_uuid()::text, false), set_config('recoup.event', 'customer.added', false)`)
  const [row] = await database.query<{ id: string }>(
    `insert into customer (code, name, company_code, currency, net_days) values ($1, $1, 'US01', 'USD', 30) returning id`,
    [code],
  )
  return row?.id ?? ''
}

test('a disabled user loses the session and the token at once', async () => {
  const user = await addPerson('leaver@example.test')
  const session = await openSession(user.id, 3600)
  const { token } = await createToken(admin, { email: 'leaver@example.test', name: 'script' })
  expect(await userOfSession(session)).toBe(user.id)
  expect((await actorOfToken(`Bearer ${token}`))?.kind).toBe('token')
  await disableUser(admin, { userId: user.id, isDisabled: true })
  expect(await userOfSession(session)).toBeNull()
  expect(await actorOfToken(`Bearer ${token}`)).toBeNull()
  expect(await findPerson(user.id)).toBeNull()
})

test('a revoked token opens nothing', async () => {
  await addPerson('token@example.test')
  const { id, token } = await createToken(admin, { email: 'token@example.test', name: 'script' })
  await revokeToken(admin, { tokenId: id })
  expect(await actorOfToken(`Bearer ${token}`)).toBeNull()
})

test('a changed role takes effect at the next request, and a stale change is refused', async () => {
  const user = await addPerson('role@example.test')
  await changeUser(admin, { userId: user.id, version: 1, name: 'Mei Tan', roles: ['finance'] })
  expect((await findPerson(user.id))?.roles).toEqual(['finance'])
  await expect(changeUser(admin, { userId: user.id, version: 1, name: 'Old copy', roles: ['admin'] })).rejects.toMatchObject({
    code: 'stale',
  })
  expect((await findPerson(user.id))?.roles).toEqual(['finance'])
})

test('an account manager sees exactly the assigned customers', async () => {
  const user = await addPerson('am@example.test', 'account-manager')
  const [mine, other] = [await addCustomer('MINE'), await addCustomer('OTHER')]
  await assignCustomers(admin, { userId: user.id, customerIds: [mine] })
  const person = await findPerson(user.id)
  if (!person) throw new Error('person is gone')
  const seen = await findCustomerNames(actorOf(person))
  expect(seen.map((customer) => customer.id)).toEqual([mine])
  expect(seen.map((customer) => customer.id)).not.toContain(other)
})

test('only managers and admins assign customers', async () => {
  const user = await addPerson('self@example.test', 'account-manager')
  await expect(assignCustomers(buildActor(['account-manager'], []), { userId: user.id, customerIds: [] })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('a new password replaces the old one and ends open sessions', async () => {
  const user = await addPerson('password@example.test')
  const session = await openSession(user.id, 3600)
  await setPassword(admin, { userId: user.id, password: 'another long one' })
  const [row] = await database.query<{ password_hash: string }>('select password_hash from app_user where id = $1', [user.id])
  expect(await passwordFits(row?.password_hash ?? null, 'another long one')).toBe(true)
  expect(await passwordFits(row?.password_hash ?? null, 'a long password')).toBe(false)
  expect(await userOfSession(session)).toBeNull()
})

test('everybody sets their own language and theme', async () => {
  const user = await addPerson('prefs@example.test')
  const person = await findPerson(user.id)
  if (!person) throw new Error('person is gone')
  await changePreferences(actorOf(person), { locale: 'zh-CN', theme: 'dark' })
  expect(await findPerson(user.id)).toMatchObject({ locale: 'zh-CN', theme: 'dark' })
})

test('the list of users is the admin’s', async () => {
  expect((await findUsers(admin)).length).toBeGreaterThan(0)
  await expect(findUsers(buildActor(['manager']))).rejects.toMatchObject({ code: 'not-allowed' })
})

test('an admin cannot lock themselves out', async () => {
  const user = await addUser(admin, { email: 'boss@example.test', name: 'Boss', roles: ['admin'] })
  const person = await findPerson(user.id)
  if (!person) throw new Error('person is gone')
  await expect(disableUser(actorOf(person), { userId: user.id, isDisabled: true })).rejects.toMatchObject({ code: 'people/own-account' })
  await expect(changeUser(actorOf(person), { userId: user.id, version: 1, name: 'Boss', roles: ['finance'] })).rejects.toMatchObject({
    code: 'people/own-admin-role',
  })
})

test('a token is kept nowhere, and a password leaves no hash with the operation that set it', async () => {
  const user = await addPerson('secret@example.test')
  const asked = { email: 'secret@example.test', name: 'script' }
  const operationId = '0f9d7c1e-0000-4000-8000-000000000002'
  const first = await createToken(admin, asked, { operationId })
  expect((await createToken(admin, asked, { operationId })).token).not.toBe(first.token)
  expect(await database.query('select id from operation')).toEqual([])
  await setPassword(admin, { userId: user.id, password: 'another long password' }, { operationId })
  const hashOf = (password: string | null) =>
    createHash('sha256')
      .update(`user.password-set\n${JSON.stringify({ userId: user.id, password })}`)
      .digest('hex')
  const kept = await database.query<{ request_hash: string }>('select request_hash from operation')
  expect(kept).toEqual([{ request_hash: hashOf(null) }])
})

test('ten wrong passwords close an address for a quarter of an hour, however they are sent', async () => {
  await addPerson('guessed@example.test')
  const right = { email: 'Guessed@example.test', password: 'a long password' }
  expect(await signInByPassword(right)).toMatchObject({ email: 'guessed@example.test' })
  const guesses = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) => signInByPassword({ ...right, password: `guess ${index}` })),
  )
  expect(guesses.filter((guess) => guess.status === 'fulfilled').map((guess) => guess.value)).toEqual(Array(10).fill(null))
  await expect(signInByPassword(right)).rejects.toMatchObject({ code: 'too-many-attempts' })
  expect(await signInByPassword({ ...right, email: 'nobody@example.test' })).toBeNull()

  await database.query(`update sign_in_try set expire = now() - interval '1 second'`)
  expect(await signInByPassword(right)).toMatchObject({ email: 'guessed@example.test' })
  expect(await database.query('select key from sign_in_try where points > 5')).toEqual([])
})

test('a disabled person and what is no address at all do not get in', async () => {
  const leaver = await addPerson('closed@example.test')
  await disableUser(admin, { userId: leaver.id, isDisabled: true })
  expect(await signInByPassword({ email: 'closed@example.test', password: 'a long password' })).toBeNull()
  expect(await signInByPassword({ email: ['closed@example.test'], password: 'a long password' })).toBeNull()
})

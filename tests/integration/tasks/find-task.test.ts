import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { remindTask } from '@/features/tasks/commands/remind-task'
import { findTask } from '@/features/tasks/queries/find-task'
import { findTaskCounts } from '@/features/tasks/queries/find-task-counts'
import { findWaiting } from '@/features/tasks/queries/find-waiting'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const own = await insertCustomer(database, 'HARBOR')
const foreign = await insertCustomer(database, 'OAK')
const person = await findPerson(await insertUser(database, 'wei@example.test', ['specialist']))
if (!person) throw new Error('person is gone')
const wei = actorOf(person)
const ask = async (customer: string, claim: string, team: 'logistics' | 'sales') =>
  askTeam(wei, {
    kind: 'proof-of-delivery',
    subjectKind: 'deduction',
    subjectId: await insertDeduction(database, customer, claim),
    team,
    title: `Receipt for ${claim}`,
    dueAt: '2020-01-01T17:00:00Z',
  })
const first = await ask(own, 'HP-1', 'logistics')
const second = await ask(foreign, 'OG-1', 'sales')

test('a request shows the numbers it is about', async () => {
  expect(await findTask(wei, first.id)).toMatchObject({
    title: 'Receipt for HP-1',
    claim_number: 'HP-1',
    amount_minor: 10_000n,
    carriers: [],
  })
})

test('an account manager sees no request about another customer', async () => {
  const manager = buildActor(['account-manager'], [own])
  expect(await findTask(manager, second.id)).toBeNull()
  expect(await findTaskCounts(manager)).toEqual({ mine: 0, 'asked-by-me': 0, all: 1, overdue: 0 })
})

test('requests are counted for the team and for who asked, late ones apart', async () => {
  expect(await findTaskCounts(buildActor(['logistics']))).toMatchObject({ mine: 1, overdue: 1, all: 2 })
  expect(await findTaskCounts(wei)).toMatchObject({ 'asked-by-me': 2 })
})

test('a request is late from the day after the one it is due on, in counts as in rows', async () => {
  await database.query(`update task set due_at = now() - interval '1 minute' where id = $1`, [first.id])
  const logistics = buildActor(['logistics'])
  expect(await findTaskCounts(logistics)).toMatchObject({ mine: 1, overdue: 0 })
  expect(await findWaiting(logistics)).toContainEqual(expect.objectContaining({ team: 'logistics', open: 1, overdue: 0 }))
  await database.query(`update task set due_at = now() - interval '2 days' where id = $1`, [first.id])
  expect(await findTaskCounts(logistics)).toMatchObject({ mine: 1, overdue: 1 })
})

test('a reminder to sales reaches only the account manager of that customer', async () => {
  await insertUser(database, 'other@example.test', ['account-manager'])
  const mine = await insertUser(database, 'qin@example.test', ['account-manager'])
  await database.query('insert into customer_assignment (user_id, customer_id) values ($1, $2)', [mine, foreign])
  expect(await remindTask(wei, { taskId: second.id })).toMatchObject({ mails: 1 })
  const mails = await database.query<{ to_address: string }>('select to_address from mail_message')
  expect(mails.map((mail) => mail.to_address)).toEqual(['qin@example.test'])
})

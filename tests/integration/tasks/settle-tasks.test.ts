import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const customer = await insertCustomer(database, 'HARBOR')
const person = await findPerson(await insertUser(database, 'wei@example.test', ['specialist']))
if (!person) throw new Error('person is gone')
const wei = actorOf(person)

test('what settled itself is closed, what others wait for stays open, and only who sees all customers may say so', async () => {
  const [settled, other] = [await insertDeduction(database, customer, 'HP-1'), await insertDeduction(database, customer, 'HP-2')]
  for (const subjectId of [settled, other])
    await askTeam(wei, { kind: 'question', subjectKind: 'deduction', subjectId, team: 'logistics', title: 'Where is the receipt?' })
  const input = { subjectKind: 'deduction' as const, subjectIds: [settled] }
  await expect(settleTasks(buildActor(['account-manager'], [customer]), input)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await settleTasks(specialist, input)).toEqual({ settled: 1 })
  const states = await database.query('select state, closed_at is not null as has_day from task order by state')
  expect(states).toEqual([
    { state: 'closed', has_day: true },
    { state: 'open', has_day: false },
  ])
})

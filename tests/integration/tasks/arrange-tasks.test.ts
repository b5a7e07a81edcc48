import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { readListAddress } from '@/core/list-address'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { assignTasks } from '@/features/tasks/commands/assign-tasks'
import { closeTasks } from '@/features/tasks/commands/close-tasks'
import { remindTasks } from '@/features/tasks/commands/remind-tasks'
import { rescheduleTasks } from '@/features/tasks/commands/reschedule-tasks'
import { findTeamPeople } from '@/features/tasks/queries/find-team-people'
import { TASK_SOURCE } from '@/features/tasks/queries/task-list'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { findListPage } from '@/server/lists/find-list'
import { useTestDatabase } from '../database'
import { insertDocument } from '../disputes/dispute-world'

const database = await useTestDatabase()
await nameTestActor(database)
const [harbor, kestrel] = [await insertCustomer(database, 'HARBOR'), await insertCustomer(database, 'KESTREL')]
const deductions = [await insertDeduction(database, harbor, 'A-1', 100n), await insertDeduction(database, kestrel, 'A-2', 200n)]

async function signIn(email: string, roles: string[], customer?: string): Promise<Extract<Actor, { kind: 'user' }>> {
  const id = await insertUser(database, email, roles)
  await nameTestActor(database)
  if (customer !== undefined) await database.query(`insert into customer_assignment (user_id, customer_id) values ($1, $2)`, [id, customer])
  const person = await findPerson(id)
  if (!person) throw new Error('person is gone')
  return actorOf(person)
}
const wei = await signIn('wei@arrange.test', ['specialist'])
const xu = await signIn('xu@arrange.test', ['logistics'])
const qin = await signIn('qin@arrange.test', ['account-manager'], harbor)

const ask = async (at = 0, team: 'logistics' | 'sales' = 'logistics') => {
  const subjectId = deductions[at] ?? ''
  const { id } = await askTeam(wei, { kind: 'question', subjectKind: 'deduction', subjectId, team, title: `Question ${at}` })
  return id
}
const rowsOf = async (params: Record<string, string>, actor: Actor = wei) =>
  (await findListPage(TASK_SOURCE, actor, readListAddress(TASK_SOURCE.shape, { view: 'all', ...params }))).rows
const cellsOf = async (id: string) => (await rowsOf({ state: 'all' })).find((row) => row.id === id)?.cells

test('requests are given to one of their team and back, each change with its version', async () => {
  const [one, two] = [await ask(), await ask(1)]
  const given = await assignTasks(wei, { tasks: [one, two].map((id) => ({ id, version: 1 })), ownerId: xu.userId })
  expect(given.rows.map(({ version }) => version)).toEqual([2, 2])
  expect(await cellsOf(one)).toMatchObject({ owner: 'xu@arrange.test', ownerId: xu.userId, version: '2' })
  expect((await rowsOf({ owner: xu.userId })).map(({ id }) => id).sort()).toEqual([one, two].sort())
  await assignTasks(xu, { tasks: [{ id: one, version: 2 }], ownerId: null })
  expect(await cellsOf(one)).toMatchObject({ owner: null, version: '3' })
  const entries = await database.query<{ event: string }>(
    `select event from audit_entry where table_name = 'task' and row_id = $1 order by id`,
    [one],
  )
  expect(entries.map(({ event }) => event)).toEqual(['task.asked', 'task.assigned', 'task.assigned'])
})

test('nobody outside the team is given a request, and of account managers only those who look after the customer', async () => {
  const [logistics, sales] = [await ask(), await ask(1, 'sales')]
  const notOfTeam = { code: 'tasks/not-of-team' }
  await expect(assignTasks(wei, { tasks: [{ id: logistics, version: 1 }], ownerId: qin.userId })).rejects.toMatchObject(notOfTeam)
  await expect(assignTasks(wei, { tasks: [{ id: sales, version: 1 }], ownerId: qin.userId })).rejects.toMatchObject(notOfTeam)
  const own = await ask(0, 'sales')
  await assignTasks(qin, { tasks: [{ id: own, version: 1 }], ownerId: qin.userId })
  expect((await cellsOf(own))?.['owner']).toBe('qin@arrange.test')
  expect((await findTeamPeople()).map(({ name, teams }) => [name, ...teams])).toEqual([
    ['qin@arrange.test', 'sales'],
    ['wei@arrange.test', 'deductions', 'item-master'],
    ['xu@arrange.test', 'logistics'],
  ])
})

test('a due day is set and taken away; stale, closed and strange requests are refused, and nothing of the others changes', async () => {
  const [one, two, closed] = [await ask(), await ask(1), await ask()]
  await rescheduleTasks(wei, { tasks: [{ id: one, version: 1 }], dueOn: '2026-12-24' })
  expect((await cellsOf(one))?.['due']).toBe('2026-12-24')
  const later = (tasks: { id: string; version: number }[], actor: Actor = wei) => rescheduleTasks(actor, { tasks, dueOn: '2027-01-01' })
  await expect(
    later([
      { id: two, version: 1 },
      { id: one, version: 1 },
    ]),
  ).rejects.toMatchObject({ code: 'stale' })
  await closeTasks(wei, { tasks: [{ id: closed, version: 1 }] })
  await expect(later([{ id: closed, version: 2 }])).rejects.toMatchObject({ code: 'tasks/not-open' })
  await expect(later([{ id: two, version: 1 }], qin)).rejects.toMatchObject({ code: 'not-found' })
  await expect(later([{ id: one, version: 2 }], qin)).rejects.toMatchObject({ code: 'not-allowed' })
  expect([(await cellsOf(one))?.['due'], (await cellsOf(two))?.['due']]).toEqual(['2026-12-24', null])
  await rescheduleTasks(wei, { tasks: [{ id: one, version: 2 }], dueOn: null })
  expect((await cellsOf(one))?.['due']).toBeNull()
})

test('many requests are called to mind and closed at once: done where answered, withdrawn where not, all or none', async () => {
  const [one, two] = [await ask(), await ask(1)]
  const tasks = [one, two].map((id) => ({ id, version: 1 }))
  expect(await remindTasks(wei, { tasks })).toEqual({ count: 2, mails: 2 })
  await expect(
    closeTasks(wei, {
      tasks: [
        { id: one, version: 1 },
        { id: two, version: 9 },
      ],
    }),
  ).rejects.toMatchObject({ code: 'stale' })
  await expect(closeTasks(xu, { tasks })).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await cellsOf(one))?.['state']).toBe('open')
  expect(await closeTasks(wei, { tasks })).toEqual({ count: 2 })
  expect((await cellsOf(one))?.['state']).toBe('cancelled')
  await expect(remindTasks(systemActor('bulk'), { tasks })).rejects.toMatchObject({ code: 'tasks/not-open' })
})

const insertPaper = (fileName: string) =>
  insertDocument(database, harbor, { kind: 'proof-of-delivery', fileName, content: new TextEncoder().encode(fileName) })

test('a request about a paper names it: by its number, else by its file', async () => {
  const [numbered, nameless] = [await insertPaper('POD_77.pdf'), await insertPaper('scan.pdf')]
  await database.query(`update document set number = 'PRO-77' where id = $1`, [numbered])
  const askAbout = (subjectId: string) =>
    askTeam(wei, { kind: 'question', subjectKind: 'document', subjectId, team: 'logistics', title: 'Whose stamp is that?' })
  const asked = [await askAbout(numbered), await askAbout(nameless), { id: await ask() }]
  const papers = await Promise.all(asked.map(async ({ id }) => (await cellsOf(id))?.['paper']))
  expect(papers).toEqual(['PRO-77', 'scan.pdf', null])
})

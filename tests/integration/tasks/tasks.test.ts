import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { addComment } from '@/features/tasks/commands/add-comment'
import { answerTask } from '@/features/tasks/commands/answer-task'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { closeTask } from '@/features/tasks/commands/close-task'
import { remindTask } from '@/features/tasks/commands/remind-task'
import { findComments } from '@/features/tasks/queries/find-comments'
import { findTasks } from '@/features/tasks/queries/find-tasks'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { TaskFilter } from '@/features/tasks/schemas'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const customer = await insertCustomer(database, 'HARBOR')
const deduction = await insertDeduction(database, customer, 'HP-881204', 178_800n)

async function signIn(email: string, roles: string[]): Promise<Actor> {
  const person = await findPerson(await insertUser(database, email, roles))
  if (!person) throw new Error('person is gone')
  return actorOf(person)
}
const wei = await signIn('wei@example.test', ['specialist'])
const xu = await signIn('xu@example.test', ['logistics'])
const request = {
  kind: 'proof-of-delivery',
  subjectKind: 'deduction',
  subjectId: deduction,
  team: 'logistics',
  title: 'POD page 2',
} as const

test('a request reaches the asked team and its answer comes back', async () => {
  const task = await askTeam(wei, { ...request, dueAt: '2026-11-24T17:00:00Z' })
  const queue = await findTasks(xu, TaskFilter.parse({}))
  expect(queue.rows.map((row) => [row.title, row.subject_label, row.amount_minor])).toEqual([['POD page 2', 'HP-881204', 178_800n]])
  await answerTask(xu, { taskId: task.id, version: 1, answer: 'Carrier sends it on Monday.' })
  const [about] = await findTasksOfSubject(wei, 'deduction', deduction)
  expect(about).toMatchObject({ state: 'answered', answer: 'Carrier sends it on Monday.', asked_by: 'wei@example.test' })
  await closeTask(wei, { taskId: task.id, version: 2 })
  expect((await findTasks(xu, TaskFilter.parse({}))).total).toBe(0)
})

test('an answer to a stale or closed task is refused', async () => {
  const task = await askTeam(wei, request)
  await expect(answerTask(xu, { taskId: task.id, version: 7, answer: 'late' })).rejects.toMatchObject({ code: 'stale' })
  await closeTask(wei, { taskId: task.id, version: 1, isCancelled: true })
  await expect(answerTask(xu, { taskId: task.id, version: 2, answer: 'late' })).rejects.toMatchObject({ code: 'tasks/not-open' })
  await expect(closeTask(wei, { taskId: task.id, version: 2 })).rejects.toMatchObject({ code: 'tasks/already-closed' })
})

test('another team cannot answer, and nothing changes', async () => {
  const task = await askTeam(wei, request)
  await expect(answerTask(buildActor(['warehouse']), { taskId: task.id, version: 1, answer: 'me' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  const [about] = await findTasksOfSubject(wei, 'deduction', deduction)
  expect(about).toMatchObject({ state: 'open', answer: null })
})

test('a reminder puts one mail per team member into the outbox', async () => {
  const task = await askTeam(wei, request)
  expect(await remindTask(wei, { taskId: task.id })).toEqual({ id: task.id, mails: 1 })
  expect(await database.query('select to_address, subject from mail_message')).toEqual([
    { to_address: 'xu@example.test', subject: expect.stringMatching(/^\[R-\d+\] POD page 2$/) },
  ])
})

test('comments are seen with the record, and not by those who may not see its customer', async () => {
  await addComment(wei, { subjectKind: 'deduction', subjectId: deduction, body: 'Called the carrier.' })
  expect((await findComments(wei, 'deduction', deduction)).comments.map((row) => row.body)).toEqual(['Called the carrier.'])
  const stranger = buildActor(['account-manager'], [])
  expect(await findComments(stranger, 'deduction', deduction)).toEqual({ comments: [], people: [] })
  await expect(addComment(stranger, { subjectKind: 'deduction', subjectId: deduction, body: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(askTeam(stranger, request)).rejects.toMatchObject({ code: 'not-found' })
})

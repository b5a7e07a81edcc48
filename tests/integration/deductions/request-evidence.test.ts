import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { groupIncidents } from '@/features/deductions/commands/group-incidents'
import { requestEvidence } from '@/features/deductions/commands/request-evidence'
import { settleArrived } from '@/features/deductions/commands/settle-arrived'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { addComment } from '@/features/tasks/commands/add-comment'
import { escalateTasks } from '@/features/tasks/commands/escalate-tasks'
import { requestWords } from '@/features/tasks/exports/request-mail'
import { findTasksOfSubject, type SubjectTask } from '@/features/tasks/queries/find-tasks-of-subject'
import { findWaiting } from '@/features/tasks/queries/find-waiting'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const robot = systemActor('requests')
let customer = ''
let deduction = ''
let wei: Actor = robot

async function signIn(email: string, role: string, locale = 'en'): Promise<Actor> {
  const id = await insertUser(database, email, [role])
  await database.query('update app_user set locale = $2 where id = $1', [id, locale])
  const person = await findPerson(id)
  if (!person) throw new Error('person is gone')
  return actorOf(person)
}
const tasks = () =>
  database.query<{ kind: string; team: string; locale: string; title: string; state: string; escalation: number; due: string }>(
    `select kind, team, locale, title, state, escalation, (due_at at time zone 'UTC')::date::text as due from task order by number`,
  )
const mailsTo = async (address: string) =>
  (await database.query<{ subject: string }>('select subject from mail_message where to_address = $1 order by created_at', [address])).map(
    (mail) => mail.subject,
  )

beforeAll(async () => {
  await nameTestActor(database)
  customer = await insertCustomer(database, 'HARBOR')
  deduction = await insertDeduction(database, customer, 'HP-881204', 178_800n)
  await database.query(`update deduction set category = 'shortage', deadline_on = $2 where id = $1`, [
    deduction,
    addDays(companyToday(), 4),
  ])
  wei = await signIn('wei@example.test', 'specialist')
  await signIn('xu@example.test', 'logistics', 'zh-CN')
  await signIn('dana@example.test', 'warehouse')
  await signIn('helena@example.test', 'manager')
})

test('each missing paper is asked for from the team that has it, in its language, early enough to file', async () => {
  const asked = await requestEvidence(wei, { deductionId: deduction, evidence: ['proof-of-delivery', 'bill-of-lading'] })
  expect(asked).toEqual({ asked: 2 })
  const due = addDays(companyToday(), 2)
  expect(await tasks()).toMatchObject([
    { kind: 'proof-of-delivery', team: 'logistics', locale: 'zh-CN', due, state: 'open' },
    { kind: 'bill-of-lading', team: 'warehouse', locale: 'en', due, state: 'open' },
  ])
  expect((await tasks()).map((task) => /[\u4e00-\u9fff]/.test(task.title))).toEqual([true, false])
  expect(await mailsTo('dana@example.test')).toEqual([expect.stringMatching(/^\[R-\d+\] Bill of lading for HP-881204$/)])
})

test('what the product worded reads in the language of whoever reads it; the words of a person stay', async () => {
  const [asked] = (await findTasksOfSubject(wei, 'deduction', deduction)).filter(({ team }) => team === 'logistics')
  const words = (locale: 'en' | 'zh-CN') =>
    requestWords({ ...wordedOf(asked), body: null, createdBy: wei.kind === 'job' ? null : wei.userId }, locale)
  expect(words('en')).toMatchObject({ title: 'Proof of delivery for HP-881204', body: expect.stringMatching(/ withheld \$1,788\.00\. /) })
  expect(words('zh-CN').title).toMatch(/^HP-881204 需要/)
  const own = { kind: 'question', title: 'Which return is it?', body: 'Please look', createdBy: null, wording: null }
  expect(requestWords(own, 'zh-CN')).toEqual({ title: own.title, body: own.body })
})

function wordedOf(task: SubjectTask | undefined): SubjectTask {
  if (!task?.wording) throw new Error('request has no wording')
  return task
}

test('what is asked for already is not asked twice', async () => {
  expect(await requestEvidence(wei, { deductionId: deduction, evidence: ['proof-of-delivery'] })).toEqual({ asked: 0 })
  expect(await tasks()).toHaveLength(2)
})

test('the ladder: a reminder to the team, then the asker, then the managers, each once', async () => {
  const shift = (hours: number) =>
    database.query(
      `update task set created_at = now() - interval '9 days', due_at = now() - make_interval(hours => $1) where kind = 'bill-of-lading'`,
      [hours],
    )
  await nameTestActor(database)
  await shift(-12)
  expect(await escalateTasks(robot, {})).toEqual({ climbed: 1, mails: 1 })
  expect(await escalateTasks(robot, {})).toEqual({ climbed: 0, mails: 0 })
  await shift(1)
  expect(await escalateTasks(robot, {})).toEqual({ climbed: 1, mails: 2 })
  await shift(49)
  expect(await escalateTasks(robot, {})).toEqual({ climbed: 1, mails: 2 })
  expect(await mailsTo('helena@example.test')).toHaveLength(1)
  expect(await mailsTo('wei@example.test')).toHaveLength(2)
  expect(await escalateTasks(robot, {})).toEqual({ climbed: 0, mails: 0 })
})

test('who waits on whom: the team, its people, what is overdue and at stake, a claim counted once', async () => {
  expect(await findWaiting(wei)).toMatchObject([
    { team: 'warehouse', people: ['dana@example.test'], open: 1, overdue: 1, escalated: 1, askers: ['wei@example.test'] },
    { team: 'logistics', open: 1, overdue: 0, atStake: [{ minor: 178_800n, currency: 'USD' }] },
  ])
})

test('a request ends by itself when its paper arrives, whichever way it came; others stay', async () => {
  await nameTestActor(database)
  expect(await settleArrived(robot, {})).toEqual({ settled: 0 })
  await database.query(
    `insert into delivery_line (customer_id, number, number_key, line, material, quantity, unit, bol, bol_key, issue_status, fingerprint, batch_id, position)
     values ($1, '80021177', '80021177', 10, '4000', 1, 'EA', 'BOL1', 'BOL1', 'C', 'f', '0190b000-0000-7000-8000-000000000001', 'row 1')`,
    [customer],
  )
  await database.query(`update deduction set delivery_key = '80021177' where id = $1`, [deduction])
  const [file] = await database.query<{ id: string }>(
    `insert into stored_file (sha256, bytes, media_type, storage_key) values (repeat('a', 64), 1, 'application/pdf', 'x') returning id`,
  )
  const [paper] = await database.query<{ id: string }>(
    `insert into document (kind, file_id, file_name, customer_id, state) values ('bill-of-lading', $1, 'bol.pdf', $2, 'text') returning id`,
    [file?.id, customer],
  )
  await database.query(
    `insert into delivery_paper (document_id, kind, customer_id, delivery_key) values ($1, 'bill-of-lading', $2, '80021177')`,
    [paper?.id, customer],
  )
  expect(await settleArrived(robot, {})).toEqual({ settled: 1 })
  expect(await tasks()).toMatchObject([{ state: 'open' }, { kind: 'bill-of-lading', state: 'closed' }])
})

test('a comment tells whom it names, once, and nobody who may not see the customer', async () => {
  await signIn('qin@example.test', 'account-manager')
  const body = '@dana please look, @qin too. Thanks @dana!'
  expect(await addComment(wei, { subjectKind: 'deduction', subjectId: deduction, body })).toMatchObject({ mentions: 1 })
  expect((await mailsTo('dana@example.test')).at(-1)).toBe('wei@example.test mentioned you')
  expect(await mailsTo('qin@example.test')).toEqual([])
})

test('one failed shipment behind three deductions is asked about once, seen from each of them, and disputed three times', async () => {
  await nameTestActor(database)
  const ids: string[] = []
  for (const [claim, category] of [
    ['IN-A', 'shortage'],
    ['IN-B', 'compliance'],
    ['IN-C', 'compliance'],
  ] as const) {
    const id = await insertDeduction(database, customer, claim, 10_000n)
    await database.query(`update deduction set category = $2, delivery_key = '80000777', missing = '{}' where id = $1`, [id, category])
    ids.push(id)
  }
  await groupIncidents(robot, {})
  const [first = '', second = '', third = ''] = ids
  expect(await requestEvidence(wei, { deductionId: first, evidence: ['proof-of-delivery'] })).toEqual({ asked: 1 })
  expect(await requestEvidence(wei, { deductionId: second, evidence: ['proof-of-delivery', 'ship-notice'] })).toEqual({ asked: 1 })
  expect(await requestEvidence(wei, { deductionId: third, evidence: ['proof-of-delivery', 'ship-notice'] })).toEqual({ asked: 0 })
  const members = (await findDeduction(wei, third))?.incident?.members.map(({ id }) => id) ?? []
  expect(members.sort()).toEqual([...ids].sort())
  expect((await findTasksOfSubject(wei, 'deduction', third, ...members)).map(({ kind }) => kind).sort()).toEqual([
    'proof-of-delivery',
    'ship-notice',
  ])
  const disputes = await Promise.all(ids.map((deductionId) => prepareDispute(wei, { deductionId })))
  expect(new Set(disputes.map(({ id }) => id)).size).toBe(3)
})

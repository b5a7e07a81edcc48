import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { requestApproval } from '@/features/approvals/commands/request-approval'
import { assignCustomers } from '@/features/customers/commands/assign-customers'
import { assignDeduction } from '@/features/deductions/commands/assign-deduction'
import { mailNews } from '@/features/news/commands/mail-news'
import { readNews } from '@/features/news/commands/read-news'
import { spreadNews } from '@/features/news/commands/spread-news'
import { tellNews } from '@/features/news/jobs/tell-news'
import { countUnreadNews, findNews } from '@/features/news/queries/find-news'
import { chooseNewsMail } from '@/features/people/commands/choose-news-mail'
import { addComment } from '@/features/tasks/commands/add-comment'
import { answerTask } from '@/features/tasks/commands/answer-task'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const harbor = await insertCustomer(database, 'HARBOR')
const kestrel = await insertCustomer(database, 'KESTREL')
const spread = () => spreadNews(systemActor('test'), {})
const newsOf = async (actor: Awaited<ReturnType<typeof person>>) => (await findNews(actor, { tab: 'all', page: 1 })).rows

async function person(email: string, role: string) {
  const found = await findPerson(await insertUser(database, email, [role]))
  if (!found) throw new Error('no such person')
  return actorOf(found)
}

const wei = await person('wei@example.test', 'specialist')
const tom = await person('tom@example.test', 'specialist')
const vera = await person('vera@example.test', 'manager')
const boris = await person('boris@example.test', 'warehouse')

beforeAll(async () => {
  await spread()
})

const versionsOf = (ids: readonly string[]) => ids.map((id) => ({ id, version: 1 }))

test('what was done before is no news, and what one did oneself never is', async () => {
  expect(await newsOf(wei)).toEqual([])
  const own = await insertDeduction(database, harbor, 'CL-OWN')
  await assignDeduction(wei, { deductions: versionsOf([own]), ownerId: wei.userId })
  await spread()
  expect(await newsOf(wei)).toEqual([])
})

test('many deductions assigned at once are told once, and only once however often it is looked', async () => {
  const ids = await Promise.all(['A', 'B', 'C'].map((name) => insertDeduction(database, harbor, `CL-${name}`)))
  await assignDeduction(tom, { deductions: versionsOf(ids), ownerId: wei.userId })
  expect(await spread()).toEqual({ told: 1 })
  expect(await spread()).toEqual({ told: 0 })
  expect(await newsOf(wei)).toMatchObject([{ kind: 'assigned', count: 3, label: 'CL-A', who: 'tom@example.test', isRead: false }])
  expect(await countUnreadNews(wei)).toBe(1)
  await readNews(tom, { newsId: null })
  expect(await countUnreadNews(wei)).toBe(1)
  await readNews(wei, { newsId: null })
  expect(await countUnreadNews(wei)).toBe(0)
})

test('a request reaches everybody who answers for the team, its answer who asked', async () => {
  const deduction = await insertDeduction(database, harbor, 'CL-ASK')
  const { id } = await askTeam(wei, {
    kind: 'evidence-request',
    subjectKind: 'deduction',
    subjectId: deduction,
    team: 'warehouse',
    title: 'Was pallet 4 loaded?',
    dueAt: null,
  })
  await spread()
  expect(await newsOf(boris)).toMatchObject([{ kind: 'asked', subjectId: id, label: 'Was pallet 4 loaded?' }])
  await answerTask(boris, { taskId: id, version: 1, answer: 'Yes, see the photo.' })
  await spread()
  expect((await newsOf(wei))[0]).toMatchObject({ kind: 'answered', who: 'boris@example.test' })
})

test('who may approve is told of a request, but not who asked', async () => {
  const subjectId = await insertDeduction(database, harbor, 'CL-APPROVE')
  await requestApproval(wei, { kind: 'code-map', subjectId, customerId: harbor, label: 'HARBOR 22', content: {} })
  await spread()
  expect((await newsOf(vera))[0]).toMatchObject({ kind: 'approval-asked', label: 'HARBOR 22', who: 'wei@example.test' })
  expect((await newsOf(wei)).map(({ kind }) => kind)).not.toContain('approval-asked')
})

test('an account manager hears of the own customers only, also after losing one', async () => {
  const anna = await person('anna@example.test', 'account-manager')
  await assignCustomers(systemActor('test'), { userId: anna.userId, customerIds: [harbor] })
  const [ours, others] = [await insertDeduction(database, harbor, 'CL-H'), await insertDeduction(database, kestrel, 'CL-K')]
  await assignDeduction(tom, { deductions: versionsOf([ours]), ownerId: anna.userId })
  await assignDeduction(tom, { deductions: versionsOf([others]), ownerId: anna.userId })
  await spread()
  const told = await database.query<{ label: string }>('select label from news where user_id = $1', [anna.userId])
  expect(told).toEqual([{ label: 'CL-H' }])
  const after = { ...anna, customerIds: [] }
  expect(await newsOf(after)).toEqual([])
})

test('unread news come by mail in the reader’s language, once, when they were asked for', async () => {
  const lena = await person('lena@example.test', 'specialist')
  await chooseNewsMail(lena, { newsMail: 'at-once' })
  await database.query(`update app_user set locale = 'zh-CN' where id = $1`, [lena.userId])
  const id = await insertDeduction(database, harbor, 'CL-MAIL')
  await assignDeduction(tom, { deductions: versionsOf([id]), ownerId: lena.userId })
  await spread()
  await database.query(`update news set happened_at = now() - interval '5 minutes' where user_id = $1`, [lena.userId])
  await tellNews()
  await tellNews()
  const mails = await database.query<{ subject: string; text_body: string }>(
    'select subject, text_body from mail_message where to_address = $1',
    ['lena@example.test'],
  )
  expect(mails).toMatchObject([
    { subject: 'Recoup：1 条通知', text_body: expect.stringContaining('tom@example.test 把扣款 CL-MAIL 分配给您') },
  ])
})

test('whoever is named in a comment is told in the list, and by the mail of the comment alone', async () => {
  const id = await insertDeduction(database, harbor, 'CL-NAMED')
  await addComment(tom, { subjectKind: 'deduction', subjectId: id, body: '@vera please look at the count' })
  await spread()
  expect((await newsOf(vera))[0]).toMatchObject({
    kind: 'mentioned',
    subjectKind: 'deduction',
    subjectId: id,
    label: '@vera please look at the count',
  })
  await database.query(`update news set happened_at = now() - interval '5 minutes' where user_id = $1`, [vera.userId])
  await chooseNewsMail(vera, { newsMail: 'at-once' })
  await tellNews()
  const mails = await database.query<{ text_body: string }>('select text_body from mail_message where to_address = $1', [
    'vera@example.test',
  ])
  expect(mails.filter(({ text_body }) => text_body.includes('please look at the count'))).toHaveLength(1)
})

test('what another worker has mailed is not mailed again', async () => {
  const [told] = await database.query<{ id: string; user_id: string }>('select id, user_id from news where mailed_at is not null limit 1')
  const mail = { to: 'lena@example.test', subject: 'Again', text: 'Again', html: '<p>Again</p>' }
  const again = mailNews(systemActor('test'), { userId: told?.user_id ?? '', newsIds: [told?.id ?? ''], mail })
  await expect(again).rejects.toMatchObject({ code: 'not-found' })
  await expect(mailNews(tom, { userId: tom.userId, newsIds: [told?.id ?? ''], mail })).rejects.toMatchObject({ code: 'not-found' })
  expect(await database.query('select 1 from mail_message where subject = $1', ['Again'])).toEqual([])
})

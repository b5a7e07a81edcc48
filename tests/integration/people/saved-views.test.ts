import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { assignCustomers } from '@/features/customers/commands/assign-customers'
import { addView } from '@/features/people/commands/add-view'
import { changeView } from '@/features/people/commands/change-view'
import { removeView } from '@/features/people/commands/remove-view'
import { sendViewMail } from '@/features/people/commands/send-view-mail'
import { setRoleView } from '@/features/people/commands/set-role-view'
import { subscribeView } from '@/features/people/commands/subscribe-view'
import { findRoleView } from '@/features/people/queries/find-role-view'
import { findViews } from '@/features/people/queries/find-views'
import { watchViewMails } from '@/features/reports/jobs/send-view-mails'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
let people = 0

async function person(role: string) {
  people += 1
  const id = await insertUser(database, `reader${people}@example.test`, [role])
  return refreshed(id)
}

async function refreshed(id: string) {
  const found = await findPerson(id)
  if (!found) throw new Error('no such person')
  return actorOf(found)
}

async function viewOf(owner: Awaited<ReturnType<typeof person>>, name: string, isShared = false) {
  const { id } = await addView(owner, { page: 'deductions', name, query: 'tab=all', isShared })
  return id
}

const mailsTo = (email: string) =>
  database.query<{ subject: string; text_body: string; html_body: string }>(
    'select subject, text_body, html_body from mail_message where to_address = $1 order by created_at',
    [email],
  )

test('an own view is seen by nobody else until it is shared', async () => {
  const [wei, mei] = [await person('specialist'), await person('specialist')]
  const id = await viewOf(wei, 'Harbor')
  expect((await findViews(wei, 'deductions')).map((view) => view.name)).toContain('Harbor')
  expect((await findViews(mei, 'deductions')).map((view) => view.name)).not.toContain('Harbor')
  await expect(subscribeView(mei, { viewId: id, rhythm: 'daily' })).rejects.toMatchObject({ code: 'not-found' })
  await changeView(wei, { viewId: id, version: 1, isShared: true })
  expect((await findViews(mei, 'deductions')).map((view) => view.name)).toContain('Harbor')
})

test('a shared view is changed by who keeps it and by managers; a stale change is refused', async () => {
  const [wei, mei, boss] = [await person('specialist'), await person('specialist'), await person('manager')]
  const id = await viewOf(wei, 'Shared', true)
  await expect(changeView(mei, { viewId: id, version: 1, name: 'Mine' })).rejects.toMatchObject({ code: 'not-allowed' })
  await changeView(boss, { viewId: id, version: 1, query: 'tab=due' })
  await expect(changeView(wei, { viewId: id, version: 1, name: 'Old copy' })).rejects.toMatchObject({ code: 'stale' })
})

test('two views of one person cannot have one name', async () => {
  const wei = await person('specialist')
  await viewOf(wei, 'Twice')
  await expect(viewOf(wei, 'Twice')).rejects.toMatchObject({ code: 'people/view-name-taken' })
  const other = await viewOf(wei, 'Once')
  await expect(changeView(wei, { viewId: other, version: 1, name: 'Twice' })).rejects.toMatchObject({ code: 'people/view-name-taken' })
})

test('a manager says what a role sees first; keeping the view to oneself takes it back', async () => {
  const [boss, clerk] = [await person('manager'), await person('credit')]
  const own = await viewOf(boss, 'Not open')
  await expect(setRoleView(boss, { viewId: own, roles: ['credit'] })).rejects.toMatchObject({ code: 'people/view-not-shared' })
  const id = await viewOf(boss, 'For credit', true)
  await expect(setRoleView(clerk, { viewId: id, roles: ['credit'] })).rejects.toMatchObject({ code: 'not-allowed' })
  await setRoleView(boss, { viewId: id, roles: ['credit'] })
  expect(await findRoleView(clerk, 'deductions')).toMatchObject({ id, query: 'tab=all' })
  await changeView(boss, { viewId: id, version: 1, isShared: false })
  expect(await findRoleView(clerk, 'deductions')).toBeNull()
})

test('a subscriber gets the rows of the own customers in the own language, once a day, and nothing when there are none', async () => {
  const [boss, qin, idle] = [await person('manager'), await person('account-manager'), await person('account-manager')]
  const mine = await insertCustomer(database, 'V1')
  const other = await insertCustomer(database, 'V2')
  const empty = await insertCustomer(database, 'V3')
  await insertDeduction(database, mine, 'SEEN-1')
  await insertDeduction(database, other, 'HIDDEN-1')
  const admin = await person('admin')
  await assignCustomers(admin, { userId: qin.userId, customerIds: [mine] })
  await assignCustomers(admin, { userId: idle.userId, customerIds: [empty] })
  await database.query(`update app_user set locale = 'zh-CN' where id = $1`, [qin.userId])
  const id = await viewOf(boss, 'Everything', true)
  await subscribeView(await refreshed(qin.userId), { viewId: id, rhythm: 'daily' })
  await subscribeView(await refreshed(idle.userId), { viewId: id, rhythm: 'weekly' })
  await watchViewMails()
  await watchViewMails()
  const mails = await mailsTo(qin.name)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.subject).toBe('Everything：1 条')
  expect(mails[0]?.html_body).toContain('SEEN-1')
  expect(mails[0]?.html_body).toContain('US$100.00')
  expect(mails[0]?.html_body).not.toContain('HIDDEN-1')
  expect(await mailsTo(idle.name)).toEqual([])
})

test('a mail of a view is put out once, whoever tries, and by the system alone', async () => {
  const wei = await person('specialist')
  const id = await viewOf(wei, 'Once a day')
  await subscribeView(wei, { viewId: id, rhythm: 'daily' })
  const [subscription] = await database.query<{ id: string }>('select id from view_subscription where view_id = $1', [id])
  const input = { subscriptionId: subscription?.id ?? '', today: '2026-11-28', mail: null }
  await expect(sendViewMail(wei, input)).rejects.toMatchObject({ code: 'not-allowed' })
  const system = { kind: 'job', name: 'test', roles: [], customerIds: 'all' } as const
  await sendViewMail(system, input)
  await expect(sendViewMail(system, input)).rejects.toMatchObject({ code: 'not-found' })
})

test('a removed view takes its mails with it, and its history stays in the audit', async () => {
  const wei = await person('specialist')
  const id = await viewOf(wei, 'Short-lived', true)
  await subscribeView(wei, { viewId: id, rhythm: 'weekly' })
  await removeView(wei, { viewId: id })
  expect((await findViews(wei, 'deductions')).map((view) => view.id)).not.toContain(id)
  const events = await database.query<{ event: string }>(
    `select event from audit_entry where table_name = 'saved_view' and row_id = $1 order by id`,
    [id],
  )
  expect(events.map((entry) => entry.event)).toEqual(['view.added', 'view.removed'])
})

import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { TrackerFilter } from '@/features/deductions/schemas'
import { findAuditEntries } from '@/features/reports/queries/find-audit-entries'
import { findAllJobs, findOwnJobs } from '@/features/reports/queries/find-jobs'
import { findMail } from '@/features/reports/queries/find-mail'
import { findOwnCustomers } from '@/features/reports/queries/find-own-customers'
import { findOwnQueue } from '@/features/reports/queries/find-own-queue'
import { findShellCounts } from '@/features/reports/queries/find-shell-counts'
import { findTrackerFigure } from '@/features/reports/queries/find-tracker-figure'
import { findWeekDeadlines } from '@/features/reports/queries/find-week-deadlines'
import { AuditFilter } from '@/features/reports/schemas'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const own = await insertCustomer(database, 'HARBOR')
const foreign = await insertCustomer(database, 'OAK', 'CAD')
const soon = await insertDeduction(database, own, 'HP-1', 50_000n)
const late = await insertDeduction(database, own, 'HP-2', 60_000n)
const other = await insertDeduction(database, foreign, 'OG-1', 90_000n)
const ownerId = await insertUser(database, 'wei@example.test', ['specialist'])
await nameTestActor(database)
await database.query(`update deduction set owner_id = $1, deadline_on = current_date + 2 where id in ($2, $3)`, [ownerId, soon, other])
await database.query(`update deduction set owner_id = $1, deadline_on = current_date + 40 where id = $2`, [ownerId, late])

async function specialist(): Promise<Actor> {
  const person = await findPerson(ownerId)
  if (!person) throw new Error('person is gone')
  return actorOf(person)
}
const manager = buildActor(['account-manager'], [own])

test('the queue puts the larger, later claim behind the one that is due in two days', async () => {
  const queue = await findOwnQueue(await specialist())
  expect(queue.map((row) => row.claimNumber)).toEqual(['OG-1', 'HP-1', 'HP-2'])
})

test('a figure opens rows that add up to it', async () => {
  const actor = await specialist()
  for (const params of [{ tab: 'due' }, { tab: 'mine' }, { state: 'new,collecting' }, { due: '2026-01-01' }]) {
    const figure = await findTrackerFigure(actor, params)
    const address = Object.fromEntries(new URL(figure.href, 'http://localhost').searchParams)
    const page = await findDeductions(actor, TrackerFilter.parse(address))
    expect([figure.count, figure.totals]).toEqual([page.count, page.totals])
  }
})

test('deadlines of the week add up to the tab of the tracker', async () => {
  const actor = await specialist()
  const days = await findWeekDeadlines(actor)
  const due = await findTrackerFigure(actor, { tab: 'due' })
  expect(days.reduce((sum, day) => sum + day.count, 0)).toBe(due.count)
  expect(days.filter((day) => day.count > 0).map((day) => day.atRisk)).toEqual([
    [
      { minor: 90_000n, currency: 'CAD' },
      { minor: 50_000n, currency: 'USD' },
    ],
  ])
})

test('an account manager sees nothing of other customers on the home page and in the rail', async () => {
  expect((await findOwnCustomers(manager)).map((customer) => [customer.code, customer.openCount])).toEqual([['HARBOR', 2]])
  expect((await findWeekDeadlines(manager)).reduce((sum, day) => sum + day.count, 0)).toBe(1)
  expect((await findTrackerFigure(manager, { tab: 'all' })).totals.map((total) => total.currency)).toEqual(['USD'])
  expect((await findShellCounts(manager))['deductions']).toEqual({ count: 2 })
  expect((await findShellCounts(buildActor(['account-manager'], [])))['deductions']).toEqual({ count: 0 })
})

test('mail, audit trail and the work of others are for administrators only', async () => {
  const filter = AuditFilter.parse({ table: 'deduction' })
  await expect(findMail(manager)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(findAllJobs(manager)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(findAuditEntries(manager, filter)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await findOwnJobs(manager)).toEqual([])
  const { rows } = await findAuditEntries(buildActor(['admin']), filter)
  expect(new Set(rows.map((row) => row.tableName))).toEqual(new Set(['deduction']))
  expect(await findMail(buildActor(['admin']))).toEqual([])
  expect(await findAllJobs(buildActor(['admin']))).toEqual([])
})

test('the audit trail is searched by event, in both spellings, and by what jobs are called', async () => {
  const admin = buildActor(['admin'])
  const count = async (asked: object, word?: string) => (await findAuditEntries(admin, AuditFilter.parse(asked), word)).rows.length
  const all = await count({})
  expect(all).toBeGreaterThan(0)
  expect([await count({ event: 'test.prepared' }), await count({ event: 'test-prepared' })]).toEqual([all, all])
  expect(await count({ event: 'test' })).toBe(0)
  expect([await count({ actor: 'the sys' }, 'The system'), await count({ actor: 'the sys' })]).toEqual([all, 0])
})

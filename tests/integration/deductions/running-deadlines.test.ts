import { specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { EXPORT_CELLS } from '@/features/deductions/exports/export-cells'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findTrackerFacets } from '@/features/deductions/queries/find-tracker-facets'
import { findTrackerGroups } from '@/features/deductions/queries/find-tracker-groups'
import { findTrackerTabs } from '@/features/deductions/queries/find-tracker-tabs'
import { TrackerFilter } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const robot = systemActor('deadlines')
const today = companyToday()

// Each ended yesterday and each ends in five days: to file, filed, closed, owed, owed by a person's word, not owed by a person's word.
const KINDS = [
  ['FILE', 'new', 'invalid', null],
  ['FILED', 'submitted', 'invalid', null],
  ['CLOSED', 'new', 'invalid', null],
  ['OWED', 'new', 'valid', null],
  ['AGREED', 'ready', 'invalid', 'valid'],
  ['OBJECTED', 'collecting', 'valid', 'invalid'],
] as const

beforeAll(async () => {
  await nameTestActor(database)
  const customer = await insertCustomer(database, 'HARBOR')
  for (const [name, state, verdict, decided] of KINDS)
    for (const [when, days] of [
      ['LATE', -1],
      ['SOON', 5],
    ] as const) {
      const id = await insertDeduction(database, customer, `${name}-${when}`)
      await database.query(
        `update deduction set state = $2, verdict = $3, decided_verdict = $4, deadline_on = $5, recoverable_minor = amount_minor where id = $1`,
        [id, state, verdict, decided, addDays(today, days)],
      )
      if (name === 'CLOSED') await resolveDeduction(specialist, { id, version: 1, kind: 'repaid' })
    }
})

const claims = async (params: object) =>
  (await findDeductions(robot, TrackerFilter.parse({ tab: 'all', ...params }))).rows.map((row) => row.claimNumber).sort()

test('days are left only where somebody can still file; the day itself stands for all, in the list and in exports', async () => {
  const { rows } = await findDeductions(robot, TrackerFilter.parse({ tab: 'all' }))
  expect(rows.filter((row) => row.daysLeft !== null).map((row) => `${row.claimNumber} ${row.daysLeft}`)).toEqual([
    'FILE-LATE -1',
    'OBJECTED-LATE -1',
    'FILE-SOON 5',
    'OBJECTED-SOON 5',
  ])
  expect(rows.map((row) => row.deadlineOn)).toEqual([...Array(6).fill(addDays(today, -1)), ...Array(6).fill(addDays(today, 5))])
  const cells = rows.map((row) => EXPORT_CELLS['deadline']?.({ row, priority: undefined, t: (key) => key, locale: 'en' }).text)
  expect(cells).toEqual(rows.map((row) => row.deadlineOn))
})

test('overdue and within 7 days mean the same in the filter, its counts and the tab', async () => {
  expect(await claims({ deadline: 'overdue' })).toEqual(['FILE-LATE', 'OBJECTED-LATE'])
  expect(await claims({ deadline: 'week' })).toEqual(['FILE-SOON', 'OBJECTED-SOON'])
  expect(await claims({ tab: 'due' })).toEqual(['FILE-SOON', 'OBJECTED-SOON'])
  // Read in one go with the rest, and each for itself.
  for (const params of [{ tab: 'all' }, { tab: 'all', min: '1' }]) {
    const facets = await findTrackerFacets(robot, TrackerFilter.parse(params))
    const values = facets.find(({ facet }) => facet === 'deadline')?.values.map(({ key, count }) => [key, count])
    expect(values).toEqual([
      ['overdue', 2],
      ['week', 2],
      ['month', 2],
    ])
  }
  const tabs = await findTrackerTabs(robot, TrackerFilter.parse({ deadline: 'week' }))
  expect(Object.fromEntries(tabs.map(({ tab, count }) => [tab, count]))).toMatchObject({
    all: 2,
    open: 2,
    due: 2,
    submitted: 0,
    resolved: 0,
  })
})

test('a condition on the deadline asks for the day that is shown', async () => {
  const where = JSON.stringify({ all: [['deadline', 'next', '7']] })
  expect(await claims({ where })).toEqual(KINDS.map(([name]) => `${name}-SOON`).sort())
})

test('the next deadline of a group is one that can still be kept or was missed, not one of what is filed', async () => {
  const nextOf = async (by: 'state' | 'verdict') =>
    Object.fromEntries(
      (await findTrackerGroups(robot, TrackerFilter.parse({ tab: 'all' }), by)).map(({ key, nextDeadline }) => [key, nextDeadline]),
    )
  const yesterday = addDays(today, -1)
  expect(await nextOf('state')).toEqual({ new: yesterday, collecting: yesterday, ready: null, submitted: null, closed: null })
  expect(await nextOf('verdict')).toEqual({ invalid: yesterday, valid: null })
})

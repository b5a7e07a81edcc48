import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findPriorities } from '@/features/deductions/queries/find-priorities'
import { TrackerFilter } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'
import { insertAnswered } from './answered-disputes'

const database = await useTestDatabase()
const robot = systemActor('priority')
const today = companyToday()
let harbor = ''
let kestrel = ''

type Claim = { amount: bigint; days: number | null; category?: string; isComplete?: boolean; state?: string }

async function open(customer: string, claim: string, { amount, days, category = 'shortage', isComplete = true, state = 'new' }: Claim) {
  const id = await insertDeduction(database, customer, claim, amount)
  await database.query(
    `update deduction set category = $2, verdict = 'invalid', recoverable_minor = amount_minor, deadline_on = $3, evidence_need = 2,
       evidence_have = $4, state = $5 where id = $1`,
    [id, category, days === null ? null : addDays(today, days), isComplete ? 2 : 1, state],
  )
  return id
}
const priorityOf = async (id: string) => (await findPriorities([id], today)).get(id)

beforeAll(async () => {
  await nameTestActor(database)
  harbor = await insertCustomer(database, 'HARBOR')
  kestrel = await insertCustomer(database, 'KESTREL', 'CNY')
})

test('without any answered dispute a claim counts as won half of the time', async () => {
  const id = await open(harbor, 'A1', { amount: 100_000n, days: 90 })
  expect(await priorityOf(id)).toMatchObject({
    stake: { minor: 100_000n },
    ratePpm: 500_000,
    cases: 0,
    urgency: 'later',
    urgencyPpm: 1_000_000,
    effortMinutes: 15,
    effort: { minor: 1_125n },
    rank: { minor: 48_875n, currency: 'USD' },
  })
})

test('few own cases draw the rate towards themselves, and more of them further', async () => {
  const id = await open(harbor, 'A2', { amount: 100_000n, days: 90 })
  for (const claim of ['W1', 'W2', 'W3'])
    await insertAnswered(database, harbor, claim, { category: 'shortage', isComplete: true, wonMinor: 500n, lostMinor: 0n })
  await insertAnswered(database, harbor, 'L1', { category: 'shortage', isComplete: false, wonMinor: 0n, lostMinor: 500n })
  // Everything: (3 + 1) / (4 + 2) = 2/3; category (3 + 20/3) / 14; customer (3 + 10 × 29/42) / 14; own (3 + 10 × that) / 13.
  const everything = 4 / 6
  const category = (3 + 10 * everything) / 14
  const customer = (3 + 10 * category) / 14
  expect(await priorityOf(id)).toMatchObject({ cases: 3, ratePpm: Math.round((1_000_000 * (3 + 10 * customer)) / 13) })
  const incomplete = await open(harbor, 'A3', { amount: 100_000n, days: 90, isComplete: false })
  expect(await priorityOf(incomplete)).toMatchObject({
    cases: 1,
    effortMinutes: 35,
    ratePpm: Math.round((1_000_000 * (10 * customer)) / 11),
  })
  const elsewhere = await open(kestrel, 'K1', { amount: 100_000n, days: 90 })
  expect(await priorityOf(elsewhere)).toMatchObject({ cases: 0, ratePpm: Math.round(1_000_000 * category) })
})

test('a near deadline weighs more, one that is over weighs little', async () => {
  const urgencies = []
  for (const days of [-1, 0, 3, 4, 7, 14, 30, 31, null]) {
    const id = await open(harbor, `U${String(days)}`, { amount: 100_000n, days })
    urgencies.push((await priorityOf(id))?.urgencyPpm)
  }
  expect(urgencies.map((ppm) => (ppm ?? 0) / 1_000_000)).toEqual([0.25, 3, 3, 2, 2, 1.5, 1.2, 1, 1])
})

test('what lies with the customer has nothing to do', async () => {
  const id = await open(harbor, 'S1', { amount: 900_000n, days: 1, state: 'submitted' })
  expect(await priorityOf(id)).toMatchObject({ stake: { minor: 0n }, rank: { minor: 0n } })
})

test('the tracker stands in the order of what is worth doing, across currencies and pages', async () => {
  const filter = { sort: 'priority', direction: 'desc', tab: 'all', limit: '6' } as const
  const first = await findDeductions(robot, TrackerFilter.parse(filter))
  const second = await findDeductions(robot, TrackerFilter.parse({ ...filter, after: first.nextAfter ?? '' }))
  const claims = [...first.rows, ...second.rows].map((row) => row.claimNumber)
  expect(new Set(claims).size).toBe(12)
  const rankOf = (claim: string) => claims.indexOf(claim)
  expect(rankOf('U3')).toBeLessThan(rankOf('U7'))
  expect(rankOf('U7')).toBeLessThan(rankOf('A1'))
  // As many minor units pay for fewer hours in yuan than in dollars.
  expect(rankOf('K1')).toBeGreaterThan(rankOf('A3'))
  const ranks = [...first.rows, ...second.rows].filter((row) => row.amount.currency === 'USD')
  const values = ranks.map((row) => [...first.priorities, ...second.priorities].find(([id]) => id === row.id)?.[1].rank.minor ?? 0n)
  expect(values).toEqual([...values].sort((a, b) => (a > b ? -1 : 1)))
  // As points they stand in one order, whatever the currency.
  const points = [...first.rows, ...second.rows].map((row) => (first.priorities.get(row.id) ?? second.priorities.get(row.id))?.points ?? 0)
  expect(points).toEqual([...points].sort((a, b) => b - a))
  expect(first.priorities.get(first.rows[0]?.id ?? '')).toMatchObject({ hour: { minor: 4_500n, currency: 'USD' } })
})

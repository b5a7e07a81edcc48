import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findTrackerFacets } from '@/features/deductions/queries/find-tracker-facets'
import { TRACKER_FACETS, type TrackerFacet } from '@/features/deductions/rules/tracker-facets'
import { TrackerFilter } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const robot = systemActor('facets')
let kestrel = ''
let user = ''

async function facet(which: TrackerFacet, params: object, actor: Actor = robot) {
  const facets = await findTrackerFacets(actor, TrackerFilter.parse(params))
  return Object.fromEntries((facets.find((one) => one.facet === which)?.values ?? []).map(({ key, count }) => [key, count]))
}

beforeAll(async () => {
  await nameTestActor(database)
  const harbor = await insertCustomer(database, 'HARBOR')
  kestrel = await insertCustomer(database, 'KESTREL')
  user = await insertUser(database, 'wei@facets.test', ['specialist'])
  for (let at = 0; at < 6; at += 1) await insertDeduction(database, at < 4 ? harbor : kestrel, `F${at}`, 1_000n * BigInt(at + 1))
  await database.query(`update deduction set category = 'price', evidence_need = 2, owner_id = $1 where claim_number in ('F0', 'F4')`, [
    user,
  ])
  await database.query(`update deduction set deadline_on = $1::date where claim_number in ('F0', 'F1')`, [addDays(companyToday(), 3)])
})

test('a facet counts its values under the rest of the filter, not under itself', async () => {
  expect(await facet('customer', { customer: 'HARBOR', category: 'price' })).toEqual({ HARBOR: 1, KESTREL: 1 })
  expect(await facet('category', { customer: 'HARBOR', category: 'price' })).toEqual({ unclear: 3, price: 1 })
  expect(await facet('owner', { customer: 'HARBOR' })).toEqual({ none: 3, [user]: 1 })
  expect(await facet('evidence', { evidence: 'ready' })).toEqual({ ready: 4, missing: 2 })
  expect(await facet('deadline', { deadline: 'week' })).toEqual({ week: 2, month: 2, none: 4 })
})

test.each([
  {},
  { category: 'price,unclear' },
  { min: '2000' },
  { where: '{"any":[["amount","over","30"],["owner","filled"]]}' },
  { q: 'F', owner: 'none' },
])('what a value counts is what choosing it shows: %j', async (params) => {
  const filter = TrackerFilter.parse(params)
  const facets = await findTrackerFacets(robot, filter)
  expect(facets.map((one) => one.facet)).toEqual([...TRACKER_FACETS])
  for (const { facet: name, values } of facets)
    for (const { key, count } of values) {
      const isList = Array.isArray(filter[name])
      expect(`${name} ${key} ${(await findDeductions(robot, { ...filter, [name]: isList ? [key] : key })).count}`).toBe(
        `${name} ${key} ${count}`,
      )
    }
})

test('an account manager sees values and counts of their own customers only', async () => {
  const manager = buildActor(['account-manager'], [kestrel])
  for (const params of [{}, { min: '0' }]) {
    expect(await facet('customer', params, manager)).toEqual({ KESTREL: 2 })
    expect(await facet('category', { ...params, customer: 'HARBOR' }, manager)).toEqual({})
    expect(await facet('state', params, manager)).toEqual({ new: 2 })
    expect(await facet('deadline', params, manager)).toEqual({ none: 2 })
  }
})

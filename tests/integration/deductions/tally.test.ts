import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { foldTally } from '@/features/deductions/jobs/fold-tally'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findTrackerTabs } from '@/features/deductions/queries/find-tracker-tabs'
import { countExactly, countTracker } from '@/features/deductions/queries/tracker-counts'
import { TrackerFilter } from '@/features/deductions/schemas'
import { checkInvariants } from '@/features/reports/queries/check-invariants'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'
import { insertAnswered } from './answered-disputes'

const database = await useTestDatabase()
const robot = systemActor('tally')
let harbor = ''
let kestrel = ''

async function faults() {
  const checked = await checkInvariants()
  return checked.filter((one) => one.id.startsWith('tally-') || one.id.startsWith('win-counts-')).flatMap((one) => one.examples)
}

beforeAll(async () => {
  await nameTestActor(database)
  harbor = await insertCustomer(database, 'HARBOR')
  kestrel = await insertCustomer(database, 'KESTREL', 'CNY')
})

test('what is counted follows every change of deductions, and folding it changes nothing', async () => {
  for (let at = 0; at < 6; at += 1) await insertDeduction(database, at % 2 === 0 ? harbor : kestrel, `T${at}`, 1_000n + BigInt(at))
  await database.query(
    `update deduction set category = 'price', verdict = 'invalid', recoverable_minor = amount_minor where claim_number in ('T0', 'T1')`,
  )
  await database.query(`insert into resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on)
      select id, customer_id, 'repaid', amount_minor, currency, current_date from deduction where claim_number = 'T2';
    update deduction set open_minor = 0, state = 'closed' where claim_number = 'T2'`)
  await database.query(`delete from deduction where claim_number = 'T5'`)
  expect(await faults()).toEqual([])
  const before = await findTrackerTabs(robot, TrackerFilter.parse({}))
  expect(before.map(({ tab, count }) => [tab, count])).toEqual([
    ['open', 4],
    ['mine', 0],
    ['due', 0],
    ['waiting', 0],
    ['submitted', 0],
    ['resolved', 1],
    ['all', 5],
  ])
  await database.query('select deduction_tally_fold()')
  await foldTally()
  expect(await findTrackerTabs(robot, TrackerFilter.parse({}))).toEqual(before)
  expect(await faults()).toEqual([])
})

test('the tally counts what reading the rows counts, for every filter that it knows', async () => {
  const today = companyToday()
  for (const filter of [
    {},
    { customer: 'HARBOR' },
    { category: 'price' },
    { state: 'new' },
    { verdict: 'invalid,undecided' },
    { owner: 'none' },
    { evidence: 'ready' },
    { currency: 'CNY' },
    { tab: 'open' },
    { tab: 'resolved' },
  ]) {
    const known = await countTracker(robot, TrackerFilter.parse(filter), today)
    // An amount is what the tally does not know: then the rows are read.
    expect(await countTracker(robot, TrackerFilter.parse({ ...filter, min: '0' }), today)).toEqual(known)
    expect(await countExactly(robot, TrackerFilter.parse({ ...filter, min: '0' }), today)).toEqual(known)
  }
})

test('an account manager counts only what customers of theirs took', async () => {
  const manager = buildActor(['account-manager'], [kestrel])
  const tabs = await findTrackerTabs(manager, TrackerFilter.parse({}))
  expect(tabs.find(({ tab }) => tab === 'all')).toMatchObject({ count: 2, totals: [{ currency: 'CNY', count: 2 }] })
  expect((await findDeductions(manager, TrackerFilter.parse({}))).count).toBe(2)
})

test('win rates follow answers, packages, categories and lists of required papers', async () => {
  const id = await insertAnswered(database, harbor, 'W1', { category: 'shortage', isComplete: false, wonMinor: 500n, lostMinor: 0n })
  expect(await faults()).toEqual([])
  await database.query(`update deduction set category = 'damage', evidence_have = 3 where id = $1`, [id])
  expect(await faults()).toEqual([])
  await database.query(`update dispute set outcome = 'partly', won_minor = 100, lost_minor = 400 where deduction_id = $1`, [id])
  await database.query(
    `insert into evidence_requirement (customer_id, category, evidence, level, sort_order) values ($1, 'damage', 'pod', 'required', 1)`,
    [harbor],
  )
  expect(await faults()).toEqual([])
  expect(await database.query('select category, is_complete, cases, won_ppb::text from win_count')).toEqual([
    { category: 'damage', is_complete: true, cases: 1, won_ppb: '200000000' },
  ])
})

test('two answers of one customer that come at the same time are both counted', async () => {
  const ids = [await insertDeduction(database, harbor, 'P1', 500n), await insertDeduction(database, harbor, 'P2', 500n)]
  const answer = (
    id: string,
  ) => `insert into dispute (deduction_id, customer_id, amount_minor, currency, state, submitted_on, answered_on, outcome, won_minor)
    values ('${id}', '${harbor}', 500, 'USD', 'answered', current_date - 20, current_date - 5, 'won', 500)`
  const { Client } = (await import('pg')).default
  const clients = ids.map(() => new Client({ connectionString: database.url }))
  for (const client of clients) {
    await client.connect()
    await client.query(
      `begin; select set_config('recoup.actor', '{"kind":"job","id":"t","name":"t"}', true), set_config('recoup.operation', gen_random_uuid()::text, true), set_config('recoup.event', 't', true)`,
    )
  }
  await clients[0]?.query(answer(ids[0] ?? ''))
  const second = clients[1]?.query(answer(ids[1] ?? ''))
  await clients[0]?.query('commit')
  await second
  await clients[1]?.query('commit')
  for (const client of clients) await client.end()
  expect(await faults()).toEqual([])
  expect(await database.query(`select cases from win_count where category = 'unclear'`)).toEqual([{ cases: 2 }])
})

import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { TrackerFilter } from '@/features/deductions/schemas'
import { findDecidedDisputes } from '@/features/reports/queries/find-decided-disputes'
import { findMovements } from '@/features/reports/queries/find-movements'
import { findNewLeakage } from '@/features/reports/queries/find-new-leakage'
import { findRollForward } from '@/features/reports/queries/find-roll-forward'
import { parseReportWeek, type ReportWeek, shiftWeek } from '@/features/reports/rules/report-week'
import { rollForwardGap } from '@/features/reports/rules/roll-forward'
import type { MovementKind } from '@/features/reports/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const week = parseReportWeek('2026-W10') as ReportWeek
let harbor = ''

async function deduct(customerId: string, claim: string, amount: number, takenOn: string, cause: string | null = null): Promise<string> {
  const id = await insertDeduction(database, customerId, claim, BigInt(amount))
  await database.query("update deduction set taken_on = $2, root_cause = $3, category = 'price' where id = $1", [id, takenOn, cause])
  return id
}

async function resolve(id: string, kind: string, amount: number, on: string, reverses: string | null = null): Promise<string> {
  await nameTestActor(database)
  const [row] = await database.query<{ id: string }>(
    `with booked as (
       insert into resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reverses_id)
       select id, customer_id, $2, $3, currency, $4, $5 from deduction where id = $1 returning id
     ), left_open as (
       update deduction set open_minor = open_minor - $3, state = case when open_minor = $3 then 'closed' when state = 'closed' then 'new' else state end where id = $1
     ) select id from booked`,
    [id, kind, amount, on, reverses],
  )
  return row?.id ?? ''
}

// Week 10 runs from 2 to 8 March 2026.
beforeAll(async () => {
  harbor = await insertCustomer(database, 'HARBOR')
  const tern = await insertCustomer(database, 'TERN', 'CAD')
  const old = await deduct(harbor, 'A', 10_000, '2026-02-20', 'pick-error')
  const partly = await deduct(harbor, 'B', 30_000, '2026-02-27', 'pick-error')
  const fresh = await deduct(harbor, 'C', 5_001, '2026-03-02', 'case-counted-as-each')
  await deduct(harbor, 'D', 7_777, '2026-03-08')
  await deduct(harbor, 'E', 900, '2026-03-09', 'pick-error')
  await deduct(tern, 'F', 4_000, '2026-03-04', 'pick-error')
  await resolve(old, 'repaid', 10_000, '2026-03-03')
  await resolve(partly, 'accepted', 12_000, '2026-03-05')
  const written = await resolve(partly, 'written-off', 1_000, '2026-03-06')
  await resolve(partly, 'written-off', -1_000, '2026-03-07', written)
  await resolve(partly, 'repaid', 500, '2026-03-10')
  await resolve(fresh, 'expired', 5_001, '2026-03-08')
})

test('the week adds up to the cent per currency, and currencies stay apart', async () => {
  const rolls = await findRollForward(specialist, week)
  expect(rolls).toEqual([
    {
      currency: 'USD',
      openBefore: { minor: 40_000n, count: 2 },
      taken: { minor: 12_778n, count: 2 },
      recovered: { minor: 10_000n, count: 1 },
      accepted: { minor: 12_000n, count: 1 },
      expired: { minor: 5_001n, count: 1 },
      openAfter: { minor: 25_777n, count: 2 },
    },
    expect.objectContaining({ currency: 'CAD', taken: { minor: 4_000n, count: 1 }, openAfter: { minor: 4_000n, count: 1 } }),
  ])
  expect(rolls.map(rollForwardGap)).toEqual([0n, 0n])
})

test('one week closes where the next one opens, and the last one closes at what is open today', async () => {
  for (let at = shiftWeek(week, -3), next = shiftWeek(at, 1); at.from <= '2026-03-16'; at = next, next = shiftWeek(at, 1)) {
    const [closing, opening] = await Promise.all([findRollForward(specialist, at), findRollForward(specialist, next)])
    expect(closing.map(rollForwardGap).every((gap) => gap === 0n)).toBe(true)
    for (const roll of closing) expect(opening.find((one) => one.currency === roll.currency)?.openBefore).toEqual(roll.openAfter)
  }
  const open = await database.query<{ currency: string; minor: string }>(
    'select currency, sum(open_minor)::text as minor from deduction group by currency',
  )
  const last = await findRollForward(specialist, shiftWeek(week, 4))
  expect(new Map(last.map((roll) => [roll.currency, roll.openAfter.minor.toString()]))).toEqual(
    new Map(open.map((row) => [row.currency, row.minor])),
  )
})

test('every figure opens rows of the same total', async () => {
  const [roll] = await findRollForward(specialist, week)
  const totalOf = async (kind: MovementKind) => (await findMovements(specialist, kind, week, 'USD')).total.minor
  expect(await totalOf('open-before')).toBe(roll?.openBefore.minor)
  expect(await totalOf('recovered')).toBe(roll?.recovered.minor)
  expect(await totalOf('accepted')).toBe(roll?.accepted.minor)
  expect(await totalOf('expired')).toBe(roll?.expired.minor)
  expect(await totalOf('open-after')).toBe(roll?.openAfter.minor)
})

test('new leakage is the same by cause, customer and reason, and the tracker shows the same total', async () => {
  const [roll] = await findRollForward(specialist, week)
  const leakage = await findNewLeakage(specialist, week, 'USD')
  for (const rows of Object.values(leakage)) {
    expect(rows.reduce((sum, row) => sum + row.minor, 0n)).toBe(roll?.taken.minor)
    expect(rows.map((row) => row.minor)).toEqual(rows.map((row) => row.minor).sort((a, b) => Number(b - a)))
  }
  expect(leakage.byCause.map((row) => [row.key, row.minor])).toEqual([
    [null, 7_777n],
    ['case-counted-as-each', 5_001n],
  ])
  for (const row of leakage.byCause) {
    const filter = TrackerFilter.parse({ from: week.from, to: week.to, currency: 'USD', cause: row.key ?? 'none' })
    const tracker = await findDeductions(specialist, filter)
    expect(tracker.totals.map((total) => total.amount.minor)).toEqual([row.minor])
  }
})

test('a deduction without its day counts on the day we learned of it, in the report and in the tracker', async () => {
  const id = await deduct(harbor, 'H', 333, '2026-05-01')
  await database.query("update deduction set taken_on = null, created_at = '2026-05-06T10:00:00Z' where id = $1", [id])
  const may = parseReportWeek('2026-W19') as ReportWeek
  const [roll] = await findRollForward(specialist, may)
  expect(roll?.taken).toEqual({ minor: 333n, count: 1 })
  const tracker = await findDeductions(specialist, TrackerFilter.parse({ from: may.from, to: may.to, currency: 'USD' }))
  expect(tracker.totals.map((total) => total.amount.minor)).toEqual([333n])
})

test('decided disputes count per week, and what was approved waits until it is paid', async () => {
  const id = await deduct(harbor, 'G', 2_000, '2026-02-10')
  await nameTestActor(database)
  await database.query(
    `insert into dispute (deduction_id, customer_id, amount_minor, currency, state, outcome, answered_on, won_minor) values ($1, $2, 2000, 'USD', 'answered', 'won', '2026-03-04', 1500)`,
    [id, harbor],
  )
  const weeks = await findDecidedDisputes(specialist, week, 12)
  expect(weeks).toHaveLength(12)
  expect(weeks.at(-1)).toMatchObject({ won: 1, lost: 0 })
  expect((await findMovements(specialist, 'approved', week, 'USD')).rows).toMatchObject([
    { claim_number: 'G', minor: 1_500n, on: '2026-03-04' },
  ])
  await resolve(id, 'repaid', 2_000, '2026-03-11')
  expect((await findMovements(specialist, 'approved', shiftWeek(week, 1), 'USD')).total).toEqual({ minor: 0n, count: 0 })
})

test('an account manager reads the report of assigned customers only', async () => {
  const manager = buildActor(['account-manager'], [harbor])
  expect((await findRollForward(manager, week)).map((roll) => roll.currency)).toEqual(['USD'])
  expect(await findRollForward(buildActor(['account-manager'], []), week)).toEqual([])
})

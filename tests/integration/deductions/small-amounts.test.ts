import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { asCalendarDate } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { acceptSmallAmounts } from '@/features/deductions/commands/accept-small-amounts'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { setSmallAmount } from '@/features/deductions/commands/set-small-amount'
import { takeBackResolution } from '@/features/deductions/commands/take-back-resolution'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findSmallAmounts } from '@/features/deductions/queries/find-small-amounts'
import { findStepsTaken } from '@/features/deductions/queries/find-steps-taken'
import { findMovements } from '@/features/reports/queries/find-movements'
import { findRollForward } from '@/features/reports/queries/find-roll-forward'
import { weekOf } from '@/features/reports/rules/report-week'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const admin: Actor = { ...buildActor(['admin']), userId: asId(await insertUser(database, 'avery@test', ['admin'])) }
const specialist: Actor = { ...buildActor(['specialist']), userId: asId(await insertUser(database, 'wei@test', ['specialist'])) }
const system = systemActor('triage')
const today = companyToday()
let count = 0
let customer = ''

beforeEach(async () => {
  count += 1
  customer = await insertCustomer(database, `SMALL-${count}`)
})

const judged = async (name: string, amountMinor: bigint, taken = today) => {
  const id = await insertDeduction(database, customer, `${name}-${count}`, amountMinor)
  await nameTestActor(database)
  await database.query(
    `update deduction set facts_hash = 'h', verdict = 'invalid', recoverable_minor = amount_minor, taken_on = $2 where id = $1`,
    [id, taken],
  )
  return id
}
const policy = (changes: { limitMinor?: string; validFrom?: string; version?: number } = {}) =>
  setSmallAmount(admin, {
    customerId: customer,
    currency: 'USD',
    validFrom: '2026-01-01',
    limitMinor: '5000',
    role: 'specialist',
    reason: 'a claim costs about 40 to work on',
    ...changes,
  })
const run = () => acceptSmallAmounts(system, {})
const stateOf = async (id: string) => {
  const row = (await findDeduction(specialist, id))?.row
  return [row?.state, row?.open.minor]
}

describe('small amounts', () => {
  test('up to the limit are accepted unseen, once, and reported with their rows', async () => {
    const [small, exact, above] = [await judged('A', 1_200n), await judged('B', 5_000n), await judged('C', 5_001n)]
    expect(await run()).toEqual({ count: 0 })
    await policy()
    expect(await run()).toEqual({ count: 2 })
    expect(await run()).toEqual({ count: 0 })
    expect([await stateOf(small), await stateOf(exact), await stateOf(above)]).toEqual([
      ['closed', 0n],
      ['closed', 0n],
      ['new', 5_001n],
    ])
    expect(await findStepsTaken(specialist, small)).toMatchObject([{ kind: 'credit-memo', state: 'requested' }])
    expect((await findDeduction(specialist, small))?.row.cause?.key).toBe('below-limit')
    const own = buildActor(['manager'], [customer])
    const reported = await findMovements(own, 'small', weekOf(today), 'USD')
    expect(reported.total).toEqual({ minor: 6_200n, count: 2 })
    expect(reported.rows.map(({ deduction_id }) => deduction_id).sort()).toEqual([small, exact].sort())
    expect((await findRollForward(own, weekOf(today)))[0]?.accepted.minor).toBe(6_200n)
    expect((await findSmallAmounts(admin)).find((row) => row.customerId === customer)?.accepted).toEqual({
      count: 2,
      amount: { minor: 6_200n, currency: 'USD' },
    })
  })

  test('are never taken from what a person has decided, asked about or disputed, nor from what came before the limit', async () => {
    await policy({ validFrom: '2026-06-01' })
    const decided = await judged('D', 100n)
    await decideDeduction(specialist, { deductions: [{ id: decided, version: 1 }], decision: 'agree' })
    const disputed = await judged('E', 100n)
    await database.query(`insert into dispute (deduction_id, customer_id, amount_minor, currency) values ($1, $2, 100, 'USD')`, [
      disputed,
      customer,
    ])
    const asked = await judged('F', 100n)
    await database.query(
      `insert into task (kind, subject_kind, subject_id, customer_id, team, title) values ('question', 'deduction', $1, $2, 'sales', 'why?')`,
      [asked, customer],
    )
    const early = await judged('G', 100n, asCalendarDate('2026-05-31'))
    expect(await run()).toEqual({ count: 0 })
    for (const id of [decided, disputed, asked, early]) expect((await stateOf(id))[1]).toBe(100n)
  })

  test('are taken back by a person and not accepted again', async () => {
    await policy()
    const id = await judged('H', 900n)
    await run()
    const before = await findDeduction(specialist, id)
    const [accepted] = before?.resolutions ?? []
    expect(accepted?.isReversible).toBe(true)
    await takeBackResolution(specialist, { id, version: before?.row.version ?? 0, resolutionId: accepted?.id ?? '', reason: 'one of many' })
    expect(await run()).toEqual({ count: 0 })
    expect(await stateOf(id)).toEqual(['new', 900n])
    expect((await findMovements(buildActor(['manager'], [customer]), 'small', weekOf(today), 'USD')).total.minor).toBe(0n)
  })
})

describe('the limit', () => {
  test('is for the admin, within what the role may give up, on what was seen, and never before its newest day', async () => {
    await expect(
      setSmallAmount(specialist, {
        customerId: customer,
        currency: 'USD',
        validFrom: today,
        limitMinor: '1',
        role: 'specialist',
        reason: 'x',
      }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(policy({ limitMinor: '250001' })).rejects.toMatchObject({ code: 'deductions/above-role-limit' })
    await policy()
    await expect(policy()).rejects.toMatchObject({ code: 'stale' })
    await expect(policy({ validFrom: '2025-12-31' })).rejects.toMatchObject({ fields: { validFrom: 'before-the-last-one' } })
    await policy({ version: 1, limitMinor: '6000' })
  })

  test('of zero ends it from its day on', async () => {
    await policy()
    await policy({ validFrom: today, limitMinor: '0' })
    const [before, after] = [await judged('I', 100n, asCalendarDate('2026-02-01')), await judged('J', 100n)]
    expect(await run()).toEqual({ count: 1 })
    expect([(await stateOf(before))[1], (await stateOf(after))[1]]).toEqual([0n, 100n])
  })
})

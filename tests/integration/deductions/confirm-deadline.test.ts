import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { asId } from '@/core/ids'
import { findWindows } from '@/features/agreements/queries/find-windows'
import { confirmDeadline } from '@/features/deductions/commands/confirm-deadline'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { stateDeadline } from '@/features/deductions/commands/state-deadline'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { findOpenIds } from '@/features/deductions/queries/find-open-ids'
import { useTestDatabase } from '../database'
import { sourceRows } from './source-rows'

const database = await useTestDatabase()
const robot = systemActor('triage')
const customer = await insertCustomer(database, 'HARBOR')
const wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
const rows = sourceRows(database, customer)
await rows.remittance('700124', '2026-05-20', [{ claim: 'S1', paid: -8_000, deducted: 8_000, ownCode: 'SHT' }])
await findDeductions(robot, {})

const add = (days: number, source: string, category = 'default') =>
  stateDeadline(wei, { customerId: customer, category, days, anchor: 'payment', source })
// What the job does that the command queues.
const judgeAgain = async () => triageDeductions(robot, await findOpenIds(customer, 'default'))
const deadline = async () => {
  await judgeAgain()
  const [row] = await database.query<{ on: string | null }>('select deadline_on::text as on from deduction')
  return row?.on
}

test('of two sources that contradict each other the strictest counts, and both stay in the register', async () => {
  await add(60, 'help page')
  expect(await deadline()).toBe('2026-07-19')
  await add(30, 'mail of the buyer')
  expect(await deadline()).toBe('2026-06-19')
  expect((await findWindows(wei)).map(({ days, state, open_count }) => [days, state, open_count])).toEqual([
    [30, 'strictest', 1],
    [60, 'looser', 1],
  ])
})

test('a confirmed window counts alone, even when it leaves more time, until that is taken back', async () => {
  const looser = (await findWindows(wei)).find((row) => row.days === 60)?.id ?? ''
  await confirmDeadline(wei, { windowId: looser, confirmedFrom: 'Vendor agreement 2026, clause 9' })
  expect(await deadline()).toBe('2026-07-19')
  expect((await findWindows(wei)).map(({ state, confirmed_from }) => [state, confirmed_from])).toEqual([
    ['set-aside', null],
    ['confirmed', 'Vendor agreement 2026, clause 9'],
  ])
  await confirmDeadline(wei, { windowId: looser, confirmedFrom: '' })
  expect(await deadline()).toBe('2026-06-19')
})

test('what a source says anew replaces what it said, and needs confirming again', async () => {
  const stricter = (await findWindows(wei)).find((row) => row.days === 30)?.id ?? ''
  await confirmDeadline(wei, { windowId: stricter, confirmedFrom: 'Mail of 3 May' })
  await add(35, 'mail of the buyer')
  expect((await findWindows(wei)).map(({ days, state }) => [days, state])).toEqual([
    [35, 'strictest'],
    [60, 'looser'],
  ])
})

test('every change asks for a new judgement, and only those who keep playbooks may make it', async () => {
  const [queued] = await database.query<{ count: number }>(
    `select count(*)::int as count from job_run where queue = 'deductions.judge-again'`,
  )
  expect(queued?.count).toBe(6)
  const windowId = (await findWindows(wei))[0]?.id ?? ''
  await expect(confirmDeadline(buildActor(['warehouse']), { windowId, confirmedFrom: 'x' })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(confirmDeadline(buildActor(['specialist'], []), { windowId, confirmedFrom: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(await findWindows(buildActor(['specialist'], []))).toEqual([])
})

import { buildActor } from '@tests/factories/people'
import { nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { clearDue } from '@/features/deductions/commands/clear-due'
import { judgeFacts } from '@/features/deductions/commands/judge-facts'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { triageDue, triageEverything } from '@/features/deductions/commands/triage-due'
import { findDue, seeNow } from '@/features/deductions/queries/find-due'
import { findValidityFacts } from '@/features/deductions/queries/find-validity-facts'
import { useTestDatabase } from '../database'
import { CHANGES } from './changed-facts'
import { applyChange, insertJudgingRows } from './judging-rows'

const database = await useTestDatabase()
const robot = systemActor('triage')
await nameTestActor(database)
await insertJudgingRows(database)
await triageDue(robot)
await triageDue(robot)

/** Deductions that judging everything would write something about. */
async function findStale(): Promise<string[]> {
  const ids = (await database.query<{ id: string }>('select id from deduction order by number')).map((row) => row.id)
  return (await findValidityFacts(ids)).flatMap((row) => (judgeFacts(row).result === null ? [] : [row.id]))
}

test('the first run judges everything, and nothing is due afterwards', async () => {
  expect(await database.query('select count(*)::int as judged from deduction where facts_hash is not null')).toEqual([{ judged: 8 }])
  expect(await findStale()).toEqual([])
  expect(await triageDue(robot)).toMatchObject({ examined: 0, changed: 0 })
})

for (const change of CHANGES)
  test(`${change.what}: what depends on it is judged as if everything were`, async () => {
    await applyChange(database, change)
    expect((await findStale()).length).toBeGreaterThan(0)
    const done = await triageDue(robot)
    expect(await findStale()).toEqual([])
    expect(done?.examined).toBeLessThanOrEqual(change.most)
    expect(await triageDeductions(robot)).toMatchObject({ changed: 0 })
    await triageDue(robot)
  })

const correct = (invoice: string, quantity: number) =>
  database.query(`update invoice_line set quantity = $2 where invoice_id = (select id from invoice where number_key = $1)`, [
    invoice,
    quantity,
  ])

test('a run that was killed leaves its notes to the next one', async () => {
  await correct('I1', 90)
  await findDue()
  await correct('I2', 84)
  expect((await triageDue(robot))?.examined).toBe(2)
  expect(await findStale()).toEqual([])
})

test('what is noted while a run judges waits for the next one', async () => {
  await correct('I1', 72)
  const { ids, seen } = await findDue()
  await correct('I2', 66)
  await triageDeductions(robot, ids)
  await clearDue(robot, { seen })
  expect((await triageDue(robot))?.examined).toBe(1)
  expect(await findStale()).toEqual([])
})

test('judging everything settles what was noted before', async () => {
  await correct('I1', 60)
  expect(await triageEverything(robot)).toMatchObject({ examined: 9, changed: 1 })
  expect(await triageDue(robot)).toMatchObject({ examined: 0 })
})

test('who does not triage clears no notes', async () => {
  await expect(clearDue(buildActor(['warehouse']), { seen: await seeNow() })).rejects.toMatchObject({ code: 'not-allowed' })
})

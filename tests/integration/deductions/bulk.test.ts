import { insertCustomer, insertUser } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import { askUndoBulk } from '@/features/deductions/commands/ask-undo-bulk'
import { runBulkChunk } from '@/features/deductions/commands/run-bulk-chunk'
import { startBulk } from '@/features/deductions/commands/start-bulk'
import { undoBulkChunk } from '@/features/deductions/commands/undo-bulk-chunk'
import { runBulkJob } from '@/features/deductions/jobs/run-bulk'
import { undoBulkJob } from '@/features/deductions/jobs/undo-bulk'
import { findBulk } from '@/features/deductions/queries/find-bulk'
import { readTrackerFilter } from '@/features/deductions/schemas'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { cancelJob } from '@/server/jobs/cancel-job'
import { stopQueue } from '@/server/jobs/queue'
import { runJob } from '@/server/jobs/run-job'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(stopQueue)
let worlds = 0
const signal = new AbortController().signal

async function personWith(role: string) {
  const person = await findPerson(await insertUser(database, `bulk-${role}-${worlds}@example.test`, [role]))
  if (!person) throw new Error('no such person')
  return actorOf(person)
}

/** A customer with so many open deductions, made in one statement, and a specialist. */
async function world(count: number) {
  worlds += 1
  const code = `B${worlds}`
  const customer = await insertCustomer(database, code)
  await database.query(
    `insert into deduction (customer_id, claim_number, claim_key, amount_minor, open_minor, currency, taken_on)
     select $1, $2 || '-' || n, $2 || n, 10000, 10000, 'USD', current_date from generate_series(1, $3) n`,
    [customer, code, count],
  )
  return { wei: await personWith('specialist'), customer, matching: readTrackerFilter({ customer: code }), count }
}

const jobOf = async (queue: string) => {
  const [row] = await database.query<{
    id: string
    state: string
    result: Record<string, number> | null
    title: { values: { href: string } }
  }>('select id::text, state, result, title from job_run where queue = $1 order by created_at desc limit 1', [queue])
  if (!row) throw new Error('no job')
  return row
}
const owned = async (customer: string, owner: string | null) => {
  const [row] = await database.query<{ count: number }>(
    'select count(*)::int as count from deduction where customer_id = $1 and owner_id is not distinct from $2',
    [customer, owner],
  )
  return row?.count
}

test('more than one command takes are changed in the background, and taken back as an act of its own', async () => {
  const { wei, customer, matching, count } = await world(1_200)
  const { id } = await startBulk(wei, { act: 'assign', ownerId: wei.userId, matching, count })
  const job = await jobOf('deductions.bulk')
  expect(job.title.values.href).toBe(`/deductions/bulk/${id}`)
  await runJob(runBulkJob, job.id, signal, true)
  expect(await jobOf('deductions.bulk')).toMatchObject({ state: 'done', result: { done: 1_200 } })
  expect(await owned(customer, wei.userId)).toBe(1_200)

  const cash = await personWith('cash')
  await database.query(`update deduction set version = version + 1, owner_id = $2 where claim_number = $1`, [`B${worlds}-7`, cash.userId])
  await askUndoBulk(wei, { bulkId: id })
  await runJob(undoBulkJob, (await jobOf('deductions.undo-bulk')).id, signal, true)
  expect(await owned(customer, null)).toBe(1_199)
  expect(await findBulk(wei, id)).toMatchObject({
    counts: { undone: 1_199, kept: 1 },
    left: [{ label: `B${worlds}-7`, reason: 'changed' }],
  })
  const events = await database.query<{ event: string }>(
    `select distinct event from audit_entry where table_name = 'deduction' and customer_id = $1 order by event`,
    [customer],
  )
  expect(events.map((entry) => entry.event)).toEqual(expect.arrayContaining(['deduction.bulk-changed', 'deduction.bulk-undone']))
  await expect(askUndoBulk(wei, { bulkId: id })).rejects.toMatchObject({ code: 'deductions/bulk-undone-already' })
})

test('what is closed, changed meanwhile or so already is left alone, with the reason', async () => {
  const { wei, customer, matching, count } = await world(4)
  await database.query(`update deduction set owner_id = $2 where customer_id = $1 and claim_number like '%-1'`, [customer, wei.userId])
  const { id } = await startBulk(wei, { act: 'assign', ownerId: wei.userId, matching, count })
  const cash = await personWith('cash')
  await database.query(`update deduction set owner_id = $2 where customer_id = $1 and claim_number like '%-2'`, [customer, cash.userId])
  await database.query(`update deduction set version = version + 1 where customer_id = $1 and claim_number like '%-3'`, [customer])
  expect(await runBulkChunk(wei, { bulkId: id })).toEqual({ examined: 4 })
  const bulk = await findBulk(wei, id)
  expect(bulk?.counts).toMatchObject({ done: 2, skipped: 2, waiting: 0 })
  expect(bulk?.left.map((row) => [row.label, row.reason])).toEqual([
    [`B${worlds}-1`, 'same'],
    [`B${worlds}-2`, 'changed'],
  ])
})

test('agreeing with many verdicts can be taken back, a judgement without a verdict is left alone', async () => {
  const { wei, customer, matching, count } = await world(3)
  await database.query(
    `update deduction set verdict = 'invalid', recoverable_minor = 10000, next_action = 'build-package' where customer_id = $1 and claim_number not like '%-3'`,
    [customer],
  )
  await database.query(
    `insert into verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, facts_hash)
     select id, 'shortage', '1', 'invalid', 10000, 900000, 'pod-proves-delivery', '[]', '[]', 'f' from deduction where customer_id = $1 and verdict = 'invalid'`,
    [customer],
  )
  const standing = () =>
    database.query(
      `select claim_number, decided_verdict, recoverable_minor::int, state, next_action from deduction where customer_id = $1 order by number`,
      [customer],
    )
  const before = await standing()
  const { id } = await startBulk(wei, { act: 'agree', ownerId: null, matching, count })
  await runBulkChunk(wei, { bulkId: id })
  expect((await findBulk(wei, id))?.counts).toMatchObject({ done: 2, skipped: 1 })
  expect(await standing()).toMatchObject([
    { decided_verdict: 'invalid', state: 'ready' },
    { decided_verdict: 'invalid' },
    { decided_verdict: null },
  ])
  await askUndoBulk(wei, { bulkId: id })
  await undoBulkChunk(wei, { bulkId: id })
  expect(await standing()).toEqual(before)
})

test('a filter that shows other rows than were seen starts nothing', async () => {
  const { wei, matching, count } = await world(3)
  await expect(startBulk(wei, { act: 'assign', ownerId: wei.userId, matching, count: count + 1 })).rejects.toMatchObject({ code: 'stale' })
  await expect(startBulk(wei, { act: 'assign', ownerId: '00000000-0000-7000-8000-00000000dead', matching, count })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

test('a cancelled change keeps what it did, and that can be taken back', async () => {
  const { wei, customer, matching, count } = await world(600)
  const { id } = await startBulk(wei, { act: 'assign', ownerId: wei.userId, matching, count })
  await runBulkChunk(wei, { bulkId: id })
  const job = await jobOf('deductions.bulk')
  await cancelJob(wei, job.id)
  await runJob(runBulkJob, job.id, signal, true)
  expect(await owned(customer, wei.userId)).toBe(500)
  await askUndoBulk(wei, { bulkId: id })
  expect(await undoBulkChunk(wei, { bulkId: id })).toEqual({ examined: 500 })
  expect(await owned(customer, null)).toBe(600)
})

test('a change of many is started by who may decide, and taken back by who started it or a manager', async () => {
  const { wei, matching, count } = await world(2)
  const cash = await personWith('cash')
  await expect(startBulk(cash, { act: 'agree', ownerId: null, matching, count })).rejects.toMatchObject({ code: 'not-allowed' })
  const { id } = await startBulk(wei, { act: 'assign', ownerId: wei.userId, matching, count })
  worlds += 1
  const mei = await personWith('specialist')
  await expect(runBulkChunk(mei, { bulkId: id })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(askUndoBulk(mei, { bulkId: id })).rejects.toMatchObject({ code: 'not-allowed' })
  await askUndoBulk(await personWith('manager'), { bulkId: id })
})

test('what was taken out of all that match stays as it is', async () => {
  const { wei, customer, matching, count } = await world(5)
  const [one] = await database.query<{ id: string }>('select id::text from deduction where customer_id = $1 order by number limit 1', [
    customer,
  ])
  const without = [one?.id ?? '']
  const ask = { act: 'assign' as const, ownerId: wei.userId, matching: { ...matching, without } }
  await expect(startBulk(wei, { ...ask, count })).rejects.toMatchObject({ code: 'stale' })
  const { id } = await startBulk(wei, { ...ask, count: count - 1 })
  await runBulkChunk(wei, { bulkId: id })
  expect([await owned(customer, wei.userId), await owned(customer, null)]).toEqual([4, 1])
})

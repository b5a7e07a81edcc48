import { randomUUID } from 'node:crypto'
import { insertUser } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type Actor, systemActor } from '@/core/actor'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { db } from '@/server/db/client'
import { cancelJob } from '@/server/jobs/cancel-job'
import { defineJob } from '@/server/jobs/define-job'
import { enqueue } from '@/server/jobs/enqueue'
import { stopQueue } from '@/server/jobs/queue'
import { runJob } from '@/server/jobs/run-job'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(stopQueue)

const STEPS = 3
const count = defineJob({
  name: 'test.count',
  input: z.object({ failsAt: z.number() }),
  retriesMax: 2,
  concurrency: 1,
  async run({ actor, progress }, { failsAt }) {
    for (let step = 1; step <= STEPS; step += 1) {
      if (step === failsAt) throw new Error('broken step')
      await progress(step, STEPS)
    }
    return { by: actor.name }
  },
})
const signal = new AbortController().signal

async function ask(actor: Actor, failsAt = 0): Promise<string> {
  const today = asCalendarDate('2026-11-22')
  return db().$transaction((tx) =>
    enqueue({ tx, actor, today, operationId: randomUUID(), event: 'test.counted' }, count, { failsAt }, { key: 'test.count' }),
  )
}
async function rowOf(id: string) {
  const [row] = await database.query('select state, progress, total, result, error from job_run where id = $1', [id])
  return row
}

test('a job tells its progress and keeps its result', async () => {
  const id = await ask(systemActor('test'))
  await runJob(count, id, signal, false)
  expect(await rowOf(id)).toEqual({ state: 'done', progress: 3, total: 3, result: { by: 'test.count' }, error: null })
})

test('a request that is rolled back leaves no job behind', async () => {
  const before = await database.query('select count(*) from job_run')
  const lost = db().$transaction(async (tx) => {
    await enqueue(
      { tx, actor: systemActor('test'), today: asCalendarDate('2026-11-22'), operationId: randomUUID(), event: 'x.y' },
      count,
      { failsAt: 0 },
      { key: 'x' },
    )
    throw new Refusal('stale')
  })
  await expect(lost).rejects.toMatchObject({ code: 'stale' })
  expect(await database.query('select count(*) from job_run')).toEqual(before)
})

test('a failed attempt waits for the next, the last one is final', async () => {
  const id = await ask(systemActor('test'), 2)
  await expect(runJob(count, id, signal, false)).rejects.toThrow('broken step')
  expect(await rowOf(id)).toMatchObject({ state: 'queued', progress: 1, error: 'broken step' })
  await expect(runJob(count, id, signal, true)).rejects.toThrow('broken step')
  expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'broken step' })
})

test('a cancelled job stops, and only its requester or an admin cancels', async () => {
  const person = await findPerson(await insertUser(database, 'wei@example.test', ['specialist']))
  const other = await findPerson(await insertUser(database, 'other@example.test', ['specialist']))
  if (!person || !other) throw new Error('people are gone')
  const id = await ask(actorOf(person))
  await expect(cancelJob(actorOf(other), id)).rejects.toMatchObject({ code: 'not-found' })
  await cancelJob(actorOf(person), id)
  await runJob(count, id, signal, false)
  expect(await rowOf(id)).toMatchObject({ state: 'cancelled' })
})

test('a job of somebody who was disabled meanwhile does nothing', async () => {
  const userId = await insertUser(database, 'leaver@example.test', ['specialist'])
  const person = await findPerson(userId)
  if (!person) throw new Error('person is gone')
  const id = await ask(actorOf(person))
  await database.query('update app_user set is_disabled = true where id = $1', [userId])
  await runJob(count, id, signal, false)
  expect(await rowOf(id)).toMatchObject({ state: 'failed', error: 'not-allowed', result: null })
})

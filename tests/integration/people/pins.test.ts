import { insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { systemActor } from '@/core/actor'
import { pinPlace } from '@/features/people/commands/pin-place'
import { unpinPlace } from '@/features/people/commands/unpin-place'
import { findPins } from '@/features/people/queries/find-pins'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()

async function signIn(email: string): Promise<Actor> {
  const person = await findPerson(await insertUser(database, email, ['specialist']))
  if (!person) throw new Error('person is gone')
  return actorOf(person)
}
const wei = await signIn('wei@example.test')
const zhao = await signIn('zhao@example.test')

test('a record is kept at hand for one person, once, under its latest words, and let go', async () => {
  await pinPlace(wei, { path: '/deductions/a1', label: 'HP-1' })
  await pinPlace(wei, { path: '/orders/C01/4500118', label: 'Order 4500118' })
  await pinPlace(wei, { path: '/deductions/a1', label: 'HP-1 Shortage' })
  expect(await findPins(wei)).toEqual([
    { path: '/orders/C01/4500118', label: 'Order 4500118' },
    { path: '/deductions/a1', label: 'HP-1 Shortage' },
  ])
  expect(await findPins(zhao)).toEqual([])
  expect(await unpinPlace(zhao, { path: '/deductions/a1' })).toEqual({ count: 0 })
  expect(await unpinPlace(wei, { path: '/deductions/a1' })).toEqual({ count: 1 })
  expect(await findPins(wei)).toEqual([{ path: '/orders/C01/4500118', label: 'Order 4500118' }])
  const events = await database.query<{ event: string }>(`select event from audit_entry where table_name = 'pinned_place' order by id`)
  expect(events.map(({ event }) => event)).toEqual(['place.pinned', 'place.pinned', 'place.pinned', 'place.unpinned'])
})

test('what is no page of a record, one more than twenty, and a job are refused', async () => {
  for (const path of ['/deductions', 'https://elsewhere.example/deductions/1', '/admin/audit'])
    await expect(pinPlace(zhao, { path, label: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { path: 'people/not-a-record' },
    })
  for (let record = 0; record < 20; record += 1) await pinPlace(zhao, { path: `/tasks/${record}`, label: `Task ${record}` })
  await expect(pinPlace(zhao, { path: '/tasks/20', label: 'Task 20' })).rejects.toMatchObject({ code: 'people/too-many-pins' })
  await pinPlace(zhao, { path: '/tasks/3', label: 'Task three' })
  expect(await findPins(zhao)).toHaveLength(20)
  await expect(pinPlace(systemActor('test'), { path: '/tasks/1', label: 'x' })).rejects.toMatchObject({ code: 'not-allowed' })
})

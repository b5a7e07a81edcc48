import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { asId } from '@/core/ids'
import { addWindow } from '@/features/agreements/commands/add-window'
import { confirmWindow } from '@/features/agreements/commands/confirm-window'
import { findWindows } from '@/features/agreements/queries/find-windows'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const customerId = await insertCustomer(database, 'HARBOR')
const wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }

test('a window needs days, a known day to count from, and a source', async () => {
  const window = { customerId, category: 'shortage', days: 30, anchor: 'payment' as const, source: 'guide' }
  await expect(addWindow(wei, { ...window, days: 0 })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(addWindow(wei, { ...window, source: ' ' })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(addWindow(buildActor(['specialist'], []), window)).rejects.toMatchObject({ code: 'not-found' })
  await addWindow(wei, window)
  expect(await findWindows(wei, { customerId, category: 'shortage' })).toMatchObject([{ days: 30, state: 'sole', source: 'guide' }])
})

test('only a person confirms, and of two people who confirm at once one window stays confirmed', async () => {
  await addWindow(wei, { customerId, category: 'shortage', days: 45, anchor: 'payment', source: 'help page' })
  const ids = (await findWindows(wei)).map((row) => row.id)
  await expect(confirmWindow(systemActor('robot'), { windowId: ids[0] ?? '', confirmedFrom: 'x' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await Promise.all(ids.map((windowId) => confirmWindow(wei, { windowId, confirmedFrom: 'agreement' })))
  expect((await findWindows(wei)).map((row) => row.state).sort()).toEqual(['confirmed', 'set-aside'])
})

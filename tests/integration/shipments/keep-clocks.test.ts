import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asCalendarDate } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { endClock } from '@/features/shipments/commands/end-clock'
import { setClock } from '@/features/shipments/commands/set-clock'
import { findClocks } from '@/features/shipments/queries/find-clocks'
import { useTestDatabase } from '../database'
import { HARBOR, insertHarborOrder, KESTREL } from '../reconciliation/harbor-order'

const database = await useTestDatabase()
const TODAY = asCalendarDate('2026-03-10')
const clock = { kind: 'invoiced' as const, customerId: HARBOR, carrier: null, days: 3, validFrom: '2026-03-05', source: 'contract 2026' }
let wei: Actor = specialist

beforeAll(async () => {
  await insertHarborOrder(database)
  wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
})

const daysOn = async (day: string) =>
  (await database.query<{ days: number }>(`select step_days('invoiced', '${HARBOR}', null, '${day}') as days`))[0]?.days
const own = async () => (await findClocks(wei, TODAY)).filter((row) => row.customerId === HARBOR)

test('a clock of a customer counts from its first day and leaves what held before', async () => {
  await setClock(wei, clock)
  expect([await daysOn('2026-03-04'), await daysOn('2026-03-05')]).toEqual([1, 3])
  expect(await own()).toMatchObject([{ days: 3, state: 'holds', changedBy: expect.any(String) }])
  await expect(setClock(wei, { ...clock, days: 9 })).rejects.toMatchObject({ code: 'shipments/clock-of-that-day' })
})

test('a new version replaces it from its day on, and its end gives way to the former one', async () => {
  await setClock(wei, { ...clock, days: 2, validFrom: '2026-03-08' })
  expect((await own()).map(({ days, state }) => `${days} ${state}`)).toEqual(['2 holds', '3 former'])
  const [current] = await own()
  if (!current) throw new Error('the clock is gone')
  await endClock(wei, { id: current.id, version: current.version, endsOn: '2026-03-09' })
  expect([await daysOn('2026-03-09'), await daysOn('2026-03-10')]).toEqual([2, 3])
  await expect(endClock(wei, { id: current.id, version: current.version, endsOn: '2026-03-12' })).rejects.toMatchObject({ code: 'stale' })
  await expect(endClock(wei, { id: current.id, version: current.version + 1, endsOn: '2026-03-01' })).rejects.toMatchObject({
    fields: { endsOn: 'not-a-date' },
  })
  expect(
    (await database.query(`select event from audit_entry where table_name = 'step_clock' and event like 'step-clock.%' order by id`))
      .length,
  ).toBe(3)
})

test('who does not see a customer neither sees nor sets its clocks, and general ones belong to who sees all', async () => {
  const stranger = { ...buildActor(['specialist'], [KESTREL]), userId: wei.kind === 'user' ? wei.userId : asId<'user'>('') }
  await expect(setClock(stranger, { ...clock, validFrom: '2026-04-01' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(setClock(stranger, { ...clock, customerId: null })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(setClock(buildActor(['logistics'], 'all'), clock)).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await findClocks(stranger, TODAY)).every((row) => row.customerId === null)).toBe(true)
  await expect(setClock(wei, { ...clock, carrier: 'not a scac' })).rejects.toMatchObject({ fields: { carrier: 'not-a-carrier' } })
  await expect(setClock(wei, { ...clock, days: Number.NaN })).rejects.toMatchObject({ fields: { days: 'not-a-number' } })
})

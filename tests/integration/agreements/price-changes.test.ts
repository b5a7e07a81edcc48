import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { HARBOR, insertHarborOrder, KESTREL } from '@tests/integration/reconciliation/harbor-order'
import { beforeAll, expect, test, vi } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { announcePrices } from '@/features/agreements/commands/announce-prices'
import { saveOrderTerms } from '@/features/agreements/commands/save-order-terms'
import { findPriceChanges } from '@/features/agreements/queries/find-price-changes'
import { PriceChangeFilter } from '@/features/agreements/schemas'
import { useTestDatabase } from '../database'

vi.stubEnv('RECOUP_TODAY', '2026-03-03')
const TODAY = asCalendarDate('2026-03-03')
const database = await useTestDatabase()
let tom = buildActor(['order-management'])
beforeAll(async () => {
  await insertHarborOrder(database)
  tom = { ...tom, userId: asId<'user'>(await insertUser(database, 'tom@example.test', ['order-management'])) }
  await database.query(`update price_condition set valid_to = '2026-03-31'`)
  await database.query(`insert into price_condition (customer_id, account_key, item_id, valid_from, valid_to, price_micros, currency)
    select customer_id, account_key, item_id, '2026-04-01', '2026-12-31', price_micros + 1000000, currency from price_condition`)
})

const terms = {
  customer: 'HARBOR',
  leadDays: 5,
  minimumMinor: null,
  holidays: [],
  replyEmail: null,
  replyLocale: 'en' as const,
  checkedOn: '2026-01-15',
}
const changes = async (tab = 'all') => (await findPriceChanges(specialist, PriceChangeFilter.parse({ tab }), TODAY)).rows

test('a coming price change stands in the calendar with its last day to announce', async () => {
  await saveOrderTerms(specialist, { ...terms, noticeDays: 20, source: 'supplier guide' })
  expect(await changes('open')).toMatchObject([
    { item: 'CB-2M', old_micros: 9_900_000n, new_micros: 10_900_000n, announce_by: '2026-03-12', state: 'due', exposed_minor: 12_000n },
    { item: 'HM2-BK', announce_by: '2026-03-12', notice_source: 'supplier guide', state: 'due', exposed_minor: 2_400n },
  ])
  await saveOrderTerms(specialist, { ...terms, noticeDays: 60, source: 'supplier guide' })
  expect((await changes()).map((row) => row.state)).toEqual(['missed', 'missed'])
})

test('announced too late is another thing than announced in time, and each says by whom and what shows it', async () => {
  const [cable, phones] = await changes()
  const input = { priceConditionIds: [cable?.id ?? ''], announcedOn: '2026-03-02', evidence: 'form CC-118' }
  await expect(announcePrices(buildActor(['warehouse']), input)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(announcePrices(buildActor(['account-manager'], [KESTREL]), input)).rejects.toMatchObject({ code: 'not-found' })
  await expect(announcePrices(tom, { ...input, announcedOn: '2026-03-04' })).rejects.toMatchObject({
    fields: { announcedOn: 'agreements/not-yet' },
  })
  await announcePrices(tom, input)
  await announcePrices(tom, { priceConditionIds: [phones?.id ?? ''], announcedOn: '2026-01-20', evidence: 'mail of 20 January' })
  expect(await changes()).toMatchObject([
    { item: 'CB-2M', state: 'late', announced_by: 'tom@example.test', evidence: 'form CC-118', announced_on: '2026-03-02' },
    { item: 'HM2-BK', state: 'announced' },
  ])
  expect((await findPriceChanges(buildActor(['account-manager'], [KESTREL]), PriceChangeFilter.parse({ tab: 'all' }), TODAY)).total).toBe(0)
  expect(
    await database.query(
      `select count(*)::int as n from audit_entry where table_name = 'price_announcement' and customer_id = '${HARBOR}'`,
    ),
  ).toEqual([{ n: 2 }])
})

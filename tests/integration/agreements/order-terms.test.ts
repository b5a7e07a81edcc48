import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { saveOrderTerms } from '@/features/agreements/commands/save-order-terms'
import { findOrderTerms, findOrderTermsHistory } from '@/features/agreements/queries/find-order-terms'
import { readTermsChange } from '@/features/agreements/rules/read-terms-change'
import { useTestDatabase } from '../database'
import { insertHarborOrder, KESTREL } from '../reconciliation/harbor-order'

const database = await useTestDatabase()
let wei: Actor = specialist
const terms = {
  customer: 'HARBOR',
  leadDays: 5,
  noticeDays: 60,
  minimumMinor: '20000',
  holidays: ['2026-12-26', '2026-12-25', '2026-12-25'],
  replyEmail: 'orders@harbor.example',
  replyLocale: 'en' as const,
  source: 'supplier guide',
  checkedOn: '2026-03-01',
}

beforeAll(async () => {
  await insertHarborOrder(database)
  wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
})

test('terms of a customer are kept, holidays once each in order, and every saving stays in the history', async () => {
  expect(await findOrderTerms(wei, 'HARBOR')).toMatchObject([{ notice_days: null, version: null }])
  await saveOrderTerms(wei, { ...terms, version: null })
  expect(await findOrderTerms(wei, 'HARBOR')).toMatchObject([
    { notice_days: 60, lead_days: 5, minimum_minor: 20_000n, holidays: ['2026-12-25', '2026-12-26'], version: 1 },
  ])
  await saveOrderTerms(wei, { ...terms, noticeDays: 90, holidays: ['2026-12-25'], version: 1 })
  const [last, first] = await findOrderTermsHistory(wei, 'HARBOR')
  expect(readTermsChange(last?.before ?? null, last?.after ?? null)).toEqual([
    { term: 'notice_days', before: '60', after: '90' },
    { term: 'holidays', gone: ['2026-12-26'], come: [] },
  ])
  expect(readTermsChange(first?.before ?? null, first?.after ?? null).map(({ term }) => term)).toContain('notice_days')
})

test('what somebody saved meanwhile is not overwritten, and what is no date or day is named at its field', async () => {
  await expect(saveOrderTerms(wei, { ...terms, version: 1 })).rejects.toMatchObject({ code: 'stale' })
  await expect(saveOrderTerms(wei, { ...terms, holidays: ['Christmas'], version: 2 })).rejects.toMatchObject({
    fields: { holidays: 'not-a-date' },
  })
  await expect(saveOrderTerms(wei, { ...terms, noticeDays: Number.NaN, version: 2 })).rejects.toMatchObject({
    fields: { noticeDays: 'not-a-number' },
  })
})

test('only who keeps the playbook saves, and only of customers that they see', async () => {
  await expect(saveOrderTerms(buildActor(['logistics'], 'all'), { ...terms, version: 2 })).rejects.toMatchObject({ code: 'not-allowed' })
  const stranger = buildActor(['specialist'], [KESTREL])
  await expect(saveOrderTerms(stranger, { ...terms, version: 2 })).rejects.toMatchObject({ code: 'not-found' })
  expect((await findOrderTerms(stranger)).map((row) => row.customer_code)).toEqual(['KESTREL'])
  expect(await findOrderTermsHistory(stranger, 'HARBOR')).toEqual([])
})

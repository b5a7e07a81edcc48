import { expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { findPriorities } from '@/features/deductions/queries/find-priorities'
import { sortValueJoin } from '@/features/deductions/queries/priority-sql'
import { trackerConditions } from '@/features/deductions/queries/tracker-conditions'
import { trackerPlaces } from '@/features/deductions/queries/tracker-order'
import { RATES_OF_ALL } from '@/features/deductions/queries/win-rates-sql'
import { HOUR_COST_MINOR, HOUR_COST_MINOR_OTHERWISE } from '@/features/deductions/rules/priority'
import { TrackerFilter } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import { writeCursor } from '@/server/db/keyset'
import { useTestDatabase } from '../database'
import { insertMixed } from './mixed-deductions'

const database = await useTestDatabase()
await insertMixed(database, 400)
// Too large, and of too many papers, for whole numbers.
await database.query(`update deduction set amount_minor = 900000000000000 + number, open_minor = 900000000000000 + number, recoverable_minor = 900000000000000,
  verdict = 'invalid', decided_verdict = null, state = 'new' where number % 40 = 1`)
await database.query(
  `update deduction set evidence_need = 30000, verdict = 'undecided', state = 'new', open_minor = amount_minor, decided_verdict = null where number % 40 = 2`,
)
const today = companyToday()
const rows = await database.query<{ id: string; number: number; currency: string; category: string }>(
  'select id, number, currency, category from deduction',
)

// The rank in millionths of an hour's cost, halves up, of what is shown beside the deduction.
const ranks = await findPriorities(
  rows.map(({ id }) => id),
  today,
)
function sortValueOf({ id, currency }: { id: string; currency: string }): bigint {
  const hour = BigInt(HOUR_COST_MINOR[currency] ?? HOUR_COST_MINOR_OTHERWISE)
  const twice = 2_000_000n * (ranks.get(id)?.rank.minor ?? 0n) + hour
  const quotient = twice / (2n * hour)
  return twice < 0n && quotient * 2n * hour !== twice ? quotient - 1n : quotient
}

test('what a list is sorted by follows exactly from the rank that is shown, in every currency and size', async () => {
  const found = await select<{ id: string; value: bigint }>(
    sql`WITH ${RATES_OF_ALL} SELECT d.id::text, p.sort_value AS value FROM deduction d ${sortValueJoin(today)}`,
  )
  expect(new Set(rows.map((row) => (sortValueOf(row) < 0n ? -1 : sortValueOf(row) > 0n ? 1 : 0)))).toEqual(new Set([-1, 0, 1]))
  expect(new Map(found.map(({ id, value }) => [id, value]))).toEqual(new Map(rows.map((row) => [row.id, sortValueOf(row)])))
})

test.each([
  [{ direction: 'desc' }, 20],
  [{ direction: 'asc' }, 20],
  [{ direction: 'desc', category: 'price' }, 7],
  [{ direction: 'asc', then: 'customer:desc' }, 30],
])('pages of a long list go through all of it in that order, nothing left out, nothing twice: %j', async (params, limit) => {
  const filter = { ...TrackerFilter.parse({ sort: 'priority', ...params }), limit }
  const conditions = trackerConditions(systemActor('order'), filter, today)
  const seen: string[] = []
  for (let after = ''; ; ) {
    const page = await select<{ id: string; sort_values: string[] }>(trackerPlaces({ ...filter, after }, conditions, today, false))
    seen.push(...page.slice(0, limit).map(({ id }) => id))
    if (page.length <= limit) break
    after = writeCursor(page[limit - 1]?.sort_values ?? [])
  }
  const meant = rows.filter(({ category }) => filter.category.length === 0 || filter.category.some((one) => one === category))
  const sign = params.direction === 'asc' ? 1n : -1n
  expect(new Set(seen).size).toBe(meant.length)
  expect(seen.map((id) => sortValueOf(meant.find((row) => row.id === id) ?? { id, currency: '' }))).toEqual(
    meant.map(sortValueOf).sort((a, b) => Number(sign * (a - b > 0n ? 1n : a === b ? 0n : -1n))),
  )
})

import { buildActor } from '@tests/factories/people'
import { expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { minorDigits, UNUSUAL_DIGITS } from '@/core/money'
import { findTrackerFacets } from '@/features/deductions/queries/find-tracker-facets'
import { findTrackerTabs } from '@/features/deductions/queries/find-tracker-tabs'
import { countExactly } from '@/features/deductions/queries/tracker-counts'
import type { TrackerFacet } from '@/features/deductions/rules/tracker-facets'
import { TrackerFilter, type TrackerTab } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'
import { insertMixed } from './mixed-deductions'

const database = await useTestDatabase()
const { customers, users } = await insertMixed(database, 400)
const today = companyToday()
const me = users[0] ?? ''
const everybody = systemActor('answers')
const ana: Actor = { ...buildActor(['specialist']), userId: asId(me) }
const manager: Actor = { ...buildActor(['account-manager'], customers.slice(0, 2)), userId: asId(me) }
const VERDICT = 'coalesce(d.decided_verdict, d.verdict)'
const AT_RISK = `case ${VERDICT} when 'valid' then 0 when 'undecided' then d.open_minor else least(d.recoverable_minor, d.open_minor) end`
// What is filed, closed or owed is late for nothing.
const RUNS = `d.state not in ('submitted', 'closed') and ${VERDICT} <> 'valid'`
const MONTH = `${RUNS} and d.deadline_on between '${today}' and '${addDays(today, 30)}'`
const WEEK = `${RUNS} and d.deadline_on between '${today}' and '${addDays(today, 7)}'`

// What the tabs and facets mean, said once more in plain SQL that reads every row.
const TABS: Readonly<Record<TrackerTab, string>> = {
  all: 'true',
  open: 'd.open_minor > 0',
  mine: `d.open_minor > 0 and d.owner_id = '${me}'`,
  due: WEEK,
  waiting: `d.open_minor > 0 and (d.state = 'collecting' or exists (select 1 from task t where t.subject_id = d.id and t.state = 'open'))`,
  submitted: `d.open_minor > 0 and d.state = 'submitted'`,
  resolved: 'd.open_minor = 0',
}
// A deadline lies in several buckets.
const FACETS: Readonly<Record<TrackerFacet, readonly (readonly [string, string])[]>> = {
  state: [['d.state', 'true']],
  customer: [['(select code from customer c where c.id = d.customer_id)', 'true']],
  category: [['d.category', 'true']],
  verdict: [[VERDICT, 'true']],
  owner: [[`coalesce(d.owner_id::text, 'none')`, 'true']],
  evidence: [[`case when d.evidence_have >= d.evidence_need then 'ready' else 'missing' end`, 'true']],
  deadline: [
    [`'overdue'`, `${RUNS} and d.deadline_on < '${today}'`],
    [`'week'`, WEEK],
    [`'month'`, MONTH],
    [`'none'`, 'd.deadline_on is null'],
  ],
}
const SCOPE = `d.customer_id in ('${customers[0]}', '${customers[1]}')`

const FILTERS: readonly [Record<string, string>, string][] = [
  [{}, 'true'],
  [{ category: 'price,damage' }, `d.category in ('price', 'damage')`],
  [{ owner: 'none' }, 'd.owner_id is null'],
  [{ owner: 'me', state: 'ready' }, `d.owner_id = '${me}' and d.state = 'ready'`],
  [{ verdict: 'undecided', currency: 'JPY,EUR' }, `${VERDICT} = 'undecided' and d.currency in ('JPY', 'EUR')`],
  [{ evidence: 'ready' }, 'd.evidence_have >= d.evidence_need'],
  [{ state: 'collecting' }, `d.state = 'collecting'`],
  [{ deadline: 'month' }, MONTH],
  [
    { where: '{"all":[["amount","over","5000"]]}' },
    `d.amount_minor > case d.currency when 'JPY' then 5000 when 'KWD' then 5000000 else 500000 end`,
  ],
]

async function sumsOf(where: string) {
  return database.query(
    `select d.currency, count(*)::int as count, sum(d.amount_minor)::text as amount, sum(d.open_minor)::text as open, sum(${AT_RISK})::text as at_risk
     from deduction d where ${where} group by 1 order by 1`,
  )
}

test.each(FILTERS)('the tabs count and sum what the rows say, for everybody and within a scope: %j', async (params, where) => {
  for (const [actor, scope] of [
    [ana, 'true'],
    [manager, SCOPE],
  ] as const)
    for (const { tab, count, totals, isAtLeast } of await findTrackerTabs(actor, TrackerFilter.parse(params))) {
      const found = totals.map((one) => ({
        currency: one.currency,
        count: one.count,
        amount: String(one.amount.minor),
        open: String(one.open.minor),
        at_risk: String(one.atRisk.minor),
      }))
      const expected = await sumsOf(`${where} and ${scope} and ${TABS[tab]}`)
      expect([tab, ...found.sort((a, b) => (a.currency < b.currency ? -1 : 1))]).toEqual([tab, ...expected])
      expect({ count, isAtLeast }).toEqual({ count: expected.reduce((sum, one) => sum + Number(one['count']), 0), isAtLeast: false })
      expect((await countExactly(actor, TrackerFilter.parse({ ...params, tab }), today)).count).toBe(count)
    }
})

test.each(FILTERS)('the facets count what the rows say, for everybody and within a scope: %j', async (params) => {
  for (const [actor, scope] of [
    [ana, 'true'],
    [manager, SCOPE],
  ] as const)
    for (const { facet, values } of await findTrackerFacets(actor, TrackerFilter.parse(params))) {
      const rest = { ...params }
      delete rest[facet]
      const known = FILTERS.find(([one]) => JSON.stringify(one) === JSON.stringify(rest))
      if (!known) continue
      const keys = FACETS[facet].map(([key, holds]) => `(${key}, ${holds})`)
      const rows = await database.query<{ key: string; count: number }>(
        `select v.key, count(*)::int as count from deduction d cross join lateral (values ${keys.join(', ')}) v(key, holds)
         where v.holds and ${known[1]} and ${scope} group by 1`,
      )
      const expected = Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]))
      expect({ facet, values: Object.fromEntries(values.map(({ key, count }) => [key, count])) }).toEqual({ facet, values: expected })
    }
})

test('amounts are compared in the units of each currency, however they are read', async () => {
  const rows = await database.query<{ currency: string; amount: string }>('select currency, amount_minor::text as amount from deduction')
  for (const typed of ['0', '12.5', '700', '5000', '99999']) {
    const expected = rows.filter(({ currency, amount }) => Number(amount) > Number(typed) * 10 ** minorDigits(currency)).length
    const filter = TrackerFilter.parse({ where: JSON.stringify({ all: [['amount', 'over', typed]] }) })
    expect(`${typed} ${(await countExactly(everybody, filter, today)).count}`).toBe(`${typed} ${expected}`)
  }
})

test('the index of unusual units is of the currencies that have them', async () => {
  const [index] = await database.query<{ predicate: string }>(
    `select pg_get_expr(indpred, indrelid) as predicate from pg_index where indexrelid = 'deduction_of_unusual_units'::regclass`,
  )
  expect([...(index?.predicate ?? '').matchAll(/'([A-Z]{3})'/g)].map((match) => match[1]).sort()).toEqual(
    UNUSUAL_DIGITS.map(([code]) => code).sort(),
  )
})

test('a subtotal that says something else than the deductions is found', async () => {
  expect(await database.query('select * from deduction_tally_faults()')).toEqual([])
  await database.query(
    `update deduction_subtotal set deductions = deductions + 1 where id = (select min(id) from deduction_subtotal where grain = 'who')`,
  )
  expect(await database.query('select * from deduction_tally_faults()')).toHaveLength(1)
})

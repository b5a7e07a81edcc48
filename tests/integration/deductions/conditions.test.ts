import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { addDays } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findTrackerGroups } from '@/features/deductions/queries/find-tracker-groups'
import { findTrackerTabs } from '@/features/deductions/queries/find-tracker-tabs'
import { countExactly } from '@/features/deductions/queries/tracker-counts'
import { readTrackerFilter, TrackerFilter } from '@/features/deductions/schemas'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const robot = systemActor('conditions')
const today = companyToday()
let kestrel = ''
let wei: Actor = robot

async function claims(where: unknown, actor: Actor = robot) {
  const filter = TrackerFilter.parse({ where: JSON.stringify(where), sort: 'claim' })
  const [page, tabs, groups, exact] = [
    await findDeductions(actor, filter),
    await findTrackerTabs(actor, filter),
    await findTrackerGroups(actor, filter, 'customer'),
    await countExactly(actor, filter, today),
  ]
  const counts = [
    page.count,
    tabs.find(({ tab }) => tab === 'all')?.count,
    groups.reduce((sum, group) => sum + group.count, 0),
    exact.count,
  ]
  // Rows, tabs, subtotals and totals are of the same set.
  expect(counts).toEqual([page.rows.length, page.rows.length, page.rows.length, page.rows.length])
  return page.rows.map((row) => row.claimNumber)
}

beforeAll(async () => {
  await nameTestActor(database)
  const harbor = await insertCustomer(database, 'HARBOR')
  kestrel = await insertCustomer(database, 'KESTREL', 'JPY')
  const user = await insertUser(database, 'wei@conditions.test', ['specialist'])
  wei = { ...buildActor(['specialist']), userId: asId(user) }
  await insertDeduction(database, harbor, 'HP-001', 50_000n)
  await insertDeduction(database, harbor, 'HP-002', 120_050n)
  await insertDeduction(database, harbor, '100%_3', 999n)
  await insertDeduction(database, kestrel, 'KH-004', 700n)
  await database.query(
    `update deduction set deadline_on = $1::date, reason_code = 'OTIF', owner_id = $2, category = 'compliance' where claim_number = 'HP-001'`,
    [addDays(today, 5), user],
  )
  await database.query(
    `update deduction set deadline_on = $1::date, confidence_ppm = 905000, evidence_need = 3 where claim_number = 'HP-002'`,
    [addDays(today, -5)],
  )
})

test.each<[string, unknown, string[]]>([
  ['an amount in each currency’s own units', { all: [['amount', 'over', '600']] }, ['HP-002', 'KH-004']],
  ['an amount between, in either order', { all: [['amount', 'between', '1200.5', '500']] }, ['HP-001', 'HP-002', 'KH-004']],
  ['an amount with parts of a minor unit', { all: [['amount', 'under', '9.995']] }, ['100%_3']],
  ['no amount is between two minor units', { all: [['amount', 'is', '9.995']] }, []],
  ['part of a claim number in another spelling', { all: [['claim', 'contains', 'p-00']] }, ['HP-001', 'HP-002']],
  ['the beginning of a claim number', { all: [['claim', 'starts', 'kh']] }, ['KH-004']],
  ['signs of patterns are letters like others', { all: [['code', 'contains', '%']] }, []],
  ['the whole code, whatever its case', { all: [['code', 'is', 'otif']] }, ['HP-001']],
  ['a code that is there', { all: [['code', 'filled']] }, ['HP-001']],
  ['days ahead', { all: [['deadline', 'next', '7']] }, ['HP-001']],
  ['days behind', { all: [['deadline', 'last', '7']] }, ['HP-002']],
  ['no deadline', { all: [['deadline', 'empty']] }, ['100%_3', 'KH-004']],
  ['taken today', { all: [['taken', 'between', addDays(today, 1), addDays(today, -1)]] }, ['100%_3', 'HP-001', 'HP-002', 'KH-004']],
  ['none of some categories', { all: [['category', 'none', 'unclear']] }, ['HP-001']],
  [
    'none of some owners, nobody among them',
    { all: [['owner', 'none', '00000000-0000-7000-8000-000000000001']] },
    ['100%_3', 'HP-001', 'HP-002', 'KH-004'],
  ],
  ['somebody who is no person', { all: [['owner', 'any', 'nobody at all']] }, []],
  ['a share in percent', { all: [['sure', 'over', '90']] }, ['HP-002']],
  ['papers missing', { all: [['lacking', 'between', '1', '3']] }, ['HP-002']],
  [
    'any of two',
    {
      any: [
        ['customer', 'any', 'KESTREL'],
        ['deadline', 'next', '7'],
      ],
    },
    ['HP-001', 'KH-004'],
  ],
  [
    'a group inside',
    {
      all: [
        ['customer', 'any', 'HARBOR'],
        {
          any: [
            ['amount', 'under', '100'],
            ['owner', 'filled'],
          ],
        },
      ],
    },
    ['100%_3', 'HP-001'],
  ],
  [
    'every field at once',
    {
      any: [
        ['invoice', 'contains', 'x'],
        ['po', 'is', 'x'],
        ['payment', 'empty'],
        ['open', 'over', '1'],
        ['risk', 'under', '0'],
        ['verdict', 'any', 'partly'],
        ['state', 'none', 'new'],
        ['next', 'filled'],
        ['liable', 'any', 'us'],
        ['cause', 'empty'],
        ['currency', 'any', 'USD'],
      ],
    },
    ['100%_3', 'HP-001', 'HP-002', 'KH-004'],
  ],
])('%s', async (_what, where, expected) => {
  expect(await claims(where)).toEqual(expected)
})

test('“me” is who asks', async () => {
  expect(await claims({ all: [['owner', 'any', 'me']] }, wei)).toEqual(['HP-001'])
})

test('no condition shows what is not one’s own', async () => {
  const manager = buildActor(['account-manager'], [kestrel])
  expect(
    await claims(
      {
        any: [
          ['amount', 'over', '0'],
          ['customer', 'any', 'HARBOR'],
        ],
      },
      manager,
    ),
  ).toEqual(['KH-004'])
})

test.each(['{', '{"all":[["amount","over","1; drop table deduction"]]}', '{"all":[["__proto__","is","x"]]}', 'x'.repeat(9_000)])(
  'conditions that cannot be read are left out of the list and refused by changes: %.30s',
  async (where) => {
    expect(readTrackerFilter({ where, sort: 'amount' })).toMatchObject({ where: '', sort: 'amount' })
    expect(TrackerFilter.safeParse({ where }).success).toBe(false)
    expect((await findDeductions(robot, readTrackerFilter({ where }))).count).toBe(4)
  },
)

test.each(['WyJ4IiwieSJd', 'WyI5OTk5OTktOTktOTkiLCIxIl0', '%00', 'bnVsbA'])(
  'a place in the list that is none starts at its beginning: %s',
  async (after) => {
    expect((await findDeductions(robot, readTrackerFilter({ after }))).rows).toHaveLength(4)
  },
)

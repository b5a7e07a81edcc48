import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { asId } from '@/core/ids'
import { decideCodeMaps } from '@/features/deductions/commands/decide-code-maps'
import { proposeCodeMaps } from '@/features/deductions/commands/propose-code-maps'
import { setSmallAmount } from '@/features/deductions/commands/set-small-amount'
import { stateDeadline } from '@/features/deductions/commands/state-deadline'
import { findRuleChanges } from '@/features/disputes/queries/find-rule-changes'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'
import { insertAnswered } from '../deductions/answered-disputes'

const database = await useTestDatabase()
let harbor = ''
let admin = buildActor(['admin'], 'all')
let helena = buildActor(['manager'], 'all')
let desk = buildActor(['specialist'], 'all')

const kinds = async (kind: string) => (await findRuleChanges(desk, 'HARBOR')).filter((change) => change.kind === kind)

/** Code 24 stands for shortages: three of them lost, three argued as prices won. Three damages filed after 61 days and more came too late. */
beforeAll(async () => {
  await nameTestActor(database)
  harbor = await insertCustomer(database, 'HARBOR')
  admin = { ...admin, userId: asId<'user'>(await insertUser(database, 'avery@example.test', ['admin'])) }
  helena = { ...helena, userId: asId<'user'>(await insertUser(database, 'helena@example.test', ['manager'])) }
  desk = { ...desk, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
  await database.query(
    `insert into dispute_window (customer_id, category, days, anchor, source) values ($1, 'default', 90, 'payment', 'guide')`,
    [harbor],
  )
  const answered = async (claim: string, category: string, wonMinor: bigint, lostMinor: bigint, days: number, denial: string | null) => {
    const id = await insertAnswered(database, harbor, claim, { category, isComplete: true, wonMinor, lostMinor })
    await database.query(
      `update deduction set reason_code = case when category = 'damage' then null else '24' end, taken_on = current_date - 20 - $2::int where id = $1`,
      [id, days],
    )
    await database.query(`update dispute set denial_text = $2 where deduction_id = $1`, [id, denial])
  }
  for (const at of [1, 2, 3]) {
    await answered(`S${at}`, 'shortage', 0n, 500n, 10, 'No proof')
    await answered(`P${at}`, 'price', 90_000n, 0n, 10, null)
    await answered(`D${at}`, 'damage', 0n, 80_000n, 60 + at, 'Filed outside the claim window')
  }
  await answered('D9', 'damage', 80_000n, 0n, 5, null)
  const map = { customerId: harbor, code: '24', category: 'shortage' as const, internalReason: 'short', validFrom: '2020-01-01' }
  const { maps } = await proposeCodeMaps(desk, { maps: [map] })
  await decideCodeMaps(helena, { maps, decision: 'approved' })
  const open = await insertDeduction(database, harbor, 'OPEN', 400n)
  await database.query(`update deduction set reason_code = '24', category = 'shortage', taken_on = current_date - 3 where id = $1`, [open])
})

test('small amounts that cost more work than they brought are worth accepting, and no longer proposed once they are', async () => {
  const [change] = await kinds('accept-below')
  expect(change).toMatchObject({
    limit: { minor: 500n, currency: 'USD' },
    current: { minor: 0n },
    effect: {
      before: { cases: 3, won: { minor: 0n }, work: { minor: 3_375n } },
      after: { cases: 0, lost: { minor: 1_500n }, work: { minor: 0n } },
      open: { count: 1, amount: { minor: 400n } },
    },
  })
  await database.query(`insert into approval_limit (role, currency, limit_minor) values ('manager', 'USD', 100000) on conflict do nothing`)
  const policy = {
    customerId: harbor,
    currency: 'USD',
    validFrom: companyToday(),
    limitMinor: '500',
    role: 'manager',
    reason: 'own answered disputes',
  } as const
  await setSmallAmount(admin, policy)
  expect(await kinds('accept-below')).toEqual([])
})

test('a code whose claims are won under another category is proposed for it, until somebody has proposed it', async () => {
  const [change] = await kinds('remap-code')
  expect(change).toMatchObject({
    ...{ code: '24', from: 'shortage', to: 'price', internalReason: 'short' },
    effect: {
      before: { cases: 3, won: { minor: 0n } },
      after: { cases: 3, won: { minor: 1_500n }, lost: { minor: 0n } },
      open: { count: 1 },
    },
  })
  const map = { customerId: harbor, code: '24', category: 'price' as const, internalReason: 'short', validFrom: companyToday() }
  await proposeCodeMaps(desk, { maps: [map] })
  expect(await kinds('remap-code')).toEqual([])
})

test('denials as too late show a shorter window; stated, it counts', async () => {
  const [change] = await kinds('shorter-window')
  expect(change).toMatchObject({
    ...{ category: 'damage', days: 60, current: 90 },
    effect: { before: { cases: 3, won: { minor: 0n } }, after: { won: { minor: 240_000n } } },
  })
  await stateDeadline(desk, { customerId: harbor, category: 'damage', days: 60, anchor: 'payment', source: 'own answered disputes' })
  expect(await kinds('shorter-window')).toEqual([])
})

test('nobody sees what the disputes of other customers suggest', async () => {
  expect(await findRuleChanges(buildActor(['account-manager'], []), '')).toEqual([])
})

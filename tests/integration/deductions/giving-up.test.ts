import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { setLimit } from '@/features/approvals/commands/set-limit'
import { findApprovals } from '@/features/approvals/queries/find-approvals'
import { ApprovalFilter } from '@/features/approvals/schemas'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { decideGivingUp } from '@/features/deductions/commands/decide-giving-up'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findGivingUp } from '@/features/deductions/queries/find-giving-up'
import { TrackerFilter } from '@/features/deductions/schemas'
import { findPackages } from '@/features/disputes/queries/find-packages'
import { PACKAGE_TABS, PackageFilter } from '@/features/disputes/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
const manager: Actor = { ...buildActor(['manager']), userId: asId('00000000-0000-7000-8000-000000000002') }
const customer = await insertCustomer(database, 'HARBOR')
const AMOUNT = 900_000n
let count = 0
let id = ''

beforeEach(async () => {
  count += 1
  id = await insertDeduction(database, customer, `HP-${count}`, AMOUNT)
  await nameTestActor(database)
  await database.query(`update deduction set verdict = 'invalid', recoverable_minor = $2 where id = $1`, [id, AMOUNT])
  await database.query(
    `insert into verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, missing, facts_hash)
     values ($1, 'shortage', 't', 'invalid', $2, 950000, 'signed-in-full', '[]', '[]', '{}', 'h')`,
    [id, AMOUNT],
  )
})

type Row = { decided_verdict: string | null; recoverable_minor: string; open_minor: string; state: string; version: number }
const read = async () => (await database.query<Row>('select * from deduction where id = $1', [id]))[0]
const writeOff = (actor: Actor, amountMinor = '') =>
  resolveDeduction(actor, { id, version: 1, kind: 'written-off', amountMinor, reason: 'too old' })
const decide = async (actor: Actor, changes: { decision?: 'approved' | 'rejected'; reason?: string; contentHash?: string } = {}) => {
  const waiting = await findGivingUp(manager, id)
  return decideGivingUp(actor, { id, contentHash: waiting?.contentHash ?? '', decision: 'approved', ...changes })
}

describe('an amount above the own limit', () => {
  test('waits for a second person, and is given up as it was asked', async () => {
    expect(await writeOff(specialist)).toMatchObject({ isWaiting: true, openMinor: AMOUNT })
    expect(await read()).toMatchObject({ open_minor: '900000', state: 'new', version: 1 })
    expect(await findGivingUp(manager, id)).toMatchObject({ content: { act: 'resolve', kind: 'written-off', amountMinor: '900000' } })
    await decide(manager)
    expect(await read()).toMatchObject({ open_minor: '0', state: 'closed' })
    const resolutions = await database.query(
      `select r.kind, r.amount_minor, r.created_by, q.decided_by from resolution r join approval_request q on q.id = r.approval_id where r.deduction_id = $1`,
      [id],
    )
    expect(resolutions).toEqual([
      { kind: 'written-off', amount_minor: '900000', created_by: specialist.userId, decided_by: '00000000-0000-7000-8000-000000000002' },
    ])
  })

  test('is next what the second person says, so that nobody does it twice', async () => {
    await nameTestActor(database)
    await database.query(`update deduction set next_action = 'accept' where id = $1`, [id])
    const next = async () => (await findDeduction(specialist, id))?.row.nextAction
    const found = async (action: string) => {
      const filter = { customer: 'HARBOR', action, q: `HP-${count}` }
      const where = JSON.stringify({
        all: [
          ['next', 'any', action],
          ['claim', 'is', `HP-${count}`],
        ],
      })
      const pages = [
        await findDeductions(specialist, TrackerFilter.parse(filter)),
        await findDeductions(specialist, TrackerFilter.parse({ where })),
      ]
      return pages.map((page) => page.count)
    }
    expect([await next(), await found('accept'), await found('wait-for-approval')]).toEqual(['accept', [1, 1], [0, 0]])
    await writeOff(specialist)
    expect([await next(), await found('accept'), await found('wait-for-approval')]).toEqual(['wait-for-approval', [0, 0], [1, 1]])
    await decide(manager, { decision: 'rejected', reason: 'ask the carrier first' })
    expect([await next(), await found('accept')]).toEqual(['accept', [1, 1]])
  })

  test('is no package to build meanwhile', async () => {
    await nameTestActor(database)
    await database.query(`update deduction set next_action = 'build-package' where id = $1`, [id])
    const isListed = async () => {
      const pages = await Promise.all(PACKAGE_TABS.map((tab) => findPackages(specialist, PackageFilter.parse({ tab }))))
      return pages.some(({ rows }) => rows.some((row) => row.deductionId === id))
    }
    expect(await isListed()).toBe(true)
    await writeOff(specialist)
    expect(await isListed()).toBe(false)
  })

  test('within the limit is given up at once, and money that came back needs nobody', async () => {
    expect(await writeOff(specialist, '250000')).toMatchObject({ isWaiting: false, openMinor: 650_000n })
    expect(await resolveDeduction(specialist, { id, version: 2, kind: 'repaid' })).toMatchObject({ isWaiting: false, openMinor: 0n })
  })

  test('in a currency without a limit always waits', async () => {
    await nameTestActor(database)
    await database.query(`update deduction set currency = 'JPY' where id = $1`, [id])
    expect(await writeOff(manager, '1')).toMatchObject({ isWaiting: true })
  })

  test('stays open when it is rejected, which needs a reason', async () => {
    await writeOff(specialist)
    await expect(decide(manager, { decision: 'rejected' })).rejects.toMatchObject({ fields: { reason: 'required' } })
    await decide(manager, { decision: 'rejected', reason: 'ask the carrier first' })
    expect(await read()).toMatchObject({ open_minor: '900000', state: 'new' })
    expect(await findGivingUp(manager, id)).toBeNull()
  })

  test('is never decided by who asked, nor by who may not, nor as something else than was seen', async () => {
    await writeOff(specialist)
    await expect(decide(buildActor(['specialist', 'manager']))).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decide(buildActor(['cash']))).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decide(manager, { contentHash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'approvals/changed' })
    await expect(decide(buildActor(['manager'], []))).rejects.toMatchObject({ code: 'not-found' })
    expect(await read()).toMatchObject({ open_minor: '900000' })
  })

  test('that is not open any more is not given up', async () => {
    await writeOff(specialist)
    await resolveDeduction(specialist, { id, version: 1, kind: 'repaid', amountMinor: '1' })
    await expect(decide(manager)).rejects.toMatchObject({ code: 'deductions/changed-since-asked' })
    expect(await read()).toMatchObject({ open_minor: '899999' })
  })
})

describe('overruling the evidence', () => {
  const overrule = (actor: Actor) =>
    decideDeduction(actor, { deductions: [{ id, version: 1 }], decision: 'valid', reason: 'agreed by phone', causeKey: 'goodwill' })

  test('above the own limit waits, then holds as asked', async () => {
    expect(await overrule(specialist)).toEqual({ count: 0, waiting: 1, rows: [] })
    expect(await read()).toMatchObject({ decided_verdict: null, recoverable_minor: '900000' })
    await decide(manager)
    expect(await read()).toMatchObject({ decided_verdict: 'valid', recoverable_minor: '0', state: 'ready' })
  })

  test('ends with any other decision that needs nobody', async () => {
    await overrule(specialist)
    await decideDeduction(specialist, { deductions: [{ id, version: 1 }], decision: 'agree' })
    expect(await findGivingUp(manager, id)).toBeNull()
    const states = await database.query('select state from approval_request where subject_id = $1', [id])
    expect(states).toEqual([{ state: 'voided' }])
  })

  test('in our own favour, and agreeing, needs nobody', async () => {
    expect(await decideDeduction(specialist, { deductions: [{ id, version: 1 }], decision: 'agree' })).toEqual({
      count: 1,
      waiting: 0,
      rows: [{ id, version: 2 }],
    })
  })

  test('is refused when the evidence changed its mind since', async () => {
    await overrule(specialist)
    await nameTestActor(database)
    await database.query(`update deduction set verdict = 'partly' where id = $1`, [id])
    await expect(decide(manager)).rejects.toMatchObject({ code: 'deductions/changed-since-asked' })
  })
})

describe('limits', () => {
  const limit = { role: 'specialist', currency: 'USD', limitMinor: '1000000' } as const

  test('are set by the admin, on the version that was seen', async () => {
    await expect(setLimit(manager, { ...limit, version: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
    const admin = buildActor(['admin'])
    await expect(setLimit(admin, { ...limit, version: 9 })).rejects.toMatchObject({ code: 'stale' })
    await setLimit(admin, { ...limit, version: 1 })
    const trail = await database.query(
      `select event, after ->> 'limit_minor' as minor from audit_entry where table_name = 'approval_limit'`,
    )
    expect(trail).toEqual([{ event: 'approval-limit.set', minor: '1000000' }])
    expect(await writeOff(specialist)).toMatchObject({ isWaiting: false })
  })
})

test('what waits is on the list of the second person and not of who asked', async () => {
  await nameTestActor(database)
  await database.query(`update approval_limit set limit_minor = 0 where role = 'specialist'`)
  await writeOff(specialist, '100')
  const filter = ApprovalFilter.parse({})
  expect((await findApprovals(manager, filter)).rows.map((row) => row.label)).toContain(`HP-${count}`)
  expect((await findApprovals(buildActor(['manager']), filter)).rows.map((row) => row.label)).not.toContain(`HP-${count}`)
})

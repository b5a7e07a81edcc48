import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { saveCause } from '@/features/deductions/commands/save-cause'
import { findCauses } from '@/features/deductions/queries/find-causes'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { JUDGED_CAUSES } from '@/features/deductions/rules/root-cause'
import { TrackerFilter } from '@/features/deductions/schemas'
import { findNewLeakage } from '@/features/reports/queries/find-new-leakage'
import { weekOf } from '@/features/reports/rules/report-week'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const [specialist, admin] = [buildActor(['specialist']), buildActor(['admin'])]
const customer = await insertCustomer(database, 'HARBOR')
const today = companyToday()
let count = 0
let id = ''

beforeEach(async () => {
  count += 1
  id = await insertDeduction(database, customer, `RC-${count}`, 10_000n)
})

const shows = async (cause: string | null) => {
  await nameTestActor(database)
  await database.query(`update deduction set root_cause = $2, verdict = 'valid' where id = $1`, [id, cause])
}
const decide = (causeKey = '', version = 1) =>
  decideDeduction(specialist, { deductions: [{ id, version }], decision: 'valid', reason: 'seen with the buyer', causeKey })

describe('the tree of root causes', () => {
  test('has a leaf with a meaning in force for everything that judges find', async () => {
    const leaves = new Map((await findCauses()).flatMap(({ key, now }) => (now === null ? [] : [[key, now]])))
    expect(JUDGED_CAUSES.filter((key) => !leaves.has(key))).toEqual([])
  })
})

describe('calling a deduction owed', () => {
  test('needs a root cause when the evidence shows none', async () => {
    await expect(decide()).rejects.toMatchObject({ code: 'deductions/needs-cause', fields: { causeKey: 'required' } })
    await decide('picked-short')
    expect((await findDeduction(specialist, id))?.row.cause).toMatchObject({ key: 'picked-short', isNamed: true })
  })

  test('takes over the one that the evidence shows, but not the error of a customer', async () => {
    await shows('pick-error')
    await decide()
    const detail = await findDeduction(specialist, id)
    expect(detail?.row.cause).toMatchObject({ key: 'pick-error', isNamed: false, names: { en: 'pick error', 'zh-CN': '拣货错误' } })
    expect(detail?.causeTerm).toEqual({ team: 'warehouse', nature: 'preventable', processStep: 'picking' })
    await decideDeduction(specialist, { deductions: [{ id, version: 2 }], decision: 'reopen' })
    await shows('customer-old-price-file')
    await expect(decide('', 3)).rejects.toMatchObject({ code: 'deductions/needs-cause' })
    await expect(decide('customer-old-price-file', 3)).rejects.toMatchObject({ fields: { causeKey: 'invalid_value' } })
    await expect(decide('no-such-leaf', 3)).rejects.toMatchObject({ fields: { causeKey: 'invalid_value' } })
  })

  test('and accepting it need one alike; writing off does not', async () => {
    const part = { id, version: 1, amountMinor: '4000' }
    await expect(resolveDeduction(specialist, { ...part, kind: 'accepted' })).rejects.toMatchObject({ code: 'deductions/needs-cause' })
    await resolveDeduction(specialist, { ...part, kind: 'accepted', causeKey: 'delivered-late' })
    await resolveDeduction(specialist, { id, version: 2, kind: 'written-off' })
    expect((await findDeduction(specialist, id))?.row.cause?.key).toBe('delivered-late')
  })
})

describe('a change of the tree', () => {
  const leaf = {
    key: 'dock-closed',
    parentKey: 'warehouse',
    nameEn: 'dock closed',
    nameZh: '月台关闭',
    processStep: 'goods-issue',
    team: 'warehouse',
    nature: 'preventable',
    validFrom: '2026-01-01',
    version: null,
  } as const

  test('is for the admin, on what was seen, and never before its newest day', async () => {
    await expect(saveCause(specialist, leaf)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(saveCause(admin, { ...leaf, parentKey: 'pick-error' })).rejects.toMatchObject({ fields: { parentKey: 'invalid_value' } })
    await saveCause(admin, leaf)
    await expect(saveCause(admin, leaf)).rejects.toMatchObject({ code: 'stale' })
    await expect(saveCause(admin, { ...leaf, version: 1, validFrom: '2025-12-31' })).rejects.toMatchObject({
      fields: { validFrom: 'before-the-last-one' },
    })
  })

  test('holds from its day on: older deductions keep the team of their day, and an ended leaf is not offered any more', async () => {
    await decide('dock-closed')
    await nameTestActor(database)
    await database.query(`update deduction set taken_on = '2026-02-01' where id = $1`, [id])
    await saveCause(admin, { ...leaf, version: 1, validFrom: today, team: 'logistics', isRetired: true })
    expect((await findDeduction(specialist, id))?.causeTerm?.team).toBe('warehouse')
    await expect(decide('dock-closed', 2)).rejects.toMatchObject({ fields: { causeKey: 'invalid_value' } })
  })
})

test('every figure of the report by root cause, nature and team is the total of the rows it opens', async () => {
  await decide('delivered-late')
  const week = weekOf(today)
  const leakage = await findNewLeakage(specialist, week, 'USD')
  const open = async (narrowed: Record<string, string>) =>
    (await findDeductions(specialist, TrackerFilter.parse({ tab: 'all', from: week.from, to: week.to, currency: 'USD', ...narrowed })))
      .totals[0]
  for (const [filter, rows] of [
    ['cause', leakage.byCause],
    ['nature', leakage.byNature],
    ['team', leakage.byTeam],
  ] as const) {
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows)
      expect(await open({ [filter]: row.key ?? 'none' })).toMatchObject({ count: row.count, amount: { minor: row.minor } })
  }
  expect(leakage.byCause.find(({ key }) => key === 'delivered-late')).toMatchObject({ team: 'logistics' })
  const branch = await open({ cause: 'transport' })
  expect(branch?.count).toBe(leakage.byCause.filter(({ key }) => key === 'delivered-late').reduce((sum, row) => sum + row.count, 0))
})

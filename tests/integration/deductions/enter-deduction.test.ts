import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertUser, nameTestActor } from '@tests/factories/records'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { enterDeduction } from '@/features/deductions/commands/enter-deduction'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { takeEntryBack } from '@/features/deductions/commands/take-entry-back'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { checkInvariants } from '@/features/reports/queries/check-invariants'
import { useTestDatabase } from '../database'
import { sourceRows } from './source-rows'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
const own: Actor = { ...specialist, userId: asId(await insertUser(database, 'wei@test', ['specialist'])) }
const harbor = await insertCustomer(database, 'HARBOR')

const entry = (changes: Partial<Parameters<typeof enterDeduction>[1]> = {}) => ({
  customerId: harbor,
  claimNumber: 'HP-100',
  takenOn: '2026-05-20',
  amountMinor: '12500',
  currency: 'USD',
  codeText: 'Carton shortage',
  note: 'letter of 20 May',
  ...changes,
})

const rows = sourceRows(database, harbor)

describe('a deduction entered by hand', () => {
  test('is one deduction, judged at once, with its note and who entered it', async () => {
    const { id, isNew } = await enterDeduction(specialist, entry())
    expect(isNew).toBe(true)
    const detail = await findDeduction(specialist, id)
    expect(detail).toMatchObject({
      row: { claimNumber: 'HP-100', amount: { minor: 12_500n, currency: 'USD' }, takenOn: '2026-05-20' },
      sources: [{ kind: 'manual', isOrigin: true }],
      verdict: { kind: 'undecided' },
    })
    expect(await database.query('select note, entered_by from manual_entry')).toEqual([
      { note: 'letter of 20 May', entered_by: specialist.userId },
    ])
    expect((await checkInvariants()).filter((one) => one.violations > 0)).toEqual([])
  })

  test('joins what a file told of before, and what a file tells of later joins it', async () => {
    await nameTestActor(database)
    await rows.residual('HP-200', '90000001', 7_700, '2026-05-21')
    await findDeductions(specialist, {})
    expect(await enterDeduction(specialist, entry({ claimNumber: 'hp 200', amountMinor: '7700' }))).toMatchObject({ isNew: false })
    const { id } = await enterDeduction(specialist, entry({ claimNumber: 'HP-300', amountMinor: '3300' }))
    await nameTestActor(database)
    await rows.remittance('700200', '2026-05-21', [{ claim: 'HP-300', paid: -3_300, deducted: 3_300 }])
    await findDeductions(specialist, {})
    const detail = await findDeduction(specialist, id)
    expect(detail?.sources.map((source) => source.kind).sort()).toEqual(['manual', 'remittance'])
    const counts = await database.query(
      `select claim_key, count(*)::int from deduction where claim_key in ('HP200', 'HP300') group by 1 order by 1`,
    )
    expect(counts).toEqual([
      { claim_key: 'HP200', count: 1 },
      { claim_key: 'HP300', count: 1 },
    ])
  })

  test('needs a number, a note, an amount and a day that has come', async () => {
    const refused = (changes: Partial<Parameters<typeof enterDeduction>[1]>, field: string) =>
      expect(enterDeduction(specialist, entry(changes))).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
    await refused({ claimNumber: '' }, 'claimNumber')
    await refused({ note: ' ' }, 'note')
    await refused({ amountMinor: '0' }, 'amountMinor')
    await refused({ amountMinor: 'xx.xx' }, 'amountMinor')
    await refused({ takenOn: '2999-01-01' }, 'takenOn')
    await refused({ takenOn: '2026-02-30' }, 'takenOn')
  })

  test('is for customers one sees, by those who read what customers write', async () => {
    await expect(enterDeduction(buildActor(['account-manager'], []), entry())).rejects.toMatchObject({ code: 'not-found' })
    await expect(enterDeduction(buildActor(['warehouse']), entry())).rejects.toMatchObject({ code: 'not-allowed' })
    const own = await enterDeduction(buildActor(['account-manager'], [harbor]), entry({ claimNumber: 'HP-400' }))
    expect(own.isNew).toBe(true)
  })

  test('is entered once per press', async () => {
    const operationId = '00000000-0000-4000-8000-00000000abcd'
    const first = await enterDeduction(specialist, entry({ claimNumber: 'HP-500' }), { operationId })
    expect(await enterDeduction(specialist, entry({ claimNumber: 'HP-500' }), { operationId })).toEqual(first)
    expect(await database.query(`select count(*)::int from manual_entry where claim_key = 'HP500'`)).toEqual([{ count: 1 }])
  })
})

describe('taking back a wrong entry', () => {
  const takeBack = async (id: string, actor = own, version?: number) => {
    const [row] = await database.query<{ version: number }>('select version from deduction where id = $1', [id])
    return takeEntryBack(actor, { id, version: version ?? row?.version ?? 0, reason: 'read from the wrong letter' })
  }
  const keptOf = (id: string) =>
    database.query<{ content: { sources: unknown[]; verdicts: unknown[] } }>(
      `select content from record_version where table_name = 'deduction' and record_id = $1 and cause = 'undo'`,
      [id],
    )

  test('lets a deduction go that nothing else shows, and keeps it, its verdicts, the entry and the reason', async () => {
    const { id } = await enterDeduction(own, entry({ claimNumber: 'HP-900' }))
    await expect(takeBack(id, own, 99)).rejects.toMatchObject({ code: 'stale' })
    await expect(takeBack(id, buildActor(['warehouse']))).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await takeBack(id)).toEqual({ id, isGone: true })
    expect(await findDeduction(specialist, id)).toBeNull()
    const [kept] = await keptOf(id)
    expect([kept?.content.sources.length, kept?.content.verdicts.length]).toEqual([1, 1])
    const [row] = await database.query(`select taken_back_by, taken_back_because from manual_entry where claim_key = 'HP900'`)
    expect(row).toEqual({ taken_back_by: own.userId, taken_back_because: 'read from the wrong letter' })
    expect(await findDeductions(specialist, {})).toMatchObject({ created: 0 })
    expect((await checkInvariants()).filter((one) => one.violations > 0 && one.id !== 'record-leads-to-its-batch')).toEqual([])
  })

  test('leaves what a payment shows too, described by the payment', async () => {
    const { id } = await enterDeduction(own, entry({ claimNumber: 'HP-901', amountMinor: '4400', codeText: 'Damaged' }))
    await nameTestActor(database)
    await rows.remittance('700901', '2026-05-22', [{ claim: 'HP-901', paid: -4_400, deducted: 4_400 }])
    await findDeductions(specialist, {})
    expect(await takeBack(id)).toEqual({ id, isGone: false })
    const detail = await findDeduction(specialist, id)
    expect(detail?.sources).toMatchObject([{ kind: 'remittance', isOrigin: true }])
    expect(detail?.row).toMatchObject({ takenOn: '2026-05-22', codeText: null })
  })

  test('waits until what people did with it is taken back', async () => {
    const { id } = await enterDeduction(own, entry({ claimNumber: 'HP-902' }))
    const version = (await findDeduction(specialist, id))?.row.version ?? 0
    await decideDeduction(specialist, { deductions: [{ id, version }], decision: 'invalid', reason: 'signed in full' })
    await expect(takeBack(id)).rejects.toMatchObject({ code: 'deductions/entry-in-use' })
  })
})

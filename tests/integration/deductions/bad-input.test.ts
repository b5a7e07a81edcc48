import { buildActor } from '@tests/factories/people'
import { insertCustomer, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { enterDeduction } from '@/features/deductions/commands/enter-deduction'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { findCodes } from '@/features/deductions/queries/find-codes'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findDeductions as findTracker } from '@/features/deductions/queries/find-deductions'
import { CodeFilter, TrackerFilter } from '@/features/deductions/schemas'
import { useTestDatabase } from '../database'
import { sourceRows } from './source-rows'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
let count = 0
let customer = ''
let rows = sourceRows(database, '')

beforeEach(async () => {
  count += 1
  customer = await insertCustomer(database, `BAD-${count}`)
  rows = sourceRows(database, customer)
})

/** Finds and judges what the rows of this test withhold, and answers it. */
async function found() {
  await findDeductions(specialist, {})
  const { rows: list } = await findTracker(specialist, TrackerFilter.parse({ customer: `BAD-${count}` }))
  await triageDeductions(
    specialist,
    list.map((row) => row.id),
  )
  return Promise.all(list.map(async (row) => (await findDeduction(specialist, row.id)) ?? Promise.reject(new Error('gone'))))
}

describe('a deduction', () => {
  test('without any reference is found, asks what it is for, and is in nobody’s way', async () => {
    await rows.remittance('R1', '2026-05-02', [{ paid: -1_000, deducted: 1_000 }])
    const [detail] = await found()
    expect(detail?.row).toMatchObject({
      claimNumber: null,
      invoiceNumber: null,
      state: 'new',
      verdict: 'undecided',
      category: 'unclear',
      nextAction: 'ask-claim-detail',
    })
  })

  test('larger than its invoice is judged, and never brings back more than was taken', async () => {
    await rows.invoice('90000001', 5_000)
    await rows.remittance('R2', '2026-05-02', [{ claim: 'B-2', appliesTo: '90000001', paid: -9_000, deducted: 9_000 }])
    await rows.claim('B-2', 9_000, { invoice: '90000001' })
    const [detail] = await found()
    expect(detail?.row).toMatchObject({ invoiceNumber: '90000001', amount: { minor: 9_000n }, state: 'new' })
    expect(detail?.verdict?.recoverable.minor).toBeLessThanOrEqual(9_000n)
  })

  test('in another currency than its invoice is not reckoned with it, and says so', async () => {
    await rows.invoice('90000003', 500_000)
    const { id } = await enterDeduction(specialist, {
      customerId: customer,
      claimNumber: 'B-3',
      invoiceNumber: '90000003',
      takenOn: '2026-05-02',
      amountMinor: '700000',
      currency: 'CNY',
      code: 'SHT',
      codeText: 'Carton shortage',
      note: 'mail of the buyer',
    })
    const detail = await findDeduction(specialist, id)
    expect(detail?.verdict).toMatchObject({
      kind: 'undecided',
      because: 'other-currency',
      missing: ['claim-detail'],
      recoverable: { minor: 0n, currency: 'CNY' },
    })
  })

  test('of a customer nobody knows is not entered, and nothing is kept of it', async () => {
    const entry = {
      customerId: '00000000-0000-7000-8000-00000000ffff',
      claimNumber: 'B-4',
      takenOn: '2026-05-02',
      amountMinor: '1',
      currency: 'USD',
      note: 'x',
    }
    await expect(enterDeduction(specialist, entry)).rejects.toMatchObject({ code: 'not-found' })
    expect(await database.query(`select 1 from manual_entry where claim_number = 'B-4'`)).toEqual([])
  })

  test('on an invoice that was cleared long ago is found and judged like any other', async () => {
    await rows.invoice('90000005', 50_000, { on: '2024-01-10' })
    await rows.payment('P5', 50_000, '2024-02-10')
    await rows.residual('B-5', '90000005', 4_000, '2026-05-02')
    const [detail] = await found()
    expect(detail?.row).toMatchObject({ invoiceNumber: '90000005', open: { minor: 4_000n }, state: 'new' })
  })

  test('with a code never seen waits in the inbox of codes and is not guessed', async () => {
    await rows.remittance('R6', '2026-05-02', [{ claim: 'B-6', paid: -800, deducted: 800, ownCode: 'ZZ9' }])
    const [detail] = await found()
    expect(detail?.row).toMatchObject({ category: 'unclear', verdict: 'undecided', reasonCode: 'ZZ9' })
    const { rows: codes } = await findCodes(specialist, CodeFilter.parse({ customer: `BAD-${count}` }))
    expect(codes).toHaveLength(1)
  })
})

describe('two people at once', () => {
  const one = async () => {
    await rows.remittance('R7', '2026-05-02', [{ claim: `B-7-${count}`, paid: -800, deducted: 800 }])
    const [detail] = await found()
    return { id: detail?.row.id ?? '', version: detail?.row.version ?? 0 }
  }

  test('who resolve and decide have one winner; the others are told and nothing of theirs is kept', async () => {
    const { id, version } = await one()
    const results = await Promise.allSettled([
      resolveDeduction(specialist, { id, version, kind: 'accepted', causeKey: 'goodwill' }),
      resolveDeduction(specialist, { id, version, kind: 'written-off' }),
      decideDeduction(specialist, { deductions: [{ id, version }], decision: 'invalid', reason: 'signed in full' }),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'stale' })
    expect((await database.query('select 1 from resolution where deduction_id = $1', [id])).length).toBeLessThanOrEqual(1)
  })

  test('one of whom decides on facts that changed is told, and the newer verdict stands', async () => {
    const { id, version } = await one()
    await nameTestActor(database)
    await rows.claim(`B-7-${count}`, 800)
    await found()
    await expect(decideDeduction(specialist, { deductions: [{ id, version }], decision: 'invalid', reason: 'x' })).rejects.toMatchObject({
      code: 'stale',
    })
    expect((await findDeduction(specialist, id))?.decidedVerdict).toBeNull()
  })
})

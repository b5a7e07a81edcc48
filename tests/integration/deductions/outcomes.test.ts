import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { declineLedgerRequest } from '@/features/deductions/commands/decline-ledger-request'
import { postLedgerRequest } from '@/features/deductions/commands/post-ledger-request'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { sendToSales } from '@/features/deductions/commands/send-to-sales'
import { takeBackResolution } from '@/features/deductions/commands/take-back-resolution'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findPostings } from '@/features/deductions/queries/find-postings'
import { findStepsTaken } from '@/features/deductions/queries/find-steps-taken'
import { PostingFilter } from '@/features/deductions/schemas'
import { answerTask } from '@/features/tasks/commands/answer-task'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const withId = async (email: string, role: 'specialist' | 'finance'): Promise<Actor> => ({
  ...buildActor([role]),
  userId: asId(await insertUser(database, email, [role])),
})
const [specialist, finance] = [await withId('wei@test', 'specialist'), await withId('yu@test', 'finance')]
const customer = await insertCustomer(database, 'HARBOR')
let count = 0
let id = ''

beforeEach(async () => {
  count += 1
  id = await insertDeduction(database, customer, `OUT-${count}`, 10_000n)
})

const accept = (changes: { version?: number; reference?: string; amountMinor?: string } = {}) =>
  resolveDeduction(specialist, { id, version: 1, kind: 'accepted', causeKey: 'delivered-late', reason: 'seen', ...changes })
const outcomes = () => findStepsTaken(specialist, id)
const detail = async () => {
  const found = await findDeduction(specialist, id)
  if (!found) throw new Error('no such deduction')
  return found
}

describe('accepting a deduction', () => {
  test('asks finance for a credit memo, giving it up for a write-off, and each is posted under a number', async () => {
    await accept({ amountMinor: '6000' })
    await resolveDeduction(specialist, { id, version: 2, kind: 'written-off', reason: 'not worth it' })
    const open = await outcomes()
    expect(open.map(({ kind, state, amount }) => [kind, state, amount?.minor]).sort()).toEqual([
      ['credit-memo', 'requested', 6000n],
      ['write-off', 'requested', 4000n],
    ])
    const memo = open.find(({ kind }) => kind === 'credit-memo')
    const posting = { id: memo?.id ?? '', version: 1, documentNumber: '1800012', postedOn: '2026-01-05' }
    await expect(postLedgerRequest(specialist, posting)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(postLedgerRequest(finance, { ...posting, postedOn: '2999-01-01' })).rejects.toMatchObject({
      fields: { postedOn: 'in-the-future' },
    })
    await postLedgerRequest(finance, posting)
    await expect(postLedgerRequest(finance, posting)).rejects.toMatchObject({ code: 'stale' })
    expect((await outcomes()).find(({ kind }) => kind === 'credit-memo')).toMatchObject({
      state: 'posted',
      note: '1800012',
      on: '2026-01-05',
    })
    const list = await findPostings(finance, PostingFilter.parse({ tab: 'posted' }))
    expect(list.rows.find((row) => row.deductionId === id)).toMatchObject({ documentNumber: '1800012', kind: 'credit-memo' })
    expect(list.total).toBe(list.rows.length)
  })

  test('under a document that stands in the ledger already asks nobody', async () => {
    await accept({ reference: 'CM-77' })
    expect(await outcomes()).toMatchObject([{ kind: 'credit-memo', state: 'posted', note: 'CM-77' }])
  })

  test('that finance declines opens the deduction again, with the reason on it', async () => {
    await accept()
    const [request] = await outcomes()
    await declineLedgerRequest(finance, { id: request?.id ?? '', version: 1, reason: 'the invoice is not ours' })
    const { row, resolutions } = await detail()
    expect([row.open.minor, row.state]).toEqual([10_000n, 'new'])
    expect(resolutions.map(({ amount, reversesId }) => [amount.minor, reversesId !== null])).toEqual([
      [10_000n, false],
      [-10_000n, true],
    ])
    expect(await outcomes()).toMatchObject([{ state: 'declined', note: 'the invoice is not ours' }])
  })
})

describe('taking a resolution back', () => {
  const takeBack =
    (version: number, reason = 'the proof turned up') =>
    async () => {
      const [first] = (await detail()).resolutions
      return takeBackResolution(specialist, { id, version, resolutionId: first?.id ?? '', reason })
    }

  test('keeps both, opens the amount, and cancels what finance was asked', async () => {
    await accept()
    await expect(takeBack(2, '')()).rejects.toMatchObject({ fields: { reason: 'required' } })
    expect(await takeBack(2)()).toMatchObject({ openMinor: 10_000n, state: 'new' })
    expect(await outcomes()).toMatchObject([{ state: 'cancelled' }])
    await expect(takeBack(3)()).rejects.toMatchObject({ code: 'deductions/reversed-already' })
    await accept({ version: 3 })
    expect((await detail()).row.open.minor).toBe(0n)
  })

  test('is refused once finance has posted it, on a stale version, and to those who do not decide', async () => {
    await accept({ reference: 'CM-78' })
    await expect(takeBack(2)()).rejects.toMatchObject({ code: 'deductions/posted-in-ledger' })
    await expect(takeBack(1)()).rejects.toMatchObject({ code: 'stale' })
    const [first] = (await detail()).resolutions
    await expect(takeBackResolution(finance, { id, version: 2, resolutionId: first?.id ?? '', reason: 'x' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

test('a deduction that goes back to sales waits for them, once, and their answer is its outcome', async () => {
  const question = { id, version: 1, title: 'Did we agree to this?' }
  await sendToSales(specialist, question)
  expect((await detail()).row.nextAction).toBe('wait-for-sales')
  await expect(sendToSales(specialist, question)).rejects.toMatchObject({ code: 'deductions/with-sales-already' })
  await expect(sendToSales(finance, question)).rejects.toMatchObject({ code: 'not-allowed' })
  const [asked] = await outcomes()
  await answerTask(buildActor(['account-manager'], [customer]), { taskId: asked?.id ?? '', version: 1, answer: 'Yes, by mail of 3 March.' })
  expect(await outcomes()).toMatchObject([{ kind: 'sales', state: 'answered', note: 'Yes, by mail of 3 March.' }])
  expect((await detail()).row.nextAction).not.toBe('wait-for-sales')
})

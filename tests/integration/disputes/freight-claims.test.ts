import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { addDays, asCalendarDate } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { setTradeRule } from '@/features/agreements/commands/set-trade-rule'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findStepsTaken } from '@/features/deductions/queries/find-steps-taken'
import { addFreightProof } from '@/features/disputes/commands/add-freight-proof'
import { answerFreightClaim } from '@/features/disputes/commands/answer-freight-claim'
import { fileFreightClaim } from '@/features/disputes/commands/file-freight-claim'
import { noticeFreightDamage } from '@/features/disputes/commands/notice-freight-damage'
import { openFreightClaim } from '@/features/disputes/commands/open-freight-claim'
import { withdrawFreightClaim } from '@/features/disputes/commands/withdraw-freight-claim'
import { findDueFreightClaims, findFreightClaim, findFreightClaims } from '@/features/disputes/queries/find-freight-claims'
import { findFreightLines } from '@/features/disputes/queries/find-freight-lines'
import { findFreightProofs } from '@/features/disputes/queries/find-freight-proofs'
import { FreightFilter } from '@/features/disputes/schemas'
import { findCarrierRecoveries } from '@/features/reports/queries/find-carrier-recoveries'
import { findRollForward } from '@/features/reports/queries/find-roll-forward'
import { weekOf } from '@/features/reports/rules/report-week'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const person = async (email: string, role: 'logistics' | 'cash' | 'specialist'): Promise<Actor> => ({
  ...buildActor([role]),
  userId: asId(await insertUser(database, email, [role])),
})
const [logistics, cash, specialist] = [
  await person('xin@test', 'logistics'),
  await person('carla@test', 'cash'),
  await person('wei@test', 'specialist'),
]
const today = companyToday()
let count = 0
let customer = ''
let id = ''

beforeEach(async () => {
  count += 1
  customer = await insertCustomer(database, `FREIGHT-${count}`)
  id = await insertDeduction(database, customer, `FC-${count}`, 50_000n)
})

const delivered = addDays(today, -40)
const open = (changes: Partial<Parameters<typeof openFreightClaim>[1]> = {}) =>
  openFreightClaim(logistics, { deductionId: id, kind: 'loss', carrier: 'RDWY', deliveredOn: delivered, ...changes })
const file = (claim: string, version = 1, filedOn: string = addDays(today, -20)) =>
  fileFreightClaim(logistics, { id: claim, version, filedOn, claimReference: 'RD-4711' })
const answer = (claim: string, version: number, changes: Partial<Parameters<typeof answerFreightClaim>[1]>) =>
  answerFreightClaim(cash, { id: claim, version, answer: 'paid', answeredOn: today, ...changes })

describe('a claim on a carrier', () => {
  test('runs from opening to payment on its own clock, and what it brings counts once', async () => {
    await nameTestActor(database)
    await database.query(`update deduction set verdict = 'valid', liable = 'carrier', next_action = 'file-carrier-claim' where id = $1`, [
      id,
    ])
    const { id: claim } = await open()
    expect((await findDeduction(specialist, id))?.row.nextAction).toBe('accept')
    expect(await findFreightClaim(logistics, claim)).toMatchObject({ state: 'open', due: { what: 'filing' }, amount: { minor: 50_000n } })
    const filed = await file(claim)
    expect(filed).toMatchObject({ acknowledgeBy: addDays(today, 10), answerBy: addDays(today, 100) })
    await answer(claim, 2, { answer: 'acknowledged', answeredOn: addDays(today, -10) })
    await answer(claim, 3, { answer: 'offered', amountMinor: '20000' })
    await expect(answer(claim, 4, { amountMinor: '50001' })).rejects.toMatchObject({ code: 'disputes/freight-too-much' })
    await answer(claim, 4, { amountMinor: '30000' })
    await expect(answer(claim, 5, { answer: 'declined', note: 'x' })).rejects.toMatchObject({ code: 'disputes/freight-cannot-follow' })
    await resolveDeduction(specialist, { id, version: 1, kind: 'accepted', causeKey: 'carrier-loss' })
    expect(await findFreightLines(logistics, claim)).toMatchObject([
      { given: { minor: 50_000n }, claimed: { minor: 50_000n }, paid: { minor: 30_000n } },
    ])
    const own = buildActor(['manager'], [customer])
    expect(await findCarrierRecoveries(own, weekOf(today), 'USD')).toEqual({ minor: 30_000n, count: 1 })
    expect((await findRollForward(own, weekOf(today)))[0]).toMatchObject({ accepted: { minor: 50_000n }, recovered: { minor: 0n } })
    expect((await findStepsTaken(specialist, id)).map(({ kind, state }) => `${kind} ${state}`)).toContain('carrier-claim carrier-paid')
    const closed = await findFreightClaims(own, FreightFilter.parse({ tab: 'closed', from: today, to: today }))
    expect(closed.rows.map((row) => row.paid.minor)).toEqual([30_000n])
  })

  test('never asks for more than was taken, all its times together, and can be opened anew once withdrawn', async () => {
    await expect(open({ amountMinor: '50001' })).rejects.toMatchObject({ code: 'disputes/freight-too-much' })
    const { id: claim } = await open({ amountMinor: '40000' })
    await expect(open({ amountMinor: '10001' })).rejects.toMatchObject({ code: 'disputes/freight-too-much' })
    await withdrawFreightClaim(logistics, { id: claim, version: 1, reason: 'the goods turned up' })
    expect((await open()).isNew).toBe(true)
  })

  test('without a carrier or a day to count from is not opened', async () => {
    await expect(open({ carrier: '' })).rejects.toMatchObject({ fields: { carrier: 'required' } })
    await expect(open({ deliveredOn: null })).rejects.toMatchObject({ fields: { deliveredOn: 'required' } })
  })

  test('after its last day is filed only with a reason, and never in the future or by who may not', async () => {
    const { id: claim } = await open({ deliveredOn: asCalendarDate('2025-01-02') })
    await expect(file(claim)).rejects.toMatchObject({ code: 'disputes/freight-late' })
    await expect(file(claim, 1, addDays(today, 1))).rejects.toMatchObject({ fields: { filedOn: 'in-the-future' } })
    const late = { id: claim, version: 1, filedOn: today, claimReference: 'RD-1', lateReason: 'the carrier agreed by mail' }
    await expect(fileFreightClaim(buildActor(['warehouse']), late)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(fileFreightClaim(buildActor(['logistics'], []), late)).rejects.toMatchObject({ code: 'not-found' })
    await fileFreightClaim(logistics, late)
    await expect(fileFreightClaim(logistics, late)).rejects.toMatchObject({ code: 'stale' })
  })

  test('is filed with a picture of the receipt instead of a number, and every answer keeps its paper', async () => {
    const { id: claim } = await open()
    const keep = (who: Actor, name: string) =>
      addFreightProof(who, { id: claim, fileName: name, mediaType: 'image/png', content: Buffer.from(`png ${claim} ${name}`) })
    const filing = { id: claim, version: 1, filedOn: addDays(today, -20) }
    await expect(fileFreightClaim(logistics, filing)).rejects.toMatchObject({ code: 'disputes/proof-needed' })
    await expect(keep(buildActor(['warehouse']), 'no.png')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(keep(buildActor(['logistics'], []), 'no.png')).rejects.toMatchObject({ code: 'not-found' })
    const receipt = await keep(logistics, 'receipt.png')
    await expect(fileFreightClaim(logistics, { ...filing, proofDocumentId: claim })).rejects.toMatchObject({ code: 'not-found' })
    await fileFreightClaim(logistics, { ...filing, proofDocumentId: receipt.documentId })
    const letter = await keep(cash, 'letter.png')
    await answer(claim, 2, { answer: 'declined', note: 'signed clear', proofDocumentId: letter.documentId })
    expect((await findFreightProofs(logistics, claim)).map(({ step, fileName }) => [step, fileName])).toEqual([
      ['filing', 'receipt.png'],
      ['declined', 'letter.png'],
    ])
    expect(await findFreightProofs(buildActor(['logistics'], []), claim)).toEqual([])
  })

  test('for damage found later has a day to tell the carrier first', async () => {
    const { id: claim } = await open({ kind: 'concealed-damage' })
    expect(await findFreightClaim(logistics, claim)).toMatchObject({ due: { what: 'notice' } })
    await noticeFreightDamage(logistics, { id: claim, version: 1, noticedOn: addDays(delivered, 3) })
    expect(await findFreightClaim(logistics, claim)).toMatchObject({ due: { what: 'filing' } })
  })

  test('declined with its reason keeps a day to sue, and is shown to who waits for its next day', async () => {
    const { id: claim } = await open()
    await file(claim)
    await expect(answer(claim, 2, { answer: 'declined' })).rejects.toMatchObject({ fields: { note: 'required' } })
    const due = await findDueFreightClaims(buildActor(['logistics'], [customer]), addDays(today, 30), 5)
    expect(due.map((row) => [row.id, row.due?.what])).toEqual([[claim, 'acknowledgement']])
    await answer(claim, 2, { answer: 'declined', note: 'signed clear' })
    expect(await findFreightClaim(logistics, claim)).toMatchObject({ state: 'declined', due: { what: 'suit' } })
  })

  test('takes the deductions of one shipment together, and the carrier’s money is shared out to the cent', async () => {
    const second = await insertDeduction(database, customer, `FC-${count}-2`, 20_000n)
    await nameTestActor(database)
    await database.query(
      `insert into delivery_line (customer_id, number, number_key, line, material, quantity, unit, carrier, pro, pro_key, bol, bol_key, issued_on, fingerprint, batch_id, position)
       values ($1, $2, $2, '10', 'M', 1, 'EA', 'SAIA', 'P1', 'P1', 'B1', 'B1', current_date - 50, 'f', new_id(), 'row 1')`,
      [customer, `8000${count}`],
    )
    await database.query('update deduction set delivery_key = $2 where customer_id = $1', [customer, `8000${count}`])
    const first = await open({ carrier: '', deliveredOn: null })
    expect(await open({ deductionId: second })).toEqual({ id: first.id, isNew: false })
    expect(await findFreightClaim(logistics, first.id)).toMatchObject({
      carrier: 'SAIA',
      pro: 'P1',
      bol: 'B1',
      deductions: 2,
      amount: { minor: 70_000n },
    })
    await file(first.id)
    await answer(first.id, 2, { amountMinor: '10001' })
    const shares = (await findFreightLines(logistics, first.id)).map((line) => line.paid.minor)
    expect([shares.length, shares.reduce((sum, share) => sum + share, 0n)]).toEqual([2, 10_001n])
  })
})

test('a carrier that allows more than the law keeps its own rule, from its day on', async () => {
  const rule = {
    kind: 'freight-filing',
    customerId: null,
    carrier: 'EXLA',
    value: 12,
    validFrom: '2026-01-01',
    source: 'rules tariff EXLA 105',
  } as const
  await setTradeRule(specialist, rule)
  await expect(setTradeRule(specialist, rule)).rejects.toMatchObject({ code: 'stale' })
  await expect(setTradeRule(logistics, rule)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(setTradeRule(specialist, { ...rule, kind: 'fine-rate' })).rejects.toMatchObject({ fields: { customerId: 'required' } })
  await expect(setTradeRule(specialist, { ...rule, validFrom: '2025-12-01' })).rejects.toMatchObject({
    fields: { validFrom: 'before-the-last-one' },
  })
  const { id: claim } = await open({ carrier: 'EXLA', deliveredOn: asCalendarDate('2026-02-10') })
  expect(await findFreightClaim(logistics, claim)).toMatchObject({ fileBy: '2027-02-10' })
})

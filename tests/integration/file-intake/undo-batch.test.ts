import { buildActor, specialist } from '@tests/factories/people'
import { insertUser, nameTestActor } from '@tests/factories/records'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { undoBatch } from '@/features/file-intake/commands/undo-batch'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { findUndoPlan } from '@/features/file-intake/queries/find-undo-plan'
import { checkInvariants } from '@/features/reports/queries/check-invariants'
import { MONEY_INVARIANTS } from '@/features/reports/queries/invariants/money-invariants'
import { RECORD_INVARIANTS } from '@/features/reports/queries/invariants/record-invariants'
import { addComment } from '@/features/tasks/commands/add-comment'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet, remittanceSet } from './build-papers'
import { takeRows } from './stage-rows'

const database = await useTestDatabase()
const customerId = await insertRetailer(database)
const userId = await insertUser(database, 'undo@example.test', ['specialist'])
const person: Actor = { ...specialist, userId: asId(userId) }
afterAll(closeReaders)

let number = 0
beforeEach(() => {
  number += 1
})
const take = (bytes: Uint8Array) => receiveFile(person, { path: 'undo.edi', bytes, way: 'api' })
const payment = (name: string, lines: readonly string[]) => take(bytesOf([remittanceSet(`${name}${number}`, '90', lines)]))
/** Withholds 10.00 under a claim number of this test. */
const withheld = () => [`RMR*IV*9000${number}*PI*90*100`, `ADX*-10*59*CM*9000${number}`, 'REF*6O*022', `REF*MC*77${number}`]
const judge = async () => {
  await findDeductions(person, {})
  await triageDeductions(person)
}
type Found = { id: string; state: string; version: number; open: string; sources: string; verdicts: number }
const found = async () =>
  (
    await database.query<Found>(
      `select d.id, d.state, d.version, d.open_minor as open, (select string_agg(s.kind || case when s.is_origin then '!' else '' end, ',' order by s.kind)
        from deduction_source s where s.deduction_id = d.id) as sources, (select count(*)::int from verdict v where v.deduction_id = d.id) as verdicts
       from deduction d where d.claim_number = $1`,
      [`77${number}`],
    )
  )[0]
const residual = () =>
  takeRows([
    {
      kind: 'ledger-item',
      values: {
        customer: 'R01',
        account: '500001',
        documentNumber: `14000${number}`,
        kind: 'DZ',
        postingKey: '06',
        assignment: `77${number}`,
        reference: `9000${number}`,
        documentOn: '2024-05-10',
        amountMinor: 1_000,
        currency: 'USD',
      },
    },
  ])
const ours = new Set([...MONEY_INVARIANTS, ...RECORD_INVARIANTS].map(({ id }) => id))
const isCoherent = async () => expect((await checkInvariants()).filter(({ id, violations }) => violations > 0 && ours.has(id))).toEqual([])

test('a deduction that only the undone payment shows goes with it; its sources and verdicts are kept as history', async () => {
  const batch = await payment('PAY', withheld())
  await judge()
  const before = await found()
  expect(before).toMatchObject({ sources: 'remittance!', verdicts: 1 })
  expect(await findUndoPlan(person, batch.id)).toMatchObject({
    records: [{ table: 'remittance', removed: 1, restored: 0 }],
    deductions: { removed: 1, removedMinor: [{ currency: 'USD', minor: '1000' }], described: 0, reopened: 0 },
    blockers: [],
  })
  expect(await undoBatch(person, { batchId: batch.id })).toMatchObject({ removed: 1, restored: 0, deductions: 1 })
  expect(await found()).toBeUndefined()
  const [kept] = await database.query(
    `select cause, jsonb_array_length(content -> 'verdicts') as verdicts, jsonb_array_length(content -> 'sources') as sources
     from record_version where table_name = 'deduction' and record_id = $1`,
    [before?.id],
  )
  expect(kept).toEqual({ cause: 'undo', verdicts: 1, sources: 1 })
  const audited = await database.query(
    `select 1 from audit_entry where event = 'import.undone' and table_name = 'deduction' and row_id = $1`,
    [before?.id],
  )
  expect(audited.length).toBeGreaterThan(0)
  await isCoherent()
})

test('a verdict leaves its table in no other way', async () => {
  await payment('PAY', withheld())
  await judge()
  const { id } = (await found()) ?? { id: '' }
  await expect(database.query('delete from verdict where deduction_id = $1', [id])).rejects.toThrow('posted history')
})

test('a deduction that the ledger shows too stays, starts there, and forgets the claim of the undone file', async () => {
  const batch = await payment('PAY', withheld())
  await residual()
  await judge()
  expect(await found()).toMatchObject({ sources: 'ledger,remittance!' })
  expect(await undoBatch(person, { batchId: batch.id })).toMatchObject({ deductions: 0 })
  expect(await found()).toMatchObject({ sources: 'ledger!', state: 'new' })
  await judge()
  await isCoherent()
})

test('money that the undone payment gave back is taken back by an equal and opposite resolution', async () => {
  await payment('PAY', withheld())
  await judge()
  const repaid = await payment('BACK', [`RMR*CM*77${number}*PI*10`])
  await judge()
  expect(await found()).toMatchObject({ state: 'closed', open: '0' })
  expect(await undoBatch(person, { batchId: repaid.id })).toMatchObject({ deductions: 0, reopened: 1 })
  expect(await found()).toMatchObject({ state: 'new', open: '1000', sources: 'remittance!' })
  const booked = await database.query(
    `select r.amount_minor::int as amount, r.reverses_id is not null as reverses from resolution r join deduction d on d.id = r.deduction_id
     where d.claim_number = $1 order by r.created_at`,
    [`77${number}`],
  )
  expect(booked).toEqual([
    { amount: 1000, reverses: false },
    { amount: -1000, reverses: true },
  ])
  await isCoherent()
})

test('what people built on an import blocks its undoing, and nothing changes', async () => {
  const batch = await payment('PAY', withheld())
  await judge()
  const deduction = await found()
  const chosen = { id: deduction?.id ?? '', version: deduction?.version ?? 0 }
  await addComment(person, { subjectKind: 'deduction', subjectId: chosen.id, body: 'Asked the carrier.' })
  await decideDeduction(person, { deductions: [chosen], decision: 'invalid', reason: 'Signed for in full.' })
  await prepareDispute(person, { deductionId: chosen.id })
  const plan = await findUndoPlan(person, batch.id)
  expect(plan?.blockers.map(({ kind, subjects }) => [kind, subjects[0]?.id === chosen.id])).toEqual([
    ['deduction-decided', true],
    ['deduction-discussed', true],
    ['disputed', false],
  ])
  await expect(undoBatch(person, { batchId: batch.id })).rejects.toMatchObject({ code: 'file-intake/undo-blocked' })
  expect(await found()).toMatchObject({ sources: 'remittance!' })
})

test('a later import of the same document blocks until it is undone itself', async () => {
  const order = `8800${number}`
  const [first, second] = [await take(bytesOf([orderSet(order, ['12'])])), await take(bytesOf([orderSet(order, ['24'])]))]
  const same = await take(bytesOf([orderSet(order, ['24'])], { lineEnd: '\r\n' }))
  const blockersOf = async (id: string) =>
    (await findUndoPlan(person, id))?.blockers.map(({ kind, subjects }) => [kind, subjects.map((one) => one.id)])
  expect(await blockersOf(first.id)).toEqual([['later-import', [second.id]]])
  expect(await blockersOf(second.id)).toEqual([['later-import', [same.id]]])
  for (const batch of [same, second, first]) await undoBatch(person, { batchId: batch.id })
  expect(await database.query('select 1 from purchase_order where number = $1', [order])).toEqual([])
})

test('a decision on an order that the import brought blocks it', async () => {
  const batch = await take(bytesOf([orderSet(`8900${number}`)]))
  await nameTestActor(database)
  await database.query(
    `insert into order_exception (purchase_order_id, customer_id, po_number, po_key, line, kind, field, at_stake_minor, currency, state, decided_by, decided_at)
     select id, customer_id, number, number_key, '1', 'price', 'price', 100, 'USD', 'released', $2, now() from purchase_order where number = $1`,
    [`8900${number}`, userId],
  )
  expect((await findUndoPlan(person, batch.id))?.blockers).toMatchObject([
    { kind: 'order-decided', count: 1, subjects: [{ label: `8900${number}` }] },
  ])
  await database.query(`update order_exception set state = 'open', decided_by = null, decided_at = null`)
  await undoBatch(person, { batchId: batch.id })
  expect(await database.query('select 1 from order_exception where customer_id = $1', [customerId])).toEqual([])
})

test('a customer that anything refers to is not taken back', async () => {
  const values = {
    code: 'UN1',
    name: 'Undo One',
    companyCode: 'US01',
    currency: 'USD',
    netDays: 30,
    accountNumber: '0000900001',
    ediId: 'UNDOONE',
  }
  const batch = await takeRows([{ kind: 'customer', values }])
  const used = await takeRows([{ kind: 'reason-code', values: { customer: 'UN1', code: '1', text: 'x' } }])
  expect((await findUndoPlan(person, batch.id))?.blockers).toMatchObject([
    { kind: 'in-use', subjects: [{ label: 'import_batch' }, { label: 'reason_code' }] },
  ])
  await undoBatch(person, { batchId: used.id })
  await undoBatch(person, { batchId: batch.id })
  expect(await database.query(`select 1 from customer where code = 'UN1'`)).toEqual([])
})

test('who does not answer for the books, or does not see the file, undoes nothing; twice is refused', async () => {
  const batch = await take(bytesOf([orderSet(`9100${number}`)]))
  for (const role of ['account-manager', 'cash', 'logistics', 'warehouse'] as const)
    await expect(undoBatch(buildActor([role]), { batchId: batch.id })).rejects.toMatchObject({ code: 'not-allowed' })
  const stranger = buildActor(['specialist'], ['00000000-0000-7000-8000-0000000000c9'])
  await expect(undoBatch(stranger, { batchId: batch.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await findUndoPlan(stranger, batch.id)).toBeNull()
  const both = await Promise.allSettled([undoBatch(person, { batchId: batch.id }), undoBatch(person, { batchId: batch.id })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(undoBatch(person, { batchId: batch.id })).rejects.toMatchObject({ code: 'file-intake/nothing-to-undo' })
})

test('the bytes of an undone import answer that it was undone, and come in anew when somebody wants that', async () => {
  const bytes = bytesOf([orderSet(`9200${number}`)])
  const first = await take(bytes)
  await undoBatch(person, { batchId: first.id })
  const answer = await take(bytes)
  expect(answer).toMatchObject({ id: first.id, state: 'undone', isNew: false })
  const again = await receiveFile(person, { path: 'undo.edi', bytes, way: 'api' }, { isAgain: true })
  expect(again.id).not.toBe(first.id)
  expect((await findImportReport(person, [again.id]))[0]).toMatchObject({ status: 'done', rows: { accepted: 1 } })
  expect(await take(bytes)).toMatchObject({ id: again.id, isNew: false })
  expect(await receiveFile(person, { path: 'undo.edi', bytes, way: 'api' }, { isAgain: true })).toMatchObject({
    id: again.id,
    isNew: false,
  })
})

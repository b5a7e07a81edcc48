import { buildActor } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { groupIncidents } from '@/features/deductions/commands/group-incidents'
import { judgeFacts } from '@/features/deductions/commands/judge-facts'
import { triageChunk, triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { writeJudged } from '@/features/deductions/commands/write-judged'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findDeductions as findTrackerPage } from '@/features/deductions/queries/find-deductions'
import { type FactsRow, findValidityFacts } from '@/features/deductions/queries/find-validity-facts'
import { TrackerFilter } from '@/features/deductions/schemas'
import { useTestDatabase } from '../database'
import { sourceRows } from './source-rows'

const database = await useTestDatabase()
const robot = systemActor('triage')
const customer = await insertCustomer(database, 'HARBOR')
const rows = sourceRows(database, customer)
await rows.invoice('90417733', 894_000, { delivery: '80021177' })
await database.query(
  `insert into reason_code (customer_id, code, code_key, x12_code, text) values ($1, 'DSC', 'DSC', '24', 'Cash discount')`,
  [customer],
)
await database.query(
  `insert into dispute_window (customer_id, category, days, anchor, source) values ($1, 'default', 90, 'payment', 'supplier guide')`,
  [customer],
)
await rows.remittance('700123', '2026-05-20', [{ kind: 'invoice', reference: '90417733', gross: 894_000, discount: 17_880, paid: 876_120 }])
await rows.remittance('700124', '2026-05-20', [
  { claim: 'F1', appliesTo: '90417733', paid: -5_000, deducted: 5_000, ownCode: 'OTIF' },
  { claim: 'S1', appliesTo: '90417733', paid: -8_000, deducted: 8_000, ownCode: 'SHT' },
])
await rows.claim('F1', 5_000, { code: 'OTIF', text: 'On-time delivery charge', invoice: '90417733' })
await rows.claim('S1', 8_000, { invoice: '90417733' })
await findDeductions(robot, {})

const verdictCount = async () => Number((await database.query<{ count: string }>('select count(*) from verdict'))[0]?.count)
const readDeduction = async (category: string) =>
  (
    await database.query<{ id: string; verdict: string; because: string; version: number; deadline_on: Date; incident_id: string | null }>(
      'select id, verdict, because, version, deadline_on, incident_id from deduction where category = $1',
      [category],
    )
  )[0]

test('every deduction is judged once', async () => {
  expect(await triageDeductions(robot)).toMatchObject({ examined: 3, changed: 3 })
  expect(await triageDeductions(robot)).toMatchObject({ examined: 3, changed: 0 })
  expect(await verdictCount()).toBe(3)
})

test('other facts behind the same verdict write none and leave the version that a person sees', async () => {
  const read = () =>
    database.query(
      `select version, updated_at, facts_hash, (select count(*) from verdict v where v.deduction_id = d.id) as verdicts,
         (select count(*) from audit_entry a where a.row_id = d.id::text) as audited from deduction d where category = 'cash-discount'`,
    )
  const [before] = await read()
  await database.query('update customer set fine_ppm = fine_ppm + 1 where id = $1', [customer])
  expect(await triageDeductions(robot)).toMatchObject({ examined: 3, changed: 0 })
  const [after] = await read()
  expect(after).toEqual({ ...before, facts_hash: expect.not.stringMatching(String(before?.['facts_hash'])) })
})

test('money that came in full proves nothing more where no discount was agreed', async () => {
  await database.query(
    `insert into bank_entry (reference, booked_on, currency, amount_minor, payment_key, fingerprint, batch_id, position)
     values ('BK1', '2026-05-21', 'USD', 876120, '700123', 'f', '0190b000-0000-7000-8000-000000000001', 'line 3')`,
  )
  const [before] = await database.query(`select facts_hash from deduction where category = 'cash-discount'`)
  expect(await triageDeductions(robot)).toMatchObject({ examined: 3, changed: 0 })
  expect(await verdictCount()).toBe(3)
  const [after] = await database.query(`select facts_hash from deduction where category = 'cash-discount'`)
  expect(after?.['facts_hash']).not.toBe(before?.['facts_hash'])
})

test('a verdict shows its arithmetic with the places it was read from', async () => {
  const found = await readDeduction('cash-discount')
  const detail = await findDeduction(robot, found?.id ?? '')
  expect(detail?.verdict).toMatchObject({ kind: 'invalid', because: 'no-discount-agreed', recoverable: { minor: 17_880n } })
  expect(detail?.verdict?.steps.map((step) => step.label)).toEqual(['invoicedOn', 'discountRate'])
  expect(detail?.verdict?.citations[0]).toMatchObject({ document: 'invoice', number: '90417733', position: 'row 1', says: '2026-03-12' })
  expect(detail?.row).toMatchObject({ nextAction: 'build-package', deadlineOn: '2026-08-18' })
  expect(detail?.deadlineSource).toBe('default: 90 days from payment 2026-05-20 (supplier guide)')
})

test('claims of one failed shipment become one incident', async () => {
  const fine = await readDeduction('compliance')
  const shortage = await readDeduction('shortage')
  expect(fine?.incident_id).toBe(shortage?.incident_id)
  expect((await readDeduction('cash-discount'))?.incident_id).toBeNull()
  expect((await findDeduction(robot, fine?.id ?? ''))?.incident).toMatchObject({
    number: 'IN-0001',
    members: [{ claimNumber: 'F1' }, { claimNumber: 'S1' }],
  })
})

test('grouping again opens nothing and moves nothing', async () => {
  expect(await groupIncidents(robot, {})).toEqual({ opened: 0, joined: 0 })
  await expect(groupIncidents(buildActor(['account-manager'], [customer]), {})).rejects.toMatchObject({ code: 'not-allowed' })
})

test('the tracker counts, sums and pages what the actor may see', async () => {
  const first = await findTrackerPage(robot, TrackerFilter.parse({ sort: 'amount', direction: 'desc', limit: '2' }))
  expect(first).toMatchObject({ count: 3, totals: [{ currency: 'USD', count: 3, amount: { minor: 30_880n } }] })
  const second = await findTrackerPage(
    robot,
    TrackerFilter.parse({ sort: 'amount', direction: 'desc', limit: '2', after: first.nextAfter ?? '' }),
  )
  expect([...first.rows, ...second.rows].map((row) => row.amount.minor)).toEqual([17_880n, 8_000n, 5_000n])
  expect(second.nextAfter).toBeNull()
  const pasted = await findTrackerPage(robot, TrackerFilter.parse({ numbers: 'f1\n99999' }))
  expect([pasted.rows.map((row) => row.claimNumber), pasted.notFound]).toEqual([['F1'], ['99999']])
  const stranger = buildActor(['account-manager'], [])
  expect((await findTrackerPage(stranger, TrackerFilter.parse({}))).count).toBe(0)
  expect(await findDeduction(stranger, first.rows[0]?.id ?? '')).toBeNull()
})

test('only those who triage may start it', async () => {
  const found = await readDeduction('shortage')
  await expect(triageChunk(buildActor(['logistics']), { ids: [found?.id ?? ''] })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a deduction is judged again when its facts change', async () => {
  await database.query(
    `insert into purchase_order (customer_id, number, number_key, ordered_on, currency, net_days, discount_ppm, discount_days, source, fingerprint, batch_id, position)
     values ($1, '4500118', '4500118', '2026-03-01', 'USD', 30, 20000, 10, 'x12', 'f', '0190b000-0000-7000-8000-000000000001', 'row 9')`,
    [customer],
  )
  await database.query(`update invoice set po_number = '4500118', po_key = '4500118' where number_key = '90417733'`)
  expect(await triageDeductions(robot)).toMatchObject({ examined: 3, changed: 1 })
  expect(await verdictCount()).toBe(4)
})

test('what somebody changed since its facts were read is passed over, and nothing of it is written', async () => {
  const id = (await readDeduction('shortage'))?.id ?? ''
  const [row] = await findValidityFacts([id])
  const { result } = judgeFacts({ ...row, standing: { ...row?.standing, factsHash: null } } as FactsRow)
  await database.query('update deduction set version = version + 1 where id = $1', [id])
  const before = await verdictCount()
  expect(await writeJudged(robot, { results: result ? [result] : [] })).toEqual({ changed: [], overtaken: [id] })
  expect(await verdictCount()).toBe(before)
})

test('a judgement leaves one audit entry for each deduction it changed, linked to the chain', async () => {
  const entries = await database.query<{ row_id: string; is_linked: boolean }>(`
    select row_id, hash = expected as is_linked from (
      select e.*, audit_hash(coalesce(lag(e.hash) over (order by e.chain_no), '\\x'), e, e.chain_no) as expected from audit_entry e) e
    where event = 'deduction.triaged' and before ->> 'facts_hash' is null and after ? 'facts_hash' and operation_id = (
      select operation_id from audit_entry where event = 'deduction.triaged' order by id limit 1)`)
  expect(entries.map((entry) => entry.is_linked)).toEqual([true, true, true])
  expect(new Set(entries.map((entry) => entry.row_id)).size).toBe(3)
  expect(await database.query('select chain_no from audit_chain_head')).toEqual(
    await database.query('select max(chain_no) as chain_no from audit_entry having count(*) = max(chain_no)'),
  )
})

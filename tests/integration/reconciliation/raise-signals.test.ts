import { buildActor, specialist } from '@tests/factories/people'
import { nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { asId } from '@/core/ids'
import { askAboutSignal } from '@/features/reconciliation/commands/ask-about-signal'
import { raiseSignals } from '@/features/reconciliation/commands/raise-signals'
import { watchSignals } from '@/features/reconciliation/jobs/raise-signals'
import { findOrderSteps } from '@/features/reconciliation/queries/find-order-steps'
import { findOrderSignals, findSignal, findSignals, findTeamSignals } from '@/features/reconciliation/queries/find-signals'
import { SignalFilter } from '@/features/reconciliation/schemas'
import { companyToday } from '@/server/clock'
import { useTestDatabase } from '../database'
import { BATCH, HARBOR, insertHarborOrder, KESTREL } from './harbor-order'

const database = await useTestDatabase()
beforeAll(async () => {
  await insertHarborOrder(database)
  await nameTestActor(database)
})

const kinds = async (state: 'open' | 'all' = 'open') =>
  (await findSignals(specialist, SignalFilter.parse({ state }))).rows.map((row) => `${row.kind} ${row.state}`).sort()
const run = (batchIds: string[] | null = null) => raiseSignals(specialist, { batchIds })
const put = (sql: string, values: unknown[] = []) => database.query(sql, values)

/** A second order of the same customer, days relative to today; only what the test says happened. */
async function ship(po: string, days: { ordered: number; issued?: number; delivered?: number; invoiced?: number }): Promise<void> {
  const day = (offset: number) => `current_date + (${offset})`
  await put(
    `insert into purchase_order (customer_id, number, number_key, ordered_on, currency, ship_by, source, fingerprint, batch_id, position)
     values ($1, $2, $2, ${day(days.ordered)}, 'USD', ${day(days.ordered + 10)}, 'x12', 'f', $3, 'segment 3')`,
    [HARBOR, po, BATCH],
  )
  if (days.issued === undefined) return
  await put(
    `insert into delivery_line (customer_id, number, number_key, line, po_number, po_key, material, quantity, unit, issued_on, issue_status, carrier, pro, pro_key, fingerprint, batch_id, position)
     values ($1, '9' || $2, '9' || $2, '10', $2, $2, 'M1', 24, 'EA', ${day(days.issued)}, 'C', 'TLSV', '7' || $2, '7' || $2, 'f', $3, 'row 4')`,
    [HARBOR, po, BATCH],
  )
  if (days.delivered !== undefined)
    await put(
      `insert into carrier_event (carrier, pro, pro_key, status, happened_at, fingerprint, batch_id, position) values ('TLSV', '7' || $1, '7' || $1, 'D1', ${day(days.delivered)}, $1, $2, 'segment 8')`,
      [po, BATCH],
    )
  if (days.invoiced !== undefined)
    await put(
      `insert into invoice (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key, net_minor, fingerprint, batch_id, position)
       values ($1, '5' || $2, '5' || $2, ${day(days.invoiced)}, 'USD', $2, $2, '9' || $2, 10000, 'f', $3, 'row 6')`,
      [HARBOR, po, BATCH],
    )
}

test('an order that went as it should raises nothing', async () => {
  await run()
  expect(await kinds('all')).toEqual([])
})

test('every late or missing step raises its own signal with its clock, money and team', async () => {
  await ship('6001', { ordered: -5 })
  await ship('6002', { ordered: -9 })
  await ship('6003', { ordered: -20, issued: -12, delivered: -9, invoiced: -12 })
  await ship('6004', { ordered: -20, issued: -3 })
  const result = await run()
  expect(result.byKind).toMatchObject({
    'order-unconfirmed': 2,
    'window-at-risk': 1,
    'notice-missing': 2,
    'proof-missing': 1,
    'receipt-missing': 1,
    'invoice-missing': 1,
  })
  const proof = (await findSignals(specialist, SignalFilter.parse({ kind: 'proof-missing' }))).rows[0]
  expect(proof).toMatchObject({ po_key: '6003', owner_team: 'logistics', carrier: 'TLSV', pro: '76003', state: 'open', times_raised: 1 })
  const [kept] = await put('select (current_date - 9 + 365)::text as until')
  expect(proof?.due_on).toBe(kept?.['until'])
  expect(await findTeamSignals(specialist, ['logistics'], companyToday())).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'receipt-missing', count: 1, overdue: 1, stakes: [expect.objectContaining({ currency: 'USD' })] }),
    ]),
  )
  expect(await findOrderSignals(specialist, HARBOR, '6003')).toHaveLength(3)
})

test('a customer with a clock of its own is measured by it, from the day it is agreed', async () => {
  await put(
    `insert into step_clock (kind, customer_id, days, valid_from, source) values ('order-confirmed', $1, 30, '2020-01-01', 'routing guide')`,
    [HARBOR],
  )
  await run()
  expect((await kinds()).filter((kind) => kind.startsWith('order-unconfirmed'))).toEqual([])
  await put(`update step_clock set valid_to = current_date - 10 where customer_id = $1`, [HARBOR])
  await run()
  expect((await kinds()).filter((kind) => kind.startsWith('order-unconfirmed'))).toHaveLength(2)
})

test('one press asks the team; a step that comes closes the signal and the request, and one that is lost again reopens it with its history', async () => {
  const [signal] = (await findSignals(specialist, SignalFilter.parse({ kind: 'invoice-missing' }))).rows
  const id = signal?.id ?? ''
  const stranger = buildActor(['finance'], [asId<'customer'>(KESTREL)])
  await expect(askAboutSignal(stranger, { signalId: id, title: 'Bill it' })).rejects.toMatchObject({ code: 'not-found' })
  await askAboutSignal(specialist, { signalId: id, title: 'Bill it' })
  await expect(askAboutSignal(specialist, { signalId: id, title: 'Bill it' })).rejects.toMatchObject({
    code: 'reconciliation/signal-not-open',
  })
  await run()
  expect((await findSignal(specialist, id))?.row.state).toBe('asked')
  await put(
    `insert into invoice (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key, net_minor, fingerprint, batch_id, position)
     values ($1, '56004', '56004', current_date, 'USD', '6004', '6004', '96004', 10000, 'f', $2, 'row 6')`,
    [HARBOR, BATCH],
  )
  await run()
  expect((await findSignal(specialist, id))?.row).toMatchObject({ state: 'closed', closed_at: expect.any(Date) })
  expect(await put(`select team, state from task where subject_kind = 'signal'`)).toEqual([{ team: 'finance', state: 'closed' }])
  await put(`delete from invoice where number_key = '56004'`)
  await run()
  const again = await findSignal(specialist, id)
  expect(again?.row).toMatchObject({ state: 'open', times_raised: 2, closed_at: null })
  expect(again?.events.map((event) => event.what).sort()).toEqual(['asked', 'closed', 'raised', 'raised-again'])
})

test('a run over what an import touched finds the same as a run over all, and leaves the others alone', async () => {
  const before = await kinds('all')
  const [file] = await put(`select file_id from import_batch limit 1`)
  const [batch] = await put(
    `insert into import_batch (file_id, file_name, sha256, bytes, format, kind, way, state, rows_read, accepted, finished_at)
     values ($1, 'receipts.edi', repeat('cd', 32), 10, 'x12', 'x12-861', 'cli', 'done', 1, 1, now()) returning id`,
    [file?.['file_id']],
  )
  const id = String(batch?.['id'])
  await put(
    `insert into receipt (customer_id, number, number_key, received_on, po_number, po_key, source, fingerprint, batch_id, position)
     values ($1, 'R9', 'R9', current_date, '6003', '6003', '861', 'f', $2, 'segment 2')`,
    [HARBOR, id],
  )
  const touched = await run([id])
  expect(touched.orders).toBe(1)
  const after = await kinds('all')
  expect(after.filter((kind) => !before.includes(kind))).toEqual(['notice-missing closed', 'receipt-missing closed'])
  await run()
  expect(await kinds('all')).toEqual(after)
})

test('the watch looks over everything once a day, and is quiet when nothing came', async () => {
  await watchSignals()
  await watchSignals()
  expect(await put(`select count(*)::int as runs from job_run where queue = 'reconciliation.raise-signals'`)).toEqual([{ runs: 1 }])
})

test('the timeline of an order has every step with its time, its source and its state', async () => {
  const steps = await findOrderSteps(specialist, HARBOR, '4500118')
  const told = steps.map((step) => `${step.step} ${step.state} ${step.records[0]?.on ?? ''} ${step.records[0]?.record ?? ''}`.trim())
  expect(told).toEqual([
    'ordered done 2026-03-02 purchase-order',
    'confirmed done 2026-03-03 order-confirmation',
    'picked untold',
    'loaded done 2026-03-10 delivery',
    'notice-sent done 2026-03-10 ship-notice',
    'notice-answered untold',
    'delivered done 2026-03-13 carrier-event',
    'signed done 2026-03-13 proof-of-delivery',
    'received done 2026-03-14 receipt',
    'invoiced done 2026-03-10 invoice',
    'invoice-answered untold',
    'due done 2026-04-09 invoice',
    'paid late 2026-04-10 remittance',
  ])
  expect(steps.find((step) => step.step === 'delivered')?.records[0]?.at).toEqual(new Date('2026-03-13T14:00:00Z'))
  const stranger = buildActor(['account-manager'], [asId<'customer'>(KESTREL)])
  expect(await findOrderSteps(stranger, HARBOR, '4500118')).toEqual([])
})

test('a receipt is asked for as long as something is unpaid or withheld', async () => {
  await ship('6009', { ordered: -40, issued: -30, delivered: -27, invoiced: -30 })
  const missing = async () => {
    await run()
    return (await findOrderSignals(specialist, HARBOR, '6009')).map((signal) => signal.kind).includes('proof-missing')
  }
  expect(await missing()).toBe(true)
  const [remittance] = await put(
    `insert into remittance (customer_id, number, number_key, paid_on, currency, total_minor, computed_minor, source, fingerprint, batch_id, position)
     values ($1, 'R9', 'R9', current_date, 'USD', 10000, 10000, '820', 'R9', $2, 'interchange 1') returning id`,
    [HARBOR, BATCH],
  )
  await put(
    `insert into remittance_line (remittance_id, customer_id, line_no, kind, reference, reference_key, paid_minor, deducted_minor, position)
     values ($1, $2, 1, 'invoice', '56009', '56009', 10000, 0, 'segment 9')`,
    [remittance?.['id'], HARBOR],
  )
  expect(await missing()).toBe(false)
  await put(
    `insert into deduction (customer_id, claim_number, claim_key, amount_minor, open_minor, currency, delivery_key) values ($1, 'C9', 'C9', 500, 500, 'USD', '96009')`,
    [HARBOR],
  )
  expect(await missing()).toBe(true)
})

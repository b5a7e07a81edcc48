import { nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { triageDue, triageEverything } from '@/features/deductions/commands/triage-due'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findValidityFacts } from '@/features/deductions/queries/find-validity-facts'
import { useTestDatabase } from '../database'
import { insertJudgingRows } from './judging-rows'

const database = await useTestDatabase()
const robot = systemActor('judge')
const FINE = '0190b000-0000-7000-8000-0000000000f1'

/** Harbor's orders P1, P3, P5 and P7 were due in January; P1 and P3 came in time, P5 late, of P7 nobody has the day. The fine is for January. */
beforeAll(async () => {
  await nameTestActor(database)
  await insertJudgingRows(database)
  await database.query(`update purchase_order set ship_by = '2026-01-10' where number_key in ('P1', 'P3', 'P5', 'P7')`)
  await database.query(`insert into carrier_event (carrier, status, pro_key, happened_at, fingerprint, batch_id, position)
    select 'NORTH', 'D1', pro, on_day::timestamptz, pro, '0190b000-0000-7000-8000-000000000001', 'row ' || pro
    from (values ('R1', '2026-01-09'), ('R3', '2026-01-10'), ('R5', '2026-01-12')) e(pro, on_day)`)
  await database.query(`insert into trade_rule (kind, customer_id, value, valid_from, source)
    select r.kind, c.id, r.value, r.from_day::date, 'scorecard guide' from customer c, (values ('on-time-threshold', 700000, '2025-01-01'),
      ('on-time-threshold', 100000, '2026-01-02'), ('fine-rate', 30000, '2025-01-01')) r(kind, value, from_day) where c.code = 'HARBOR'`)
  await database.query(
    `insert into deduction (id, customer_id, claim_number, claim_key, taken_on, amount_minor, open_minor, currency, category, reason_code, code_text, missing)
     select $1, id, 'OT-1', 'OT1', '2026-03-01', 20000, 20000, 'USD', 'compliance', 'OTIF', 'On-time charge 2026-01', '{}' from customer where code = 'HARBOR'`,
    [FINE],
  )
})

const judged = async () => {
  const detail = await findDeduction(robot, FINE)
  return { kind: detail?.verdict?.kind, because: detail?.verdict?.because, missing: detail?.verdict?.missing }
}

test('a fine of a month is measured over the orders of that month by the threshold of its first day', async () => {
  const [row] = await findValidityFacts([FINE])
  const { period, customer } = row?.facts ?? {}
  expect(period).toMatchObject({ from: '2026-01-01', to: '2026-01-31', stated: { document: 'deduction', says: '2026-01' } })
  expect(period?.orders.map((order) => [order.number, order.arrival?.on ?? null, order.ordered, order.filled])).toEqual([
    ['P1', '2026-01-09', 120n, 120n],
    ['P3', '2026-01-10', 120n, 120n],
    ['P5', '2026-01-12', 120n, 120n],
    ['P7', null, 120n, null],
  ])
  expect(customer?.onTimeRule).toMatchObject({ value: 700_000, validFrom: '2025-01-01' })
  await triageEverything(robot)
  expect(await judged()).toEqual({ kind: 'undecided', because: 'period-incomplete', missing: ['carrier-status'] })
})

test('the day of the last order decides it, whichever deduction it belongs to, and the late one is fined at its percent', async () => {
  await database.query(`insert into carrier_event (carrier, status, pro_key, happened_at, fingerprint, batch_id, position)
    values ('NORTH', 'D1', 'R7', '2026-01-15', 'R7', '0190b000-0000-7000-8000-000000000001', 'row R7')`)
  await triageDue(robot)
  expect(await judged()).toEqual({ kind: 'partly', because: 'fine-above-agreed', missing: [] })
})

test('an order that the customer counted short is short by that count', async () => {
  await database.query(`insert into receipt (customer_id, number, number_key, source, po_number, po_key, fingerprint, batch_id, position)
    select customer_id, 'W1', 'W1', '861', 'P1', 'P1', 'f', batch_id, 'row 1' from purchase_order where number_key = 'P1'`)
  await database.query(`insert into receipt_line (customer_id, receipt_id, line, item_id, received, position)
    select r.customer_id, r.id, '1', l.item_id, 100, 'row 2' from receipt r, purchase_order_line l join purchase_order p on p.id = l.purchase_order_id
    where r.number = 'W1' and p.number_key = 'P1'`)
  const [row] = await findValidityFacts([FINE])
  expect(row?.facts.period?.orders[0]).toMatchObject({ filled: 100n, unfilledMicros: 20n * 20_900_000n })
})

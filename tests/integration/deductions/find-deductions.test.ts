import { buildActor } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import { beforeEach, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { useTestDatabase } from '../database'
import { readFound, sourceRows } from './source-rows'

const database = await useTestDatabase()
const robot = systemActor('triage')
let customers = 0
let customer = ''
let invoice = ''
let other = ''
let rows = sourceRows(database, customer)

beforeEach(async () => {
  customers += 1
  customer = await insertCustomer(database, `C${customers}`)
  rows = sourceRows(database, customer)
  // Invoice numbers are unique in the company.
  invoice = String(90_000_000 + customers)
  other = String(91_000_000 + customers)
})

const remittance = () =>
  rows.remittance('700123', '2026-05-20', [
    { kind: 'invoice', reference: invoice, gross: 894_000, paid: 894_000 },
    { claim: 'HP-881204', appliesTo: invoice, paid: -178_800, deducted: 178_800 },
  ])
const residual = () => rows.residual('HP-881204', invoice, 178_800, '2026-05-21')
const claim = () => rows.claim('HP881204', 178_800, { invoice: `00${invoice}`, quantity: 24, unitMicros: 74_500_000 })
const whole = () => ({ claim_number: 'HP-881204', amount_minor: '178800', category: 'shortage', invoice_number: invoice })

test('one claim seen in payment, portal and ledger is one deduction with three sources', async () => {
  await rows.invoice(invoice, 894_000)
  await remittance()
  await residual()
  await claim()
  expect(await findDeductions(robot, {})).toMatchObject({ created: 1, joined: 2, reversed: 0 })
  expect(await readFound(database, customer)).toEqual([
    expect.objectContaining({ ...whole(), payment_number: '700123', sources: 'ledger portal-claim remittance*' }),
  ])
})

test('a second run changes nothing', async () => {
  await remittance()
  await residual()
  await findDeductions(robot, {})
  const [before] = await database.query<{ count: string }>('select count(*) from audit_entry')
  expect(await findDeductions(robot, {})).toEqual({ created: 0, joined: 0, reversed: 0, touched: 0 })
  expect(await database.query('select count(*) from audit_entry')).toEqual([before])
})

test('sources that arrive later join, in whatever order they come', async () => {
  const arrivals = [residual, claim, remittance, () => rows.invoice(invoice, 894_000)]
  for (const arrive of arrivals) {
    await arrive()
    await findDeductions(robot, {})
  }
  expect(await readFound(database, customer)).toEqual([
    expect.objectContaining({ ...whole(), payment_number: '700123', sources: 'ledger* portal-claim remittance' }),
  ])
})

test('a claim that was only announced is no deduction until money is withheld', async () => {
  await claim()
  expect((await findDeductions(robot, {})).created).toBe(0)
  await remittance()
  await findDeductions(robot, {})
  expect((await readFound(database, customer)).map((row) => row.sources)).toEqual(['portal-claim remittance*'])
})

test('the same claim taken twice is two deductions, each with its own residual', async () => {
  const line = { claim: 'HP-881204', appliesTo: invoice, paid: -178_800, deducted: 178_800 }
  await rows.remittance('700123', '2026-05-20', [line])
  await rows.remittance('700200', '2026-06-20', [line])
  await residual()
  await rows.residual('HP-881204', invoice, 178_800, '2026-06-21')
  await findDeductions(robot, {})
  expect((await readFound(database, customer)).map((row) => [row.payment_number, row.sources])).toEqual([
    ['700123', 'ledger remittance*'],
    ['700200', 'ledger remittance*'],
  ])
})

test('a cash discount has no claim number and joins its residual by payment and invoice', async () => {
  await rows.invoice(invoice, 894_000)
  await rows.remittance('700123', '2026-05-20', [
    { kind: 'invoice', reference: invoice, gross: 894_000, discount: 17_880, paid: 876_120 },
    { kind: 'invoice', reference: other, gross: 894_000, discount: 17_880, paid: 876_120 },
  ])
  await rows.payment('700123', 1_752_240, '2026-05-21')
  await rows.residual('700123', other, 17_880, '2026-05-21')
  await findDeductions(robot, {})
  expect(await readFound(database, customer)).toEqual([
    expect.objectContaining({ claim_number: null, category: 'cash-discount', invoice_number: invoice, sources: 'remittance*' }),
    expect.objectContaining({ claim_number: null, category: 'cash-discount', invoice_number: null, sources: 'ledger remittance*' }),
  ])
})

test('money given back closes the deduction instead of opening one', async () => {
  await rows.remittance('700123', '2026-05-20', [{ claim: `${invoice}SC`, appliesTo: invoice, paid: -178_800, deducted: 178_800 }])
  await rows.remittance('700200', '2026-06-20', [{ kind: 'credit', claim: `${invoice}SCR`, paid: 178_800 }])
  expect(await findDeductions(robot, {})).toMatchObject({ created: 1, reversed: 1 })
  expect(await readFound(database, customer)).toEqual([
    expect.objectContaining({ open_minor: '0', state: 'closed', sources: 'remittance* remittance' }),
  ])
  const resolutions = await database.query('select kind, amount_minor, reference from resolution where customer_id = $1', [customer])
  expect(resolutions).toEqual([{ kind: 'reversed', amount_minor: '178800', reference: '700200' }])
  expect((await findDeductions(robot, {})).reversed).toBe(0)
})

test('part of the money given back leaves the rest open', async () => {
  await remittance()
  await rows.remittance('700200', '2026-06-20', [{ kind: 'credit', claim: 'HP-881204', paid: 100_000 }])
  await findDeductions(robot, {})
  expect(await readFound(database, customer)).toEqual([expect.objectContaining({ open_minor: '78800', state: 'new' })])
})

test('an account manager may not start the finder', async () => {
  await expect(findDeductions(buildActor(['account-manager'], [customer]), {})).rejects.toMatchObject({ code: 'not-allowed' })
})

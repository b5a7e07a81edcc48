import { buildActor } from '@tests/factories/people'
import { insertCustomer, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { enterDeduction } from '@/features/deductions/commands/enter-deduction'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { mergeDeductions } from '@/features/deductions/commands/merge-deductions'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { splitDeduction } from '@/features/deductions/commands/split-deduction'
import { triageDue } from '@/features/deductions/commands/triage-due'
import { undoLineage } from '@/features/deductions/commands/undo-lineage'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findDeductions as findTracker } from '@/features/deductions/queries/find-deductions'
import { findLineage } from '@/features/deductions/queries/find-lineage'
import { TrackerFilter } from '@/features/deductions/schemas'
import { checkInvariants } from '@/features/reports/queries/check-invariants'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
const customer = await insertCustomer(database, 'HARBOR')
let count = 0
let id = ''

/** A deduction entered by hand: it has a source of its own, as every deduction has. */
async function enter(claimNumber: string, owner = customer): Promise<string> {
  const numbers = { claimNumber, invoiceNumber: `9000${count}`, paymentNumber: '', poNumber: '', code: '', codeText: '' }
  const { id: entered } = await enterDeduction(specialist, {
    ...numbers,
    customerId: owner,
    takenOn: '2026-01-05',
    amountMinor: '10000',
    currency: 'USD',
    note: 'letter',
  })
  await nameTestActor(database)
  return entered
}

beforeEach(async () => {
  count += 1
  id = await enter(`HP-${count}`)
})

type Row = {
  amount_minor: string
  open_minor: string
  whole_minor: string | null
  split_of_id: string | null
  category: string
  version: number
  verdict: string
}
const read = async (one = id) => (await database.query<Row>('select * from deduction where id = $1', [one]))[0]
const versionOf = async (one = id) => (await read(one))?.version ?? 0
const split = async (...minors: string[]) =>
  splitDeduction(specialist, {
    id,
    version: await versionOf(),
    parts: minors.map((amountMinor) => ({ category: 'price' as const, amountMinor })),
    reason: 'two matters in one sum',
  })
const broken = async () => (await checkInvariants()).filter((one) => one.violations > 0).map((one) => one.id)
const changeOf = async (one = id) => (await findLineage(specialist, one)).changes[0]?.id ?? ''

describe('a deduction that a person divides', () => {
  test('keeps the sum to the cent, and each part knows the whole', async () => {
    const { parts } = await split('3333', '1')
    expect(await read()).toMatchObject({ amount_minor: '6666', open_minor: '6666', whole_minor: '10000' })
    expect(await read(parts[0])).toMatchObject({ amount_minor: '3333', category: 'price', split_of_id: id })
    const [whole, part] = [await findLineage(specialist, id), await findLineage(specialist, parts[0] ?? '')]
    expect([whole.whole, whole.parts.map((one) => one.amount.minor)]).toEqual([{ minor: 10_000n, currency: 'USD' }, [3_333n, 1n]])
    expect(part.partOf).toMatchObject({ id })
    expect(await broken()).toEqual([])
  })

  test('is judged in each of its parts, and none is called the duplicate of another', async () => {
    const { parts } = await split('5000')
    for (const one of [id, ...parts]) expect((await read(one))?.verdict).not.toBe('duplicate')
  })

  test('is still joined by what tells of it whole, and its parts by nothing', async () => {
    await split('4000')
    const before = await database.query('select count(*) from deduction')
    await findDeductions(systemActor('finder'), {})
    expect(await database.query('select count(*) from deduction')).toEqual(before)
    expect(await read()).toMatchObject({ amount_minor: '6000', whole_minor: '10000' })
  })

  test('is put back whole, once, and with what was said about its parts', async () => {
    const { parts } = await split('4000', '1000')
    const change = await changeOf()
    await database.query(`insert into comment (subject_kind, subject_id, author_id, body) values ('deduction', $1, $2, 'look here')`, [
      parts[0],
      specialist.userId,
    ])
    await undoLineage(specialist, { id: change })
    expect(await read()).toMatchObject({ amount_minor: '10000', open_minor: '10000', whole_minor: null })
    expect(await read(parts[0])).toBeUndefined()
    expect(await database.query(`select body from comment where subject_id = $1`, [id])).toEqual([{ body: 'look here' }])
    await expect(undoLineage(specialist, { id: change })).rejects.toMatchObject({ code: 'stale' })
    expect(await broken()).toEqual([])
  })

  test('is not put back once a part was decided, nor divided once it was', async () => {
    const { parts } = await split('4000')
    await decide(parts[0] ?? '')
    await expect(undoLineage(specialist, { id: await changeOf() })).rejects.toMatchObject({ code: 'deductions/lineage-in-use' })
    id = await enter(`HP-decided-${count}`)
    await decide(id)
    await expect(split('1')).rejects.toMatchObject({ code: 'deductions/split-already-handled' })
  })

  test('leaves something behind, and the database refuses parts that do not add up', async () => {
    await expect(split('9999', '1')).rejects.toMatchObject({ code: 'deductions/split-nothing-left' })
    await split('4000')
    await expect(database.query('update deduction set whole_minor = 9999 where id = $1', [id])).rejects.toThrow(/do not come to/)
    await expect(database.query('update deduction set whole_minor = null where id = $1', [id])).rejects.toThrow(/do not come to/)
  })

  test('is divided by one of twenty people at once', async () => {
    const version = await versionOf()
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        splitDeduction(specialist, { id, version, parts: [{ category: 'price', amountMinor: '4000' }], reason: 'at once' }),
      ),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await read()).toMatchObject({ amount_minor: '6000' })
    expect(await broken()).toEqual([])
  })
})

describe('two deductions that tell of one event', () => {
  const merge = async (otherId: string, kept = id) =>
    mergeDeductions(specialist, {
      id: kept,
      version: await versionOf(kept),
      otherId,
      otherVersion: await versionOf(otherId),
      reason: 'found twice',
    })

  test('become one with the sources of both, and come back as they were', async () => {
    const other = await enter(`HP-${count}-again`)
    expect((await findLineage(specialist, id)).lookAlikes).toMatchObject([{ id: other }])
    await merge(other)
    expect(await read(other)).toBeUndefined()
    expect(await database.query('select count(*)::int as n from deduction_source where deduction_id = $1', [id])).toEqual([{ n: 2 }])
    expect((await findLineage(specialist, id)).changes).toMatchObject([{ kind: 'merge', merged: { name: `HP-${count}-again` } }])
    expect(await broken()).toEqual([])
    await undoLineage(specialist, { id: await changeOf() })
    expect(await read(other)).toMatchObject({ amount_minor: '10000', open_minor: '10000' })
    expect(await database.query('select count(*)::int as n from deduction_source where deduction_id = $1', [other])).toEqual([{ n: 1 }])
    expect(await broken()).toEqual([])
  })

  test('stay two when the one that would go was decided, or belongs to somebody else', async () => {
    const other = await enter(`HP-${count}-again`)
    await decide(other)
    await expect(merge(other)).rejects.toMatchObject({ code: 'deductions/merge-handled' })
    const stranger = await enter('X', await insertCustomer(database, `S${count}`))
    await expect(merge(stranger)).rejects.toMatchObject({ code: 'deductions/merge-of-others' })
  })

  test('are put together once when two people do it both ways at once', async () => {
    const other = await enter(`HP-${count}-again`)
    const tries = await Promise.allSettled([merge(other), merge(id, other)])
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await broken()).toEqual([])
  })
})

test('a part is judged by the claim and the return authorisation of the whole, and says so', async () => {
  const batch = `'0190b000-0000-7000-8000-000000000001'`
  await database.query(
    `with c as (insert into portal_claim (customer_id, claim_number, claim_key, amount_minor, currency, quantity, reference, source, fingerprint, batch_id, position)
       values ($1, 'R-1', 'R1', 10000, 'USD', 10, 'RGA-1', 'portal', 'f', ${batch}, 'row 4') returning id)
     insert into deduction_source (deduction_id, kind, source_id, amount_minor, is_origin) select $2, 'portal-claim', id, 10000, false from c`,
    [customer, id],
  )
  await database.query(
    `insert into return_authorisation (customer_id, number, number_key, line, quantity, price_micros, fingerprint, batch_id, position)
     values ($1, 'RGA-1', 'RGA1', '1', 6, 10000000, 'f', ${batch}, 'row 9')`,
    [customer],
  )
  const { parts } = await splitDeduction(specialist, {
    ...{ id, version: await versionOf(), reason: 'one half was a return' },
    parts: [{ category: 'returns', amountMinor: '5000' }],
  })
  const part = await findDeduction(specialist, parts[0] ?? '')
  expect(part?.verdict).toMatchObject({ kind: 'invalid', because: 'never-returned' })
  expect(part?.verdict?.steps.map((step) => step.label)).toEqual(['dividedFrom', 'namedAuthorisation', 'authorised'])
  expect(part?.verdict?.citations).toContainEqual(expect.objectContaining({ document: 'portal-claim', position: 'row 4', says: 'RGA-1' }))
  await triageDue(systemActor('finder'))
  await database.query(`update portal_claim set reference = 'RGA-2' where claim_key = 'R1'`)
  await triageDue(systemActor('finder'))
  expect((await findDeduction(specialist, parts[0] ?? ''))?.verdict?.because).toBe('never-authorised')
})

test('money that came back and is taken again leads from one to the other', async () => {
  await database.query(
    `with back as (insert into resolution (deduction_id, customer_id, kind, amount_minor, currency, resolved_on, reference)
       select $1::uuid, $2::uuid, 'reversed', 10000, 'USD', '2026-01-01', 'P1' returning 1)
     update deduction set open_minor = 0, state = 'closed' where id = $1`,
    [id, customer],
  )
  const again = await enter(`HP-${count}-again`)
  await database.query(`update deduction set taken_on = '2026-02-01' where id = $1`, [again])
  expect((await findLineage(specialist, id)).takenAgainAs).toMatchObject([{ id: again }])
  expect((await findLineage(specialist, again)).takesAgain).toMatchObject([{ id }])
})

test('what is taken again after its money came back is no duplicate but not owed, as soon as the repayment is known', async () => {
  const again = await enter(`HP-${count}-again`)
  await database.query(`update deduction set taken_on = '2026-02-01', category = 'damage' where id = $1`, [again])
  await database.query(`update deduction set category = 'damage' where id = $1`, [id])
  await database.query(
    `insert into invoice (customer_id, number, number_key, currency, net_minor, fingerprint, batch_id, position)
     select customer_id, invoice_key, invoice_key, 'USD', 50000, 'f', '0190b000-0000-7000-8000-000000000001', 'row 1' from deduction where id = $1`,
    [id],
  )
  await triageDue(systemActor('finder'))
  expect(await read(again)).toMatchObject({ verdict: 'duplicate' })
  await resolveDeduction(specialist, {
    ...{ id, version: await versionOf(), kind: 'repaid', amountMinor: '10000' },
    ...{ resolvedOn: '2026-01-20', reference: 'CM-77' },
  })
  await triageDue(systemActor('finder'))
  const { verdict, duplicateOf } = (await findDeduction(specialist, again)) ?? {}
  expect(verdict).toMatchObject({ kind: 'invalid', because: 'repaid-before', judge: 'rededuction' })
  expect(duplicateOf).toBeNull()
  expect(verdict?.citations).toContainEqual(expect.objectContaining({ document: 'deduction', id, number: 'CM-77', says: '100.00' }))
})

test('a hold of the customer is marked as one', async () => {
  const hold = await enter('PROVISION FOR RECEIVABLE')
  expect((await findLineage(specialist, hold)).isProvision).toBe(true)
  expect((await findLineage(specialist, id)).isProvision).toBe(false)
  const { rows } = await findTracker(specialist, TrackerFilter.parse({ tab: 'all', q: '' }))
  expect(rows.filter((row) => row.isProvision).map((row) => row.id)).toEqual([hold])
})

async function decide(one: string): Promise<void> {
  await database.query(
    `update deduction set decided_verdict = 'invalid', recoverable_minor = amount_minor, state = 'ready' where id = $1`,
    [one],
  )
}

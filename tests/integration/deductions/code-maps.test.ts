import { buildActor } from '@tests/factories/people'
import { insertCustomer, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { asCalendarDate } from '@/core/calendar-date'
import { asId } from '@/core/ids'
import { decideCodeMaps } from '@/features/deductions/commands/decide-code-maps'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { proposeCodeMaps } from '@/features/deductions/commands/propose-code-maps'
import { recodeChunk, recodeDeductions } from '@/features/deductions/commands/recode-deductions'
import { findCode, findCodes } from '@/features/deductions/queries/find-codes'
import { findDeductions as findRows } from '@/features/deductions/queries/find-deductions'
import { findRecoding } from '@/features/deductions/queries/find-recoding'
import { CodeFilter, type ProposedMap, TrackerFilter } from '@/features/deductions/schemas'
import { useTestDatabase } from '../database'
import { sourceRows } from './source-rows'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
const manager: Actor = { ...buildActor(['manager']), userId: asId('00000000-0000-7000-8000-000000000002') }
let count = 0
let customer = ''
let customerCode = ''

// QX7 stands for nothing we know; each test has a customer of its own who took 40.00, 60.00 and 25.00 with it.
beforeEach(async () => {
  count += 1
  customerCode = `CUST${count}`
  customer = await insertCustomer(database, customerCode)
  const rows = sourceRows(database, customer)
  await rows.remittance(`P-${count}-1`, '2026-03-10', [{ claim: `A-${count}`, paid: -4000, deducted: 4000, ownCode: 'QX7' }])
  await rows.remittance(`P-${count}-2`, '2026-05-10', [
    { claim: `B-${count}`, paid: -6000, deducted: 6000, ownCode: 'qx-7' },
    { claim: `C-${count}`, paid: -2500, deducted: 2500, ownCode: 'QX7' },
  ])
  await findDeductions(systemActor('test'), {})
})

const propose = async (changes: Partial<ProposedMap> = {}, actor: Actor = specialist) => {
  const map = {
    customerId: customer,
    code: 'QX7',
    category: 'damage' as const,
    internalReason: 'Wet cartons',
    validFrom: '2026-01-01',
    ...changes,
  }
  const { maps } = await proposeCodeMaps(actor, { maps: [map] })
  return maps[0] ?? { id: '', contentHash: '' }
}
const approve = async (map: { id: string; contentHash: string }, actor: Actor = manager) =>
  decideCodeMaps(actor, { maps: [map], decision: 'approved' })
const categories = async () =>
  Object.fromEntries(
    (
      await database.query<{ claim: string; category: string }>(
        `select left(claim_number, 1) as claim, category from deduction where customer_id = $1 order by 1`,
        [customer],
      )
    ).map((row) => [row.claim, row.category]),
  )
const codeOf = (actor: Actor = specialist) => findCode(actor, customerCode, 'QX7')

describe('a code nobody mapped', () => {
  test('waits in the inbox with its money and its last deductions, in any spelling', async () => {
    expect(await codeOf()).toMatchObject({
      tab: 'unmapped',
      count: 3,
      amounts: [{ currency: 'USD', count: 3, minor: '12500' }],
      proposal: { category: null },
    })
    const { rows, totals } = await findRows(specialist, TrackerFilter.parse({ customer: customerCode, codeKey: 'QX7' }))
    expect(rows).toHaveLength(3)
    expect(totals).toMatchObject([{ count: 3, amount: { minor: 12_500n } }])
  })

  test('of a claim that was only announced is there too', async () => {
    await sourceRows(database, customer).claim(`N-${count}`, 9900, { code: 'NEW1', text: 'Carton shortage' })
    const { rows } = await findCodes(specialist, CodeFilter.parse({ customer: customerCode }))
    expect(rows.find((row) => row.code === 'NEW1')).toMatchObject({ count: 0, announced: 1, proposal: { category: 'shortage' } })
  })

  test('is seen by the account manager of the customer only', async () => {
    const own = buildActor(['account-manager'], [customer])
    const stranger = buildActor(['account-manager'], [await insertCustomer(database, `OTHER${count}`)])
    expect(await codeOf(own)).toMatchObject({ count: 3 })
    expect(await codeOf(stranger)).toBeNull()
    expect((await findCodes(stranger, CodeFilter.parse({}))).rows).toEqual([])
    await expect(propose({}, stranger)).rejects.toMatchObject({ code: 'not-found' })
    await expect(propose({}, buildActor(['logistics']))).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('is proposed like the same code at another customer', async () => {
    await approve(await propose())
    const other = await insertCustomer(database, `TWIN${count}`)
    await sourceRows(database, other).claim(`T-${count}`, 100, { code: 'QX7', text: '' })
    const twin = await findCode(specialist, `TWIN${count}`, 'QX7')
    expect(twin?.proposal.supporting).toContainEqual(expect.objectContaining({ kind: 'elsewhere', category: 'damage' }))
  })
})

describe('a map', () => {
  test('changes nothing before a second person approved it, and all open deductions of its days after', async () => {
    const map = await propose({ validFrom: '2026-04-01' })
    expect(await categories()).toEqual({ A: 'unclear', B: 'unclear', C: 'unclear' })
    expect(await approve(map)).toEqual({ count: 1, recoding: 2 })
    await recodeDeductions(systemActor('test'), [map.id])
    expect(await categories()).toEqual({ A: 'unclear', B: 'damage', C: 'damage' })
    expect(await codeOf()).toMatchObject({ tab: 'mapped', mapped: 'damage' })
    const [entry] = await database.query<{ event: string }>(
      `select event from audit_entry where table_name = 'deduction' and after ->> 'category' = 'damage' and customer_id = $1 limit 1`,
      [customer],
    )
    expect(entry?.event).toBe('deduction.recoded')
    expect(await recodeDeductions(systemActor('test'), [map.id])).toEqual({ recoded: 0, changed: 0 })
  })

  test('is not approved by who proposed it, whatever their roles', async () => {
    const both = buildActor(['specialist', 'manager'])
    const map = await propose({}, both)
    await expect(approve(map, both)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(approve(map, { ...manager, roles: ['specialist'] })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('does not hold past the program without its approval', async () => {
    const map = await propose()
    await nameTestActor(database)
    await expect(database.query(`update code_map set state = 'approved' where id = $1`, [map.id])).rejects.toThrow('was not approved')
  })

  test('that was changed is approved only as it is now', async () => {
    const seen = await propose()
    await expect(propose()).rejects.toMatchObject({ code: 'stale' })
    await expect(propose({ version: 7 })).rejects.toMatchObject({ code: 'stale' })
    const changed = await propose({ category: 'freight', version: 1 })
    expect(changed.id).toBe(seen.id)
    await expect(approve(seen)).rejects.toMatchObject({ code: 'approvals/changed' })
    await approve(changed)
    expect(await codeOf()).toMatchObject({ mapped: 'freight' })
  })

  test('that is rejected says why and leaves the code unmapped', async () => {
    const map = await propose()
    await expect(decideCodeMaps(manager, { maps: [map], decision: 'rejected' })).rejects.toMatchObject({ fields: { reason: 'required' } })
    await decideCodeMaps(manager, { maps: [map], decision: 'rejected', reason: 'ask them first' })
    expect(await codeOf()).toMatchObject({ tab: 'unmapped', mapped: null })
  })

  test('ends the one before it; each day has its own', async () => {
    const first = await propose()
    await approve(first)
    const second = await propose({ category: 'freight', validFrom: '2026-05-01' })
    await approve(second)
    await recodeDeductions(systemActor('test'), [first.id, second.id])
    expect(await categories()).toEqual({ A: 'damage', B: 'freight', C: 'freight' })
    await expect(propose({ validFrom: '2026-02-01' })).rejects.toMatchObject({ code: 'deductions/map-overlaps' })
  })

  test('leaves alone what people have decided', async () => {
    await nameTestActor(database)
    await database.query(`update deduction set decided_verdict = 'valid' where claim_number = $1`, [`B-${count}`])
    const map = await propose()
    await approve(map)
    await recodeDeductions(systemActor('test'), [map.id])
    expect(await categories()).toEqual({ A: 'damage', B: 'unclear', C: 'damage' })
    const [decided] = await database.query<{ id: string }>(`select id from deduction where claim_number = $1`, [`B-${count}`])
    expect(await recodeChunk(systemActor('test'), { ids: [decided?.id ?? ''] })).toMatchObject({ recoded: 0 })
  })

  test('codes what is imported later', async () => {
    await approve(await propose())
    await sourceRows(database, customer).remittance(`P-${count}-3`, '2026-06-01', [
      { claim: `D-${count}`, paid: -1000, deducted: 1000, ownCode: 'QX7' },
    ])
    await findDeductions(systemActor('test'), {})
    expect(await categories()).toMatchObject({ D: 'damage' })
  })
})

test('the preview says what would move, what stays, and writes nothing', async () => {
  await nameTestActor(database)
  await database.query(`update deduction set decided_verdict = 'valid' where claim_number = $1`, [`C-${count}`])
  const days = { validFrom: asCalendarDate('2026-04-01'), validTo: null }
  const recoding = await findRecoding(specialist, { customerId: customer, codeKey: 'QX7', category: 'damage', ...days })
  expect(recoding).toMatchObject({
    moves: [{ from: 'unclear', count: 1, amounts: [{ minor: 6000n, currency: 'USD' }] }],
    same: { count: 0 },
    settled: { count: 1, amounts: [{ minor: 2500n }] },
    judged: 1,
  })
  expect(recoding.verdicts).toMatchObject([{ from: 'undecided', count: 1 }])
  expect(await categories()).toEqual({ A: 'unclear', B: 'unclear', C: 'unclear' })
})

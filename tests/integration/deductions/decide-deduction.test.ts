import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { assignDeduction } from '@/features/deductions/commands/assign-deduction'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { followDispute } from '@/features/deductions/commands/follow-dispute'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import { TrackerFilter } from '@/features/deductions/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
const customer = await insertCustomer(database, 'HARBOR')
let count = 0
let id = ''

beforeEach(async () => {
  count += 1
  id = await insertDeduction(database, customer, `HP-${count}`, 178_800n)
  await nameTestActor(database)
  await database.query(
    `update deduction set verdict = 'invalid', recoverable_minor = 178800, next_action = 'build-package' where id = $1`,
    [id],
  )
  await database.query(
    `insert into verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, missing, facts_hash)
     values ($1, 'shortage', 't', 'invalid', 178800, 950000, 'signed-in-full', '[]', '[]', '{}', 'h')`,
    [id],
  )
})

type Row = {
  decided_verdict: string | null
  recoverable_minor: string
  state: string
  next_action: string
  version: number
  open_minor: string
  owner_id: string | null
}
const read = async () => (await database.query<Row>('select * from deduction where id = $1', [id]))[0]
const chosen = (version = 1) => [{ id, version }]

describe('a decision', () => {
  test('that agrees takes over the verdict and is written to the audit', async () => {
    await decideDeduction(specialist, { deductions: chosen(), decision: 'agree' })
    expect(await read()).toMatchObject({ decided_verdict: 'invalid', recoverable_minor: '178800', state: 'ready', version: 2 })
    const [entry] = await database.query('select event, actor_name from audit_entry where row_id = $1 order by id desc limit 1', [id])
    expect(entry).toEqual({ event: 'deduction.decided', actor_name: 'Test Person' })
  })

  test('that overrules needs a reason and changes what is at stake', async () => {
    await expect(decideDeduction(specialist, { deductions: chosen(), decision: 'valid' })).rejects.toMatchObject({
      fields: { reason: 'required' },
    })
    await decideDeduction(specialist, { deductions: chosen(), decision: 'valid', reason: 'agreed by phone', causeKey: 'goodwill' })
    expect(await read()).toMatchObject({ decided_verdict: 'valid', recoverable_minor: '0', next_action: 'accept' })
    await decideDeduction(specialist, { deductions: chosen(2), decision: 'reopen' })
    expect(await read()).toMatchObject({ decided_verdict: null, recoverable_minor: '178800', state: 'new', next_action: 'build-package' })
  })

  test('for a part needs the part', async () => {
    const partly = { deductions: chosen(), decision: 'partly' as const, reason: 'one case came' }
    await expect(decideDeduction(specialist, partly)).rejects.toMatchObject({ code: 'invalid-input' })
    await decideDeduction(specialist, { ...partly, recoverableMinor: '134100' })
    expect(await read()).toMatchObject({ decided_verdict: 'partly', recoverable_minor: '134100' })
  })

  test('on a stale version is refused whole: nothing of the bulk is saved', async () => {
    const other = await insertDeduction(database, customer, `OTHER-${count}`)
    await expect(
      decideDeduction(specialist, { deductions: [...chosen(), { id: other, version: 9 }], decision: 'valid', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'stale' })
    expect(await read()).toMatchObject({ decided_verdict: null, version: 1 })
  })

  test('for all that a filter matches is one for as many as were seen', async () => {
    const [second, third] = [`M-${count}-1`, `M-${count}-2`]
    for (const claim of [second, third]) await insertDeduction(database, customer, claim)
    const matching = TrackerFilter.parse({ numbers: `${second},${third}` })
    const all = { decision: 'valid' as const, reason: 'the buyer was right', causeKey: 'price-not-maintained' }
    await expect(decideDeduction(specialist, { ...all, deductions: { matching, count: 3 } })).rejects.toMatchObject({ code: 'stale' })
    const others = buildActor(['specialist'], [])
    await expect(decideDeduction(others, { ...all, deductions: { matching, count: 2 } })).rejects.toMatchObject({ code: 'stale' })
    expect(await decideDeduction(specialist, { ...all, deductions: { matching, count: 2 } })).toEqual({
      count: 2,
      waiting: 0,
      rows: [
        { id: expect.any(String), version: 2 },
        { id: expect.any(String), version: 2 },
      ],
    })
    const decided = await database.query('select distinct decided_verdict from deduction where claim_number = any($1)', [[second, third]])
    expect(decided).toEqual([{ decided_verdict: 'valid' }])
  })

  test('by two people at once has one winner', async () => {
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => decideDeduction(specialist, { deductions: chosen(), decision: 'agree' })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await read()).toMatchObject({ version: 2 })
  })

  test('is for specialists and managers, on customers they see', async () => {
    await expect(
      decideDeduction(buildActor(['account-manager'], [customer]), { deductions: chosen(), decision: 'agree' }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decideDeduction(buildActor(['specialist'], []), { deductions: chosen(), decision: 'agree' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a dispute that was filed', () => {
  test('takes its deduction along, and back when it is withdrawn', async () => {
    await followDispute(specialist, { id, state: 'submitted' })
    expect(await read()).toMatchObject({ state: 'submitted', next_action: 'wait-for-answer' })
    await followDispute(specialist, { id, state: 'ready' })
    expect(await read()).toMatchObject({ state: 'ready', next_action: 'build-package' })
  })

  test('cannot move a closed deduction', async () => {
    await resolveDeduction(specialist, { id, version: 1, kind: 'repaid' })
    await expect(followDispute(specialist, { id, state: 'submitted' })).rejects.toMatchObject({ code: 'deductions/already-closed' })
  })
})

describe('an assignment', () => {
  test('puts the deduction on a desk and off it again', async () => {
    const owner = await insertUser(database, `lw${count}@example.test`, ['specialist'])
    await assignDeduction(specialist, { deductions: chosen(), ownerId: owner })
    expect(await read()).toMatchObject({ owner_id: owner, version: 2 })
    await assignDeduction(specialist, { deductions: chosen(2), ownerId: null })
    expect(await read()).toMatchObject({ owner_id: null })
  })

  test('to nobody who exists is refused', async () => {
    const nobody = '0190a000-0000-7000-8000-00000000ffff'
    await expect(assignDeduction(specialist, { deductions: chosen(), ownerId: nobody })).rejects.toMatchObject({
      fields: { ownerId: 'invalid_value' },
    })
  })
})

describe('a resolution', () => {
  test('in two parts closes the deduction', async () => {
    await resolveDeduction(specialist, { id, version: 1, kind: 'repaid', amountMinor: '100000', reference: '700300' })
    expect(await read()).toMatchObject({ open_minor: '78800', state: 'new' })
    await resolveDeduction(specialist, { id, version: 2, kind: 'written-off', reason: 'not worth more work' })
    expect(await read()).toMatchObject({ open_minor: '0', state: 'closed', next_action: 'none' })
    await expect(resolveDeduction(specialist, { id, version: 3, kind: 'repaid' })).rejects.toMatchObject({
      code: 'deductions/already-closed',
    })
  })

  test('for more than is open is refused', async () => {
    await expect(resolveDeduction(specialist, { id, version: 1, kind: 'credited', amountMinor: '178801' })).rejects.toMatchObject({
      fields: { amountMinor: 'too_big' },
    })
  })

  test('of money that came back may be booked by cash, a write-off may not', async () => {
    const cash = buildActor(['cash'])
    await expect(resolveDeduction(cash, { id, version: 1, kind: 'written-off' })).rejects.toMatchObject({ code: 'not-allowed' })
    await resolveDeduction(cash, { id, version: 1, kind: 'repaid' })
    expect(await read()).toMatchObject({ state: 'closed' })
  })
})

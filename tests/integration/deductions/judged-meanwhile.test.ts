import { buildActor } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { money } from '@/core/money'
import { assignDeduction } from '@/features/deductions/commands/assign-deduction'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { nameCause } from '@/features/deductions/commands/name-cause'
import { resolveDeduction } from '@/features/deductions/commands/resolve-deduction'
import type { TriageResult } from '@/features/deductions/commands/save-verdicts'
import { sendToSales } from '@/features/deductions/commands/send-to-sales'
import { splitDeduction } from '@/features/deductions/commands/split-deduction'
import { writeJudged } from '@/features/deductions/commands/write-judged'
import type { ValidityVerdict } from '@/features/deductions/rules/verdict'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
const customer = await insertCustomer(database, 'HARBOR')
const owner = await insertUser(database, 'lin@example.test', ['specialist'])
let count = 0
let id = ''

const FIRST: ValidityVerdict = {
  kind: 'invalid',
  recoverable: money(20_000n, 'USD'),
  confidencePpm: 950_000,
  because: 'signed-in-full',
  steps: [{ label: 'invoiced', value: { type: 'quantity', quantity: '120', unit: 'each' }, working: null, cite: 0 }],
  citations: [],
  missing: [],
  liable: 'customer',
  rootCause: null,
}

type Row = { version: number; decided_verdict: string | null; owner_id: string | null; open_minor: string }
const read = async () => (await database.query<Row>('select * from deduction where id = $1', [id]))[0]

/** The machine judges again, with what changed about its verdict, and the row counts a version. */
async function judge(verdict: Partial<ValidityVerdict>, shown: Partial<TriageResult> = {}): Promise<void> {
  const version = (await read())?.version ?? 0
  const result: TriageResult = {
    id,
    version,
    isFirst: version === 1,
    judgement: { judge: 'shortage', verdict: { ...FIRST, ...verdict }, duplicateOfId: null },
    factsHash: `h${version}`,
    deadline: null,
    action: 'build-package',
    evidenceHave: 1,
    evidenceNeed: 3,
    ...shown,
  }
  await writeJudged(systemActor('triage'), { results: [result] })
}

beforeEach(async () => {
  count += 1
  id = await insertDeduction(database, customer, `JM-${count}`, 20_000n)
  await judge({})
})

const SEEN = 2
const chosen = () => ({ deductions: [{ id, version: SEEN }] })
const subject = () => ({ id, version: SEEN })
const decide = () => decideDeduction(specialist, { ...chosen(), decision: 'agree' })
const assign = (ownerId: string | null = owner) => assignDeduction(specialist, { ...chosen(), ownerId })
const name = () => nameCause(specialist, { ...chosen(), causeKey: 'goodwill' })
const accept = () => resolveDeduction(specialist, { ...subject(), kind: 'accepted', causeKey: 'goodwill' })
const repay = () => resolveDeduction(specialist, { ...subject(), kind: 'repaid' })
const ask = () => sendToSales(specialist, { ...subject(), title: 'Promised?', body: 'Was this promised?', dueAt: '2026-12-01T12:00:00Z' })
const split = () => splitDeduction(specialist, { ...subject(), parts: [{ category: 'price', amountMinor: '5000' }], reason: 'two matters' })
const ALL = { decide, assign, name, accept, repay, ask, split }

describe('when the machine judged again and only its own counts are others', () => {
  for (const [what, act] of Object.entries(ALL))
    test(`${what} goes through`, async () => {
      await judge({ confidencePpm: 910_000 }, { evidenceHave: 2 })
      await judge({ confidencePpm: 930_000, citations: [] }, { evidenceHave: 3, action: 'ask-warehouse-count' })
      expect(await read()).toMatchObject({ version: SEEN + 2 })
      expect(await act()).toBeDefined()
    })

  test('a step that is taken back goes by the version it came to, not by the one that was seen', async () => {
    await judge({ confidencePpm: 910_000 })
    const { rows } = await assign()
    await judge({ confidencePpm: 900_000 })
    await assignDeduction(specialist, { deductions: rows, ownerId: null })
    expect(await read()).toMatchObject({ owner_id: null, version: SEEN + 4 })
  })
})

describe('when the verdict became another one', () => {
  const OTHERS: Readonly<Record<string, Partial<ValidityVerdict>>> = {
    verdict: { kind: 'valid', recoverable: money(0n, 'USD'), because: 'short-shipped' },
    amount: { recoverable: money(15_000n, 'USD'), kind: 'partly' },
    reason: { because: 'cases-counted-as-eaches' },
    figure: { steps: [{ label: 'invoiced', value: { type: 'quantity', quantity: '114', unit: 'each' }, working: null, cite: 0 }] },
    'missing paper': { missing: ['proof-of-delivery'] },
  }
  for (const [what, verdict] of Object.entries(OTHERS))
    test(`a decision on another ${what} is refused, and so is giving the money up`, async () => {
      await judge(verdict)
      for (const act of [decide, accept]) await expect(act()).rejects.toMatchObject({ code: 'stale' })
      expect(await read()).toMatchObject({ decided_verdict: null, version: SEEN + 1, open_minor: '20000' })
    })

  for (const what of ['assign', 'repay', 'ask', 'split'] as const)
    test(`${what} does not rest on it`, async () => {
      await judge({ kind: 'valid', recoverable: money(0n, 'USD'), because: 'short-shipped' })
      expect(await ALL[what]()).toBeDefined()
    })

  test('back to what was seen, the decision stands', async () => {
    await judge({ kind: 'valid', recoverable: money(0n, 'USD'), because: 'short-shipped' })
    await judge({})
    await decide()
    expect(await read()).toMatchObject({ decided_verdict: 'invalid' })
  })
})

describe('when a person changed it and the machine judged on top', () => {
  test('a second owner is refused, and the first keeps it', async () => {
    await assign()
    await judge({ confidencePpm: 910_000 })
    await expect(assign(null)).rejects.toMatchObject({ code: 'stale' })
    expect(await read()).toMatchObject({ owner_id: owner })
  })

  test('a second decision is refused, and so are a booking and a division', async () => {
    await decide()
    await judge({ confidencePpm: 910_000 })
    for (const act of [decide, accept, repay, split, name]) await expect(act()).rejects.toMatchObject({ code: 'stale' })
    expect(await read()).toMatchObject({ decided_verdict: 'invalid', open_minor: '20000' })
  })

  test('a decision stands beside another owner, and an owner beside a root cause', async () => {
    await assign()
    await decide()
    expect(await read()).toMatchObject({ owner_id: owner, decided_verdict: 'invalid' })
  })

  test('of many who act at once while the machine judges, one wins', async () => {
    await nameTestActor(database)
    const acts = await Promise.allSettled([judge({ confidencePpm: 910_000 }), decide(), decide(), accept(), repay(), split()])
    expect(acts.slice(1).filter((act) => act.status === 'fulfilled')).toHaveLength(1)
    for (const act of acts.slice(1)) if (act.status === 'rejected') expect(act.reason).toMatchObject({ code: 'stale' })
  })

  test('a version that never was is refused', async () => {
    await expect(assignDeduction(specialist, { deductions: [{ id, version: 99 }], ownerId: owner })).rejects.toMatchObject({
      code: 'stale',
    })
  })
})

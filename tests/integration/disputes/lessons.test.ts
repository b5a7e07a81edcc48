import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { asId } from '@/core/ids'
import { requireEvidence } from '@/features/agreements/commands/require-evidence'
import { findCalibration } from '@/features/deductions/queries/find-calibration'
import { findOutcomes } from '@/features/deductions/queries/find-outcomes'
import { decideEvidenceRule } from '@/features/disputes/commands/decide-evidence-rule'
import { proposeEvidenceRule } from '@/features/disputes/commands/propose-evidence-rule'
import { findDenials, findEvidenceLessons, findWinRates } from '@/features/disputes/queries/find-lessons'
import { findPastCases } from '@/features/disputes/queries/find-past-cases'
import { findProposals } from '@/features/disputes/queries/find-proposals'
import { useTestDatabase } from '../database'
import { insertAnswered } from '../deductions/answered-disputes'

const database = await useTestDatabase()
const everything = { customer: '', category: '' } as const
let harbor = ''
let wei = specialist
let helena = specialist

/** Answered disputes of HARBOR about shortages: four won with the proof of delivery, three lost without it. */
async function insertCases(): Promise<void> {
  for (let at = 0; at < 7; at++) {
    const isWon = at < 4
    const claim = `S${at}`
    const id = await insertAnswered(database, harbor, claim, {
      category: 'shortage',
      isComplete: isWon,
      wonMinor: isWon ? 1_000n : 0n,
      lostMinor: isWon ? 0n : 1_000n,
    })
    await database.query(
      `insert into package_exhibit (dispute_id, sort_order, evidence, title)
       select id, 1, unnest($2::text[]), 'x' from dispute where deduction_id = $1`,
      [id, isWon ? ['invoice', 'proof-of-delivery'] : ['invoice']],
    )
    if (!isWon) await database.query(`update dispute set denial_code = 'D06', denial_text = 'No signature' where deduction_id = $1`, [id])
    await database.query(`update deduction set verdict = 'invalid', because = 'signed-in-full' where id = $1`, [id])
  }
}

beforeAll(async () => {
  await nameTestActor(database)
  harbor = await insertCustomer(database, 'HARBOR')
  wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
  const manager = buildActor(['manager'], 'all')
  helena = { ...manager, userId: asId<'user'>(await insertUser(database, 'helena@example.test', ['manager'])) }
  await insertCases()
})

test('win rates say what was won of what, and rest only on own cases', async () => {
  expect(await findWinRates(wei, everything)).toMatchObject([
    { customerCode: 'HARBOR', category: 'shortage', isComplete: true, cases: 4, won: 4 },
    { customerCode: 'HARBOR', category: 'shortage', isComplete: false, cases: 3, won: 0 },
  ])
  expect(await findWinRates(buildActor(['account-manager'], []), everything)).toEqual([])
})

test('a package that lacks only what nobody requires counts as complete, one that lacks a required paper does not', async () => {
  await nameTestActor(database)
  const kestrel = await insertCustomer(database, 'KESTREL')
  const lacking = async (claim: string, missing: string) => {
    const id = await insertAnswered(database, kestrel, claim, { category: 'price', isComplete: true, wonMinor: 100n, lostMinor: 0n })
    await database.query(
      `with file as (insert into stored_file (sha256, bytes, media_type, storage_key) values (md5($2) || md5($2), 1, 'application/pdf', $2) returning id)
       insert into dispute_package (dispute_id, customer_id, version, manifest, manifest_sha256, pdf_file_id, zip_file_id, page_count, missing, is_submitted)
       select z.id, z.customer_id, 1, '{}', 'x', file.id, file.id, 1, array[$3], true from dispute z, file where z.deduction_id = $1`,
      [id, claim, missing],
    )
  }
  await database.query(
    `insert into evidence_requirement (customer_id, category, evidence, level, sort_order)
     values ($1, 'price', 'agreed-price', 'required', 1), ($1, 'price', 'claim', 'recommended', 2)`,
    [kestrel],
  )
  await lacking('P1', 'claim')
  await lacking('P2', 'agreed-price')
  expect((await findWinRates(wei, { customer: 'KESTREL', category: 'price' })).map((row) => [row.isComplete, row.cases])).toEqual([
    [true, 1],
    [false, 1],
  ])
  await database.query(`delete from evidence_requirement where customer_id = $1`, [kestrel])
})

test('what won last time is shown with its papers, and what was denied with the reason', async () => {
  const cases = await findPastCases(wei, { customerId: harbor, category: 'shortage', limit: 10 })
  expect(cases).toHaveLength(7)
  expect(cases.find((one) => one.name === 'S0')).toMatchObject({
    outcome: 'won',
    kinds: ['invoice', 'proof-of-delivery'],
    denialCode: null,
  })
  expect(cases.find((one) => one.name === 'S6')).toMatchObject({ outcome: 'lost', kinds: ['invoice'], denialCode: 'D06' })
  expect(await findPastCases(buildActor(['specialist'], []), { customerId: harbor, limit: 10 })).toEqual([])
})

test('denials are counted by the customer’s own code with what they cost', async () => {
  expect(await findDenials(wei, everything)).toMatchObject([
    { customerCode: 'HARBOR', code: 'D06', text: 'No signature', cases: 3, lost: { minor: 3_000n, currency: 'USD' } },
  ])
})

test('a verdict’s confidence looks at how often its reason was right', async () => {
  expect(await findOutcomes('signed-in-full')).toEqual({ cases: 7, right: 4 })
  expect(await findOutcomes('never-said')).toEqual({ cases: 0, right: 0 })
  await database.query(`update deduction set confidence_ppm = 970000 where because = 'signed-in-full'`)
  expect(await findCalibration(wei)).toEqual([{ tenth: 9, cases: 7, statedPpm: 970_000, rightPpm: 571_429 }])
  expect(await findCalibration(buildActor(['account-manager'], []))).toEqual([])
})

test('a paper that made the difference is proposed with its effect, and required only after a second person approved it', async () => {
  await insertDeduction(database, harbor, 'OPEN-1')
  await database.query(`update deduction set category = 'shortage' where claim_number = 'OPEN-1'`)
  const lesson = (await findEvidenceLessons(wei, everything)).find((one) => one.evidence === 'proof-of-delivery')
  expect(lesson).toMatchObject({ withCases: 4, withWon: 4, withoutCases: 3, withoutWon: 0, isRequired: false })
  const rule = { customerId: harbor, category: 'shortage', evidence: 'proof-of-delivery' } as const
  const { id, contentHash, effect } = await proposeEvidenceRule(wei, rule)
  // The answered claims are open, too: none of them has a paper in the records.
  expect(effect).toEqual({ withCases: 4, withWon: 4, withoutCases: 3, withoutWon: 0, openClaims: 8, openWithout: 8 })
  await expect(proposeEvidenceRule(wei, rule)).rejects.toMatchObject({ code: 'conflict' })
  expect(await database.query('select 1 from evidence_requirement')).toEqual([])
  await expect(decideEvidenceRule(wei, { id, contentHash, decision: 'approved' })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(decideEvidenceRule(helena, { id, contentHash: 'a'.repeat(64), decision: 'approved' })).rejects.toMatchObject({
    code: 'approvals/changed',
  })
  await decideEvidenceRule(helena, { id, contentHash, decision: 'approved' })
  expect(await findProposals(wei, 'HARBOR')).toMatchObject([{ state: 'approved', decidedByName: 'helena@example.test' }])
  const lists = await database.query<{ evidence: string; level: string }>(
    'select evidence, level from evidence_requirement order by sort_order',
  )
  expect(lists).toContainEqual({ evidence: 'proof-of-delivery', level: 'required' })
  expect(lists.length).toBeGreaterThan(3)
})

test('a paper that no list knows is added to each of them', async () => {
  await requireEvidence(systemActor('lessons'), {
    customerId: harbor,
    category: 'shortage',
    evidence: 'carrier-status',
    usual: [],
    source: 'own cases',
  })
  expect(await database.query(`select level, source from evidence_requirement where evidence = 'carrier-status'`)).toEqual([
    { level: 'required', source: 'own cases' },
  ])
})

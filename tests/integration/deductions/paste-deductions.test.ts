import { specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction, insertUser } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import { askUndoBulk } from '@/features/deductions/commands/ask-undo-bulk'
import { pasteDeductions } from '@/features/deductions/commands/paste-deductions'
import { undoBulkChunk } from '@/features/deductions/commands/undo-bulk-chunk'
import { findPastePlan } from '@/features/deductions/queries/find-paste-plan'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { stopQueue } from '@/server/jobs/queue'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(stopQueue)
const customer = await insertCustomer(database, 'PASTE')
const wei = await insertUser(database, 'wei@example.test', ['specialist'])
const person = await findPerson(wei)
if (!person) throw new Error('no such person')
const actor = actorOf(person)

const ownerOf = async (id: string) =>
  (await database.query<{ owner: string | null }>('select owner_id::text as owner from deduction where id = $1', [id]))[0]?.owner

test('a paste is shown against what stands now, written as one command and taken back', async () => {
  const [one, two] = [await insertDeduction(database, customer, 'PA-1'), await insertDeduction(database, customer, 'PA-2')]
  const plan = await findPastePlan(actor, [
    { claim: 'pa 1', owner: 'wei@example.test', note: 'Called the buyer.' },
    { claim: 'PA-2', owner: '' },
    { claim: 'PA-9', owner: '' },
  ])
  expect(plan.map((row) => [row.label, row.problem, row.changes.length])).toEqual([
    ['PA-1', null, 2],
    ['PA-2', null, 0],
    ['PA-9', 'not-found', 0],
  ])
  const rows = plan.flatMap((row) => (row.target && row.changes.length > 0 ? [{ ...row.target, ...row.write }] : []))
  const { id, count } = await pasteDeductions(actor, { rows })
  expect(count).toBe(1)
  expect([await ownerOf(one), await ownerOf(two)]).toEqual([wei, null])
  expect(await database.query('select body from comment where subject_id = $1', [one])).toEqual([{ body: 'Called the buyer.' }])
  await askUndoBulk(actor, { bulkId: id ?? '' })
  await undoBulkChunk(actor, { bulkId: id ?? '' })
  expect(await ownerOf(one)).toBeNull()
})

test('a row that got another owner since it was shown keeps everything from being written', async () => {
  const [one, two] = [await insertDeduction(database, customer, 'PB-1'), await insertDeduction(database, customer, 'PB-2')]
  await database.query('update deduction set version = version + 1 where id = $1', [one])
  await database.query('update deduction set owner_id = $2 where id = $1', [two, wei])
  const rows = [one, two].map((id) => ({ id, seenOwnerId: null, ownerId: wei }))
  await expect(pasteDeductions(actor, { rows })).rejects.toMatchObject({ code: 'stale' })
  expect(await ownerOf(one)).toBeNull()
})

test('notes alone replace nothing, so nothing is kept to be taken back', async () => {
  const one = await insertDeduction(database, customer, 'PF-1')
  const before = await database.query('select count(*) from deduction_bulk')
  expect(await pasteDeductions(actor, { rows: [{ id: one, seenOwnerId: null, note: 'Asked for the receipt.' }] })).toEqual({
    id: null,
    count: 1,
  })
  expect(await database.query('select count(*) from deduction_bulk')).toEqual(before)
  expect(await database.query('select body from comment where subject_id = $1', [one])).toEqual([{ body: 'Asked for the receipt.' }])
})

test('who may not hand out work is shown nothing and writes nothing', async () => {
  const one = await insertDeduction(database, customer, 'PC-1')
  const cash = { ...specialist, roles: ['cash'] as const }
  await expect(findPastePlan(cash, [{ claim: 'PC-1', owner: '' }])).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(pasteDeductions(cash, { rows: [{ id: one, seenOwnerId: null, ownerId: wei }] })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('root causes are pasted by name in either language, written with owners as one command and taken back', async () => {
  const ids = [await insertDeduction(database, customer, 'PD-1'), await insertDeduction(database, customer, 'PD-2')]
  const [names] = await database.query<{ en: string; zh: string }>(
    `select name_en as en, name_zh as zh from root_cause where key = 'picked-short'`,
  )
  const plan = await findPastePlan(actor, [
    { claim: 'PD-1', owner: 'wei@example.test', cause: names?.zh },
    { claim: 'PD-2', cause: names?.en.toUpperCase() },
    { claim: 'PD-2', cause: 'no such cause' },
  ])
  expect(plan.map(({ problem, write }) => [problem, write.causeKey])).toEqual([
    [null, 'picked-short'],
    [null, 'picked-short'],
    ['twice', undefined],
  ])
  const rows = plan.flatMap((row) => (row.target && row.changes.length > 0 ? [{ ...row.target, ...row.write }] : []))
  const { id } = await pasteDeductions(actor, { rows })
  const now = () =>
    database.query('select owner_id::text as owner, cause_key as cause from deduction where id = any($1::uuid[]) order by claim_number', [
      ids,
    ])
  expect(await now()).toEqual([
    { owner: wei, cause: 'picked-short' },
    { owner: null, cause: 'picked-short' },
  ])
  // What somebody named otherwise since stays theirs.
  await database.query(`update deduction set cause_key = 'customer-old-price-file' where id = $1`, [ids[1]])
  await askUndoBulk(actor, { bulkId: id ?? '' })
  await undoBulkChunk(actor, { bulkId: id ?? '' })
  expect(await now()).toEqual([
    { owner: null, cause: null },
    { owner: null, cause: 'customer-old-price-file' },
  ])
})

test('a cause that changed since it was shown, or that cannot be, keeps everything from being written', async () => {
  const id = await insertDeduction(database, customer, 'PE-1')
  const row = { id, seenOwnerId: null, seenCauseKey: null }
  await expect(pasteDeductions(actor, { rows: [{ ...row, causeKey: 'no-such-leaf' }] })).rejects.toMatchObject({ code: 'invalid-input' })
  await database.query(`update deduction set cause_key = 'picked-short', decided_verdict = 'valid' where id = $1`, [id])
  await expect(pasteDeductions(actor, { rows: [{ ...row, causeKey: 'goodwill' }] })).rejects.toMatchObject({ code: 'stale' })
  const seen = { ...row, seenCauseKey: 'picked-short' }
  await expect(pasteDeductions(actor, { rows: [{ ...seen, causeKey: null }] })).rejects.toMatchObject({ code: 'deductions/needs-cause' })
  await expect(pasteDeductions(actor, { rows: [{ ...seen, causeKey: 'customer-old-price-file' }] })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

import { specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction } from '@tests/factories/records'
import { afterAll, expect, test } from 'vitest'
import { nameCause } from '@/features/deductions/commands/name-cause'
import { stopQueue } from '@/server/jobs/queue'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(stopQueue)
const customer = await insertCustomer(database, 'CAUSE')
const id = await insertDeduction(database, customer, 'CA-1')
const name = (causeKey: string, version: number) => nameCause(specialist, { deductions: [{ id, version }], causeKey })
const now = async () =>
  (
    await database.query<{ cause: string | null; version: number }>('select cause_key as cause, version from deduction where id = $1', [id])
  )[0]

test('a root cause is named in the list, left to the evidence again, and leaves its trace', async () => {
  await name('picked-short', 1)
  expect(await now()).toEqual({ cause: 'picked-short', version: 2 })
  await expect(name('', 1)).rejects.toMatchObject({ code: 'stale' })
  await name('', 2)
  expect(await now()).toEqual({ cause: null, version: 3 })
  const events = await database.query<{ count: number }>(
    `select count(*)::int as count from audit_entry where event = 'deduction.cause-named' and row_id = $1`,
    [id],
  )
  expect(events).toEqual([{ count: 2 }])
})

test('only a leaf in force is a root cause and what is owed keeps one that explains it', async () => {
  await expect(name('no-such-leaf', 3)).rejects.toMatchObject({ code: 'invalid-input', fields: { causeKey: 'invalid_value' } })
  await database.query(`update deduction set decided_verdict = 'valid', cause_key = 'picked-short' where id = $1`, [id])
  await expect(name('', 3)).rejects.toMatchObject({ code: 'deductions/needs-cause' })
  await expect(name('customer-old-price-file', 3)).rejects.toMatchObject({ fields: { causeKey: 'invalid_value' } })
  await expect(nameCause({ ...specialist, roles: ['cash'] }, { deductions: [{ id, version: 3 }], causeKey: '' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

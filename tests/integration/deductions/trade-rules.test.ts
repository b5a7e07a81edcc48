import { buildActor } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { setTradeRule } from '@/features/agreements/commands/set-trade-rule'
import { findTradeRules } from '@/features/agreements/queries/find-trade-rules'
import { enterDeduction } from '@/features/deductions/commands/enter-deduction'
import { findValidityFacts } from '@/features/deductions/queries/find-validity-facts'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const specialist = buildActor(['specialist'])
const customer = await insertCustomer(database, 'HARBOR')

test('a deduction is judged by the rule of its day; later versions and other customers leave its facts as they were', async () => {
  const other = await insertCustomer(database, 'OTHER')
  const { id } = await enterDeduction(specialist, {
    customerId: customer,
    claimNumber: 'HP-1',
    takenOn: '2026-03-01',
    amountMinor: '5000',
    currency: 'USD',
    note: 'letter',
  })
  const read = async () => (await findValidityFacts([id]))[0]
  const before = await read()
  expect(before?.facts.customer).not.toHaveProperty('fineRule')
  const rule = { kind: 'fine-rate', customerId: customer, value: 30_000, source: 'supplier guide, page 12' } as const
  await setTradeRule(specialist, { ...rule, customerId: other, validFrom: '2026-01-01' })
  expect((await read())?.factsHash).toBe(before?.factsHash)
  await setTradeRule(specialist, { ...rule, validFrom: '2026-02-01' })
  const judged = await read()
  expect(judged?.facts.customer.fineRule).toMatchObject({ value: 30_000, source: 'supplier guide, page 12', validFrom: '2026-02-01' })
  await setTradeRule(specialist, { ...rule, value: 50_000, validFrom: '2026-03-02' })
  expect((await read())?.factsHash).toBe(judged?.factsHash)
  const versions = await findTradeRules(specialist, customer)
  expect(versions.map((row) => [row.validFrom, row.value, row.isNewest])).toEqual([
    ['2026-03-02', 50_000, true],
    ['2026-02-01', 30_000, false],
  ])
  expect((await findTradeRules(buildActor(['specialist'], []))).every((row) => row.customerId === null)).toBe(true)
})

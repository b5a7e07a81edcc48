import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { readTrackerFilter } from '@/features/deductions/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const own = await insertCustomer(database, 'HARBOR')
const other = await insertCustomer(database, 'OAK')
const claim = await insertDeduction(database, own, 'HP-881204')
await insertDeduction(database, own, 'HP-881299')
await insertDeduction(database, other, 'OG-770013')
await database.query(
  `update deduction set invoice_number = '0090417733', invoice_key = comparison_key('0090417733'), po_number = '45-00118',
  po_key = comparison_key('45-00118'), payment_number = 'CHK 700123', payment_key = comparison_key('CHK 700123') where id = $1`,
  [claim],
)
const manager = buildActor(['account-manager'], [own])

const search = async (q: string, actor = specialist) => {
  const page = await findDeductions(actor, readTrackerFilter({ q, sort: 'claim' }))
  return { claims: page.rows.map((row) => row.claimNumber), isNear: page.isNear, count: page.count }
}

test.each([
  ['a claim number in another spelling', 'hp 881204'],
  ['the end of a claim number', '1204'],
  ['an invoice number', '90417733'],
  ['a part of an invoice number', '4177'],
  ['a purchase order', '4500118'],
  ['a check', 'chk-700123'],
])('%s finds its deduction', async (_what, q) => {
  expect(await search(q)).toEqual({ claims: ['HP-881204'], isNear: false, count: 1 })
})

test('a part that several numbers hold finds them all', async () => {
  expect(await search('8812')).toMatchObject({ claims: ['HP-881204', 'HP-881299'], isNear: false })
})

test.each([
  ['turned round', 'HP-881240'],
  ['with a sign missing', 'HP-88104'],
  ['with a wrong sign', 'HP-881504'],
  ['of an invoice, with a sign too many', '904177333'],
])('a number typed %s finds the one that is meant, and says so', async (_slip, q) => {
  expect(await search(q)).toEqual({ claims: ['HP-881204'], isNear: true, count: 1 })
})

test('what is close is not mixed with what fits', async () => {
  await insertDeduction(database, own, 'HP-881205')
  expect(await search('HP-881205')).toMatchObject({ claims: ['HP-881205'], isNear: false })
})

test('a customer is found by a part of the name or the code', async () => {
  expect((await search('arbor')).count).toBe(3)
  expect((await search('oak')).claims).toEqual(['OG-770013'])
})

test('numbers of other customers neither show nor keep close ones from showing', async () => {
  expect(await search('OG-770013', manager)).toMatchObject({ count: 0 })
  await insertDeduction(database, own, 'OG-770014')
  expect(await search('OG-770013', manager)).toEqual({ claims: ['OG-770014'], isNear: true, count: 1 })
})

test('a number that changes is found by the new one alone', async () => {
  await database.query(`update deduction set claim_number = 'NEW-55501', claim_key = 'NEW55501' where claim_number = 'HP-881299'`)
  expect((await search('HP-881299')).claims).not.toContain('NEW-55501')
  expect((await search('NEW55501')).claims).toEqual(['NEW-55501'])
})

test('signs of patterns are text', async () => {
  expect((await search('%%%')).isNear).toBe(false)
  expect((await search('_P-881204')).claims).not.toContain(undefined)
})

import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer, insertDeduction } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { findAnything, type Hit, onlyExact } from '@/features/reports/queries/find-anything'
import { hitHref } from '@/features/reports/ui/hit-href'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const own = await insertCustomer(database, 'HARBOR')
const foreign = await insertCustomer(database, 'OAK')
const claim = await insertDeduction(database, own, 'HP-881204')
await insertDeduction(database, own, 'HP-881205')
await insertDeduction(database, foreign, 'OG-77')
const manager = buildActor(['account-manager'], [own])

const labels = (hits: readonly Hit[]) => hits.map((hit) => `${hit.kind} ${hit.label}`)

test('an exact number in any spelling leads straight to its page', async () => {
  const hits = await findAnything(specialist, ' hp 881204 ')
  expect(onlyExact(hits, hitHref)).toBe(`/deductions/${claim}`)
})

test('the beginning of a number shows all that start like it, and leads nowhere by itself', async () => {
  const hits = await findAnything(specialist, 'HP-88')
  expect(labels(hits)).toEqual(['claim HP-881204', 'claim HP-881205'])
  expect(onlyExact(hits, hitHref)).toBeNull()
})

test('a part of a customer name finds the customer', async () => {
  expect(labels(await findAnything(specialist, 'arbo'))).toEqual(['customer HARBOR'])
})

test('nothing of other customers is found', async () => {
  expect(await findAnything(manager, 'OG-77')).toEqual([])
  expect(await findAnything(manager, 'OAK')).toEqual([])
  expect(labels(await findAnything(manager, 'HP-881204'))).toEqual(['claim HP-881204'])
})

test('signs that mean something to the database are only text', async () => {
  expect(await findAnything(specialist, '%%%')).toEqual([])
  expect(await findAnything(specialist, "';--")).toEqual([])
})

test('a number typed with one slip shows the one that is meant, marked as close, and leads nowhere by itself', async () => {
  const hits = await findAnything(specialist, 'HP-881240')
  expect(hits.map((hit) => [hit.label, hit.isNear])).toEqual([['HP-881204', true]])
  expect(onlyExact(hits, hitHref)).toBeNull()
  expect((await findAnything(specialist, 'HP-881204')).map((hit) => hit.isNear)).toEqual([false])
  expect(await findAnything(manager, 'OG-770')).toEqual([])
})

test('a customer typed with one slip is found', async () => {
  expect(labels(await findAnything(specialist, 'Harber'))).toEqual(['customer HARBOR'])
})

test('the end of a claim number finds the claim', async () => {
  expect(labels(await findAnything(specialist, '881204'))).toEqual(['claim HP-881204'])
})

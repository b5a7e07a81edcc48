import { HEADPHONES } from '@tests/factories/articles'
import { buildDelivery } from '@tests/factories/build-shipment-facts'
import { buildDeduction, buildFacts, buildOrder } from '@tests/factories/build-validity-facts'
import { expect, test } from 'vitest'
import { judgeSubstitution } from './judge-substitution'
import type { ValidityFacts } from './validity-facts'

const OTHER = 'charger'
const judge = (changes: Partial<ValidityFacts> = {}) =>
  judgeSubstitution(buildFacts({ deduction: buildDeduction({ category: 'substitution' }), ...changes }))
const shipped = (itemId: string | null) => buildDelivery({ lines: [{ line: '10', itemId, quantity: 24n, position: 'row 8' }] })
const receipt = (itemId: string): ValidityFacts['receipts'][number] => ({
  id: 'receipt',
  number: 'R1',
  receivedOn: null,
  purpose: 'first',
  isOnThisOrder: true,
  isOnThisShipment: true,
  poNumber: null,
  position: 'row 3',
  lines: [{ line: '1', itemId, received: 24n, damaged: 0n, position: 'row 3' }],
})

test('goods that are the ones ordered are not owed back', () => {
  const verdict = judge()
  expect(verdict).toMatchObject({ kind: 'invalid', because: 'shipped-as-ordered', recoverable: { minor: 178_800n } })
  expect(verdict.citations.map((citation) => citation.document)).toEqual(['purchase-order', 'delivery'])
})

test('an article that nobody ordered is owed', () => {
  expect(judge({ delivery: shipped(OTHER) })).toMatchObject({ kind: 'valid', because: 'other-article-shipped', liable: 'us' })
})

test('a substitution that we confirmed before is not owed', () => {
  const order = buildOrder({
    confirmations: [{ id: 'c', line: '1', status: 'IS', quantity: 24n, priceMicros: null, position: 'segment 9' }],
  })
  expect(judge({ delivery: shipped(OTHER), order })).toMatchObject({ kind: 'invalid', because: 'substitution-confirmed' })
})

test('another article in the customer’s count asks for our stock count', () => {
  expect(judge({ receipts: [receipt(OTHER)] })).toMatchObject({ kind: 'undecided', missing: ['warehouse-count'] })
  expect(judge({ receipts: [receipt(HEADPHONES)] }).kind).toBe('invalid')
})

test('without order or shipment nothing is said', () => {
  expect(judge({ order: null })).toMatchObject({ kind: 'undecided', missing: ['order'] })
  expect(judge({ delivery: null })).toMatchObject({ kind: 'undecided', missing: ['ship-notice'] })
  expect(judge({ delivery: shipped(null) })).toMatchObject({ kind: 'undecided', because: 'article-unknown' })
})

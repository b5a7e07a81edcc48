import { buildDeduction, buildFacts, buildInvoice } from '@tests/factories/build-validity-facts'
import { expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import type { AgreementFacts } from '../../rules/validity-facts'
import { createFactsHasher } from './hash-facts'

const AGREEMENT: AgreementFacts = {
  ...{
    id: 'a',
    number: 'AG-1',
    numberKey: 'AG1',
    kind: 'promotion',
    family: null,
    validFrom: asCalendarDate('2026-01-01'),
    validTo: asCalendarDate('2026-12-31'),
    ratePpm: 50_000,
  },
  ...{ unitLimitPerOrderLine: null, claimDaysAfterDrop: null, itemIds: [], position: null },
}
const hashOf = (facts = buildFacts()) => createFactsHasher()(facts)

test('equal facts give equal hashes, in any pass', () => {
  expect(hashOf(buildFacts({ invoice: buildInvoice() }))).toBe(hashOf(buildFacts({ invoice: buildInvoice() })))
})

test('nothing, an empty word and a missing record are three things', () => {
  const hashes = [null, '', '~'].map((claimNumber) => hashOf(buildFacts({ deduction: buildDeduction({ claimNumber }) })))
  expect(new Set([...hashes, hashOf(buildFacts({ invoice: null }))]).size).toBe(4)
})

test('words that run into each other are told apart', () => {
  const written = (reasonCode: string, codeText: string) => hashOf(buildFacts({ deduction: buildDeduction({ reasonCode, codeText }) }))
  expect(written('A1', 'B')).not.toBe(written('A', '1B'))
})

test('one unit of money or one article of a long list changes the hash', () => {
  const amount = (amountMinor: bigint) => hashOf(buildFacts({ deduction: buildDeduction({ amountMinor }) }))
  expect(amount(12_540n)).not.toBe(amount(12_541n))
  const agreed = (last: string) => {
    const itemIds = [...Array.from({ length: 200 }, (_, place) => `item ${place}`), last]
    return hashOf(buildFacts({ agreements: [{ ...AGREEMENT, itemIds }] }))
  }
  expect(agreed('x')).not.toBe(agreed('y'))
})

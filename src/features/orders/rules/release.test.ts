import { expect, test } from 'vitest'
import { isSameRelease, releaseContent } from './release-content'
import { needsSecondPerson } from './release-limit'

const facts = {
  poNumber: '4500118',
  line: '1',
  kind: 'price',
  field: 'price',
  expected: '74.50',
  actual: '60.08',
  atStakeMinor: 38_934n,
  currency: 'USD',
}

test.each([
  [100_000n, 'USD', false],
  [100_001n, 'USD', true],
  [500_000n, 'CNY', false],
  [100_001n, 'GBP', true],
])('a release of %s %s needs a second person: %s', (minor, currency, expected) => {
  expect(needsSecondPerson(minor, currency)).toBe(expected)
})

test('an approval holds for the figures it was asked for and no others', () => {
  const content = releaseContent(facts, 'agreed with Sales')
  expect(isSameRelease(content, facts)).toBe(true)
  expect(isSameRelease(content, { ...facts, actual: '50.00' })).toBe(false)
})

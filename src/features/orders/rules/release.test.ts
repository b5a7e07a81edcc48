import { expect, test } from 'vitest'
import { isSameRelease, releaseContent } from './release-content'

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

test('an approval holds for the figures it was asked for and no others', () => {
  const content = releaseContent(facts, 'agreed with Sales')
  expect(isSameRelease(content, facts)).toBe(true)
  expect(isSameRelease(content, { ...facts, actual: '50.00' })).toBe(false)
})

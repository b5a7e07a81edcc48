import { expect, test } from 'vitest'
import { type EvidenceRecord, isWorthRequiring } from './propose-evidence'

const record = (change: Partial<EvidenceRecord>): EvidenceRecord => ({
  evidence: 'proof-of-delivery',
  withCases: 5,
  withWon: 4,
  withoutCases: 4,
  withoutWon: 1,
  isRequired: false,
  ...change,
})

test('a paper that wins cases becomes worth requiring', () => {
  expect(isWorthRequiring(record({}))).toBe(true)
})

test.each([
  ['it is required already', { isRequired: true }],
  ['there are too few cases with it', { withCases: 2, withWon: 2 }],
  ['there are too few cases without it', { withoutCases: 2, withoutWon: 0 }],
  ['it hardly makes a difference', { withoutWon: 3 }],
])('not when %s', (_why, change) => {
  expect(isWorthRequiring(record(change))).toBe(false)
})

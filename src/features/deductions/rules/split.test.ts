import { expect, test } from 'vitest'
import { judgeSplit } from './split'

const free = { isPart: false, isDecided: false, isDisputed: false, hasOutcome: false }
const part = (amountMinor: bigint) => ({ category: 'price' as const, amountMinor })

test('parts that leave something behind may be divided off', () => {
  expect(judgeSplit(10_000n, [part(3_000n), part(6_999n)], free)).toBeNull()
})

test('parts that take all of it, or more, may not', () => {
  expect(judgeSplit(10_000n, [part(3_000n), part(7_000n)], free)).toBe('nothing-left')
  expect(judgeSplit(10_000n, [part(10_001n)], free)).toBe('nothing-left')
})

test('what was decided, filed or resolved as one sum stays one, and a part is not divided again', () => {
  for (const fact of ['isDecided', 'isDisputed', 'hasOutcome'] as const)
    expect(judgeSplit(10_000n, [part(1n)], { ...free, [fact]: true })).toBe('already-handled')
  expect(judgeSplit(10_000n, [part(1n)], { ...free, isPart: true })).toBe('is-a-part')
})

import { expect, test } from 'vitest'
import { type RollForward, rollForwardCountGap, rollForwardGap, shareOf } from './roll-forward'

const flow = (minor: bigint) => ({ minor, count: 1 })
const WEEK_47: RollForward = {
  currency: 'USD',
  openBefore: flow(41_286_040n),
  taken: flow(6_121_475n),
  recovered: flow(3_890_210n),
  accepted: flow(1_437_755n),
  expired: flow(218_000n),
  openAfter: flow(41_861_550n),
}

test('a week that adds up has no gap', () => {
  expect(rollForwardGap(WEEK_47)).toBe(0n)
})

test('a cent too much is seen', () => {
  expect(rollForwardGap({ ...WEEK_47, openAfter: flow(41_861_551n) })).toBe(1n)
})

test('a claim that went in part only is counted where it went and is open all the same', () => {
  // One was open, one was taken, one went in each of three ways, and one is open still.
  expect(rollForwardCountGap(WEEK_47)).toBe(2)
  expect(rollForwardCountGap({ ...WEEK_47, openBefore: { minor: 1n, count: 3 } })).toBe(0)
})

test('a share is exact to the millionth and nothing of nothing', () => {
  expect(shareOf(1n, 3n)).toBe(333_333)
  expect(shareOf(0n, 0n)).toBe(0)
})

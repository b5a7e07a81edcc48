import { describe, expect, test } from 'vitest'
import { type AnsweredCase, acceptBelow, betterCategory, type FiledCase, shorterWindow } from './propose-changes'

const lost = (claimedMinor: bigint): AnsweredCase => ({ claimedMinor, wonMinor: 0n })
const won = (claimedMinor: bigint): AnsweredCase => ({ claimedMinor, wonMinor: claimedMinor })

describe('accepting small amounts', () => {
  test('is worth it up to the amount where disputing cost most more than it brought', () => {
    const cases = [lost(500n), won(800n), lost(900n), won(60_000n)]
    expect(acceptBelow(cases, 1_125n, 0n)).toEqual({
      limitMinor: 900n,
      before: { cases: 3, wonMinor: 800n, lostMinor: 1_400n, workMinor: 3_375n },
      after: { cases: 0, wonMinor: 0n, lostMinor: 2_200n, workMinor: 0n },
    })
  })

  test('is not proposed where disputing paid, on too few cases, or below what is accepted already', () => {
    expect(acceptBelow([won(5_000n), won(5_000n), won(5_000n)], 1_125n, 0n)).toBeNull()
    expect(acceptBelow([lost(500n), lost(600n)], 1_125n, 0n)).toBeNull()
    expect(acceptBelow([lost(500n), lost(600n), lost(700n)], 1_125n, 700n)).toBeNull()
  })

  test('takes all cases of the same amount', () => {
    expect(acceptBelow([lost(900n), lost(900n), lost(900n), won(900n)], 1_125n, 0n)).toMatchObject({ before: { cases: 4, wonMinor: 900n } })
  })
})

describe('what a code stands for', () => {
  const record = (category: 'shortage' | 'price', cases: number, wonCases: number) => ({
    ...{ category, cases, won: wonCases },
    ...{ claimedMinor: BigInt(cases) * 1_000n, wonMinor: BigInt(wonCases) * 1_000n },
  })

  test('is better the category under which its claims are won', () => {
    expect(betterCategory([record('shortage', 4, 0), record('price', 4, 3)], 'shortage')).toEqual({ to: 'price', expectedMinor: 3_000n })
  })

  test('stays without a clear difference or with too few cases', () => {
    expect(betterCategory([record('shortage', 4, 3), record('price', 4, 3)], 'shortage')).toBeNull()
    expect(betterCategory([record('shortage', 2, 0), record('price', 4, 4)], 'shortage')).toBeNull()
    expect(betterCategory([record('shortage', 4, 0), record('price', 2, 2)], 'shortage')).toBeNull()
    expect(betterCategory([record('price', 4, 4)], 'shortage')).toBeNull()
  })
})

describe('a dispute window', () => {
  const filed = (days: number, isTooLate: boolean, wonMinor = 0n): FiledCase => ({ days, isTooLate, claimedMinor: 1_000n, wonMinor })

  test('is one day shorter than the earliest filing that was denied as too late', () => {
    const cases = [filed(20, false, 1_000n), filed(30, false), filed(61, true), filed(75, true), filed(80, true)]
    expect(shorterWindow(cases, 90)).toMatchObject({ days: 60, expectedMinor: 1_500n })
  })

  test('stays where later ones were won, denials are few, or came after the last day anyway', () => {
    expect(shorterWindow([filed(61, true), filed(75, true), filed(80, true), filed(70, false, 1_000n)], 90)).toBeNull()
    expect(shorterWindow([filed(61, true), filed(75, true)], 90)).toBeNull()
    expect(shorterWindow([filed(95, true), filed(99, true), filed(100, true)], 90)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { judgeAnswer } from './judge-answer'
import { judgeSubmission } from './judge-submission'

const day = asCalendarDate
const facts = {
  submittedOn: day('2026-11-23'),
  today: day('2026-11-23'),
  deadlineOn: day('2026-11-24'),
  hasProof: true,
  isLateAllowed: false,
}

describe('a submission', () => {
  it.each([
    ['counts with proof inside the window', {}, { kind: 'counts', isLate: false }],
    ['counts on the last day', { deadlineOn: day('2026-11-23') }, { kind: 'counts', isLate: false }],
    ['does not count without proof', { hasProof: false }, { kind: 'refused', because: 'proof-needed' }],
    ['does not count ahead of time', { submittedOn: day('2026-11-24') }, { kind: 'refused', because: 'not-yet' }],
    ['does not count after the window', { deadlineOn: day('2026-11-22') }, { kind: 'refused', because: 'window-over' }],
    ['counts late when a manager allows it', { deadlineOn: day('2026-11-22'), isLateAllowed: true }, { kind: 'counts', isLate: true }],
    ['counts without a known window', { deadlineOn: null }, { kind: 'counts', isLate: false }],
  ])('%s', (_name, change, verdict) => {
    expect(judgeSubmission({ ...facts, ...change })).toEqual(verdict)
  })
})

describe('an answer', () => {
  const answer = { amountMinor: 1000n, openMinor: 1000n, wonMinor: 600n, lostMinor: 400n, way: 'repaid', acceptsLoss: true } as const

  it('books what is paid and what is given up', () => {
    expect(judgeAnswer(answer)).toEqual({ kind: 'recorded', outcome: 'partly', bookWonMinor: 600n, bookLostMinor: 400n, isMoneyDue: false })
  })

  it('books nothing of a promise', () => {
    expect(judgeAnswer({ ...answer, way: 'promised', acceptsLoss: false })).toMatchObject({
      bookWonMinor: 0n,
      bookLostMinor: 0n,
      isMoneyDue: true,
    })
  })

  it('is refused when it says nothing or more than was asked', () => {
    expect(judgeAnswer({ ...answer, wonMinor: 0n, lostMinor: 0n })).toEqual({ kind: 'refused', because: 'nothing-answered' })
    expect(judgeAnswer({ ...answer, wonMinor: 601n })).toEqual({ kind: 'refused', because: 'more-than-disputed' })
  })
})

import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import type { FreightRule } from '@/features/agreements/rules/trade-rule'
import { answersNext, carrierClock, dueNow, fileBy, noticeBy, sueBy } from './freight-claim'

const day = asCalendarDate
const rules = new Map<FreightRule, number>([
  ['freight-filing', 9],
  ['freight-acknowledgement', 30],
  ['freight-answer', 120],
  ['freight-suit', 24],
  ['concealed-notice', 5],
])

describe('the clock of a freight claim', () => {
  test.each([
    ['2026-03-10', '2026-12-10'],
    ['2026-05-31', '2027-02-28'],
    ['2027-05-31', '2028-02-29'],
  ])('a claim on a delivery of %s is filed until %s', (delivered, until) => {
    expect(fileBy({ deliveredOn: day(delivered), shippedOn: null }, rules)).toBe(until)
  })

  test('without a delivery counts from a reasonable time after the goods left, and from nothing it cannot count', () => {
    expect(fileBy({ deliveredOn: null, shippedOn: day('2026-03-01') }, rules)).toBe('2026-12-15')
    expect(fileBy({ deliveredOn: null, shippedOn: null }, rules)).toBeNull()
  })

  test('a carrier that says six months still has to allow nine, one that says twelve allows them', () => {
    const said = (months: number) => fileBy({ deliveredOn: day('2026-01-15'), shippedOn: null }, new Map([['freight-filing', months]]))
    expect([said(6), said(12)]).toEqual(['2026-10-15', '2027-01-15'])
  })

  test('damage found later is told within five business days; what was noted at delivery needs no notice', () => {
    expect(noticeBy('concealed-damage', day('2026-03-05'), rules)).toBe('2026-03-12')
    expect(noticeBy('visible-damage', day('2026-03-05'), rules)).toBeNull()
    expect(noticeBy('loss', day('2026-03-05'), rules)).toBeNull()
  })

  test('a filed claim is acknowledged within 30 days and answered within 120; a declined one may be sued for during two years', () => {
    expect(carrierClock(day('2026-03-05'), rules)).toEqual({ acknowledgeBy: '2026-04-04', answerBy: '2026-07-03' })
    expect(sueBy(day('2026-06-30'), rules)).toBe('2028-06-30')
  })

  test('shows the day that counts now', () => {
    const claim = {
      noticeBy: day('2026-03-12'),
      noticedOn: null,
      fileBy: day('2026-12-05'),
      acknowledgeBy: day('2026-04-04'),
      answerBy: day('2026-07-03'),
      sueBy: null,
    }
    expect(dueNow({ ...claim, state: 'open' })).toEqual({ on: '2026-03-12', what: 'notice' })
    expect(dueNow({ ...claim, state: 'open', noticedOn: day('2026-03-10') })).toEqual({ on: '2026-12-05', what: 'filing' })
    expect(dueNow({ ...claim, state: 'filed' })).toEqual({ on: '2026-04-04', what: 'acknowledgement' })
    expect(dueNow({ ...claim, state: 'offered' })).toEqual({ on: '2026-07-03', what: 'answer' })
    expect(dueNow({ ...claim, state: 'paid' })).toBeNull()
  })
})

test('a carrier answers only what was filed, and a paid claim is at its end', () => {
  expect([answersNext('open'), answersNext('paid'), answersNext('withdrawn')]).toEqual([[], [], []])
  expect(answersNext('declined')).toContain('paid')
})

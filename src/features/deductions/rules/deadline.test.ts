import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { findDeadline } from './deadline'

const dates = { paidOn: asCalendarDate('2026-05-20'), invoicedOn: asCalendarDate('2026-03-12'), eventOn: null, netDays: 60 }
const window = (category: string, days: number, anchor: string) => ({ category, days, anchor, source: null, isConfirmed: false })

describe('the last day to dispute', () => {
  test('counts from the payment', () => {
    expect(findDeadline('shortage', [window('default', 90, 'payment')], dates)?.lastDay).toBe('2026-08-18')
  })

  test('follows the window of the category before the default', () => {
    const windows = [window('default', 30, 'payment'), window('shortage', 40, 'invoiceDue')]
    expect(findDeadline('shortage', windows, dates)).toEqual({
      lastDay: '2026-06-20',
      source: 'shortage: 40 days from invoiceDue 2026-05-11',
    })
  })

  test('is the strictest of several windows', () => {
    const windows = [window('default', 730, 'invoice'), window('default', 90, 'payment')]
    expect(findDeadline('price', windows, dates)?.lastDay).toBe('2026-08-18')
  })

  test('is that of the confirmed one as soon as a person confirmed it', () => {
    const windows = [window('price', 30, 'payment'), { ...window('price', 60, 'payment'), isConfirmed: true }]
    expect(findDeadline('price', windows, dates)?.lastDay).toBe('2026-07-19')
  })

  test('is unknown when the anchor’s day is', () => {
    expect(findDeadline('price', [window('default', 90, 'payment')], { ...dates, paidOn: null })).toBeNull()
  })
})

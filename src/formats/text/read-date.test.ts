import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asCalendarDate } from '@/core/calendar-date'
import { type DateDialect, decideDateDialect, readDate } from './read-date'

const READINGS: readonly [string, DateDialect, string | null][] = [
  ['2024-12-31', 'iso', '2024-12-31'],
  ['2024-2-1', 'iso', '2024-02-01'],
  ['2023-02-12 21:32:14', 'iso', '2023-02-12'],
  ['2024-01-02T08:00:00Z', 'iso', '2024-01-02'],
  ['2024-01-02T08:00:00.123+02:00', 'iso', '2024-01-02'],
  ['2023-02-30', 'iso', null],
  ['0000-00-00', 'iso', null],
  ['20241231', 'compact', '2024-12-31'],
  ['20241231235959', 'compact', '2024-12-31'],
  ['20241231246060', 'compact', null],
  ['Tue, Dec 31 2024', 'name', '2024-12-31'],
  ['31/Dec/2024', 'name', '2024-12-31'],
  ['３１．１２．２０２４', 'dmy-dots', '2024-12-31'],
  ['20240230', 'compact', null],
  ['00000000', 'compact', null],
  ['2024/3/1', 'ymd-slash', '2024-03-01'],
  ['2024.03.01', 'ymd-dots', '2024-03-01'],
  ['31.12.2024', 'dmy-dots', '2024-12-31'],
  ['1.2.24', 'dmy-dots', '2024-02-01'],
  ['00.00.0000', 'dmy-dots', null],
  ['29.02.2023', 'dmy-dots', null],
  ['29.02.2024', 'dmy-dots', '2024-02-29'],
  ['12/31/2024', 'mdy-slash', '2024-12-31'],
  ['1/5/24', 'mdy-slash', '2024-01-05'],
  ['1/5/24 12:00 AM', 'mdy-slash', '2024-01-05'],
  ['31/12/2024', 'mdy-slash', null],
  ['31/12/2024', 'dmy-slash', '2024-12-31'],
  ['12-31-2024', 'mdy-dash', '2024-12-31'],
  ['31-12-2024', 'dmy-dash', '2024-12-31'],
  ['31-Dec-2024', 'name', '2024-12-31'],
  ['31 Dec 24', 'name', '2024-12-31'],
  ['Dec 31, 2024', 'name', '2024-12-31'],
  ['December 1st, 2024', 'name', '2024-12-01'],
  ['3. März 2024', 'name', '2024-03-03'],
  ['2024年3月31日', 'chinese', '2024-03-31'],
  ["'2024-03-31", 'iso', '2024-03-31'],
  ['03/04/2024', 'ambiguous', null],
  ['03/03/2024', 'ambiguous', '2024-03-03'],
  ['2024-03-31', 'ambiguous', '2024-03-31'],
  ['', 'iso', null],
  ['n/a', 'iso', null],
  ['12/99/2024', 'mdy-slash', null],
]

describe('reading a date', () => {
  it.each(READINGS)('%j in a column of dialect %s reads %j', (text, dialect, expected) => {
    expect(readDate(text, dialect)).toBe(expected)
  })

  it('reads back every day of a century in every dialect', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (days) => {
        const date = addDays(asCalendarDate('1980-01-01'), days)
        const [y = '', m = '', d = ''] = date.split('-')
        expect(readDate(`${y}${m}${d}`, 'compact')).toBe(date)
        expect(readDate(`${m}/${d}/${y}`, 'mdy-slash')).toBe(date)
        expect(readDate(`${d}.${m}.${y}`, 'dmy-dots')).toBe(date)
        expect(readDate(`${y}年${Number(m)}月${Number(d)}日`, 'chinese')).toBe(date)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789./-: T年月日JanZ'), maxLength: 20 }), (text) => {
        readDate(text, 'ambiguous')
        decideDateDialect([text])
      }),
      { numRuns: 200 },
    )
  })
})

const DECISIONS: readonly [string[], DateDialect][] = [
  [['2024-01-02', ''], 'iso'],
  [['01/13/2024', '02/03/2024'], 'mdy-slash'],
  [['13/01/2024', '02/03/2024'], 'dmy-slash'],
  [['01/02/2024', '02/03/2024'], 'ambiguous'],
  [['13/01/2024', '01/13/2024'], 'ambiguous'],
  [['31.12.2024', '00.00.0000'], 'dmy-dots'],
  [['30.02.2024'], 'dmy-dots'],
  [['20241231', '20240101'], 'compact'],
  [['90000001'], 'ambiguous'],
  [['2024/01/05'], 'ymd-slash'],
  [['12-31-2024'], 'mdy-dash'],
  [['2024年1月5日'], 'chinese'],
  [['5 Jan 2024'], 'name'],
  [['2024-01-05', 'unknown'], 'iso'],
  [['2024-01-05', '05.01.2024'], 'ambiguous'],
  [[], 'iso'],
]

describe('the date dialect of a column', () => {
  it.each(DECISIONS)('%j is %s', (values, expected) => {
    expect(decideDateDialect(values)).toBe(expected)
  })

  it('follows the hint only when the hint fits', () => {
    expect(decideDateDialect(['01/02/2024'], 'mdy-slash')).toBe('mdy-slash')
    expect(decideDateDialect(['01/02/2024'], 'iso')).toBe('ambiguous')
    expect(decideDateDialect(['13/02/2024'], 'mdy-slash')).toBe('dmy-slash')
  })
})

import { expect, test } from 'vitest'
import { readTermsChange } from './read-terms-change'

test('only the terms that moved are told, of holidays those that came or went', () => {
  expect(
    readTermsChange(
      { notice_days: 60, holidays: ['2026-12-25', '2026-12-26'] },
      { notice_days: 90, holidays: ['2026-12-25', '2027-01-01'], version: 2 },
    ),
  ).toEqual([
    { term: 'notice_days', before: '60', after: '90' },
    { term: 'holidays', gone: ['2026-12-26'], come: ['2027-01-01'] },
  ])
})

test('what is said for the first time came from nothing', () => {
  expect(readTermsChange(null, { notice_days: 60, source: null, holidays: [] })).toEqual([
    { term: 'notice_days', before: null, after: '60' },
  ])
})

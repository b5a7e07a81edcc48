import { expect, test } from 'vitest'
import { monthOf, readFinePeriod } from './fine-period'

test.each([
  ['OTIF charge 2026-05', '2026-05-01', '2026-05-31'],
  ['OTIF fine, February 2024', '2024-02-01', '2024-02-29'],
  ['Verzugsstrafe Dez. 2025', '2025-12-01', '2025-12-31'],
  ['Verzugsstrafe März 2026', '2026-03-01', '2026-03-31'],
  ['2026年5月准时率罚款', '2026-05-01', '2026-05-31'],
  ['SCORECARD Q4 2025', '2025-10-01', '2025-12-31'],
  ['on time 2026-04-25 to 2026-05-22', '2026-04-25', '2026-05-22'],
])('the words %s name their days', (text, from, to) => {
  expect(readFinePeriod(text)).toMatchObject({ from, to })
})

test.each(['OTIF', 'OTIF 2026-05-20', 'FY26 P04 WK14', 'HP-881204', 'on time 2026-05-22 to 2026-04-25'])(
  'the words %s name none',
  (text) => {
    expect(readFinePeriod(text)).toBeNull()
  },
)

test('the month of a day ends with the year', () => {
  expect(monthOf('2026-12-07' as Parameters<typeof monthOf>[0])).toEqual({ from: '2026-12-01', to: '2026-12-31' })
})

import { describe, expect, it } from 'vitest'
import { PPM_ONE, parsePercent, shareOf } from './rate'

describe('rates', () => {
  it.each([
    ['2', 20_000],
    ['0.5', 5000],
    ['-1.25', -12_500],
    ['100', PPM_ONE],
    ['0.0001', 1],
  ])('%s percent is %d parts per million', (text, ppm) => {
    expect(parsePercent(text)).toBe(ppm)
  })

  it.each(['', '2 %', '.5', '1.00005', 'two'])('does not guess at %s', (text) => {
    expect(parsePercent(text)).toBeNull()
  })

  it('knows the share of a part, and that nothing has none', () => {
    expect(shareOf(1n, 3n)).toBe(333_333)
    expect(shareOf(5n, 0n)).toBe(0)
  })
})

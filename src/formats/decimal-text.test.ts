import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals, multiplyDecimals, negateDecimal, roundDecimal, subtractDecimals, sumDecimals } from './decimal-text'
import { isSsccCheckDigitRight } from './sscc'

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const asText = (minor: bigint) =>
  `${minor < 0n ? '-' : ''}${String(minor < 0n ? -minor : minor)
    .padStart(3, '0')
    .replace(/(\d\d)$/, '.$1')}`

describe('decimal text', () => {
  it('adds exactly, keeping the most decimals of its parts', () => {
    expect(sumDecimals(['2276.1', '97.90', '-.07', '3'])).toBe('2376.93')
    expect(sumDecimals(['8.850', '1'])).toBe('9.850')
    expect(sumDecimals([])).toBe('0')
  })

  it('adds and subtracts like integers of cents', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(sumDecimals([asText(a), asText(b)])).toBe(asText(a + b))
        expect(subtractDecimals(asText(a), asText(b))).toBe(asText(a - b))
        expect(compareDecimals(asText(a), asText(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
      { numRuns: 200 },
    )
  })

  it('multiplies and rounds half up', () => {
    expect(multiplyDecimals('12', '3.61')).toBe('43.32')
    expect(roundDecimal('7.605', 2)).toBe('7.61')
    expect(roundDecimal('-7.605', 2)).toBe('-7.61')
    expect(roundDecimal('7.6', 2)).toBe('7.6')
    expect(negateDecimal('-0.50')).toBe('0.50')
  })
})

it('an SSCC is checked with or without its 00 prefix', () => {
  expect(isSsccCheckDigitRight('008600040000210009')).toBe(true)
  expect(isSsccCheckDigitRight('00008600040000210009')).toBe(true)
  expect(isSsccCheckDigitRight('008600040000210008')).toBe(false)
  expect(isSsccCheckDigitRight('123')).toBe(false)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  allocate,
  applyRate,
  compareMoney,
  divideRounded,
  extend,
  minorDigits,
  money,
  negate,
  parseDecimal,
  parsePriceMicros,
  parseScaled,
  scaledToText,
  subtract,
  sum,
  toDecimalText,
  zero,
} from './money'

const usd = (minor: bigint) => money(minor, 'USD')
const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'CNY')

describe('adding and comparing', () => {
  it('keeps the currency and every cent', () => {
    expect(add(usd(1n), usd(2n))).toEqual(usd(3n))
    expect(subtract(usd(1n), usd(2n))).toEqual(usd(-1n))
    expect(negate(usd(5n))).toEqual(usd(-5n))
    expect(sum([usd(1n), usd(2n), usd(3n)], 'USD')).toEqual(usd(6n))
    expect(sum([], 'USD')).toEqual(zero('USD'))
  })

  it('refuses to mix currencies', () => {
    expect(() => add(usd(1n), money(1n, 'CNY'))).toThrow('cannot combine USD with CNY')
    expect(() => subtract(usd(1n), money(1n, 'CNY'))).toThrow(RangeError)
    expect(() => compareMoney(usd(1n), money(1n, 'CNY'))).toThrow(RangeError)
  })

  it('orders amounts of one currency', () => {
    expect([usd(2n), usd(-1n), usd(0n)].sort(compareMoney)).toEqual([usd(-1n), usd(0n), usd(2n)])
    expect(compareMoney(usd(1n), usd(1n))).toBe(0)
  })
})

describe('rounding', () => {
  it.each([
    [5n, 'half-even', 2n],
    [7n, 'half-even', 4n],
    [5n, 'half-up', 3n],
    [-5n, 'half-up', -3n],
    [-5n, 'half-even', -2n],
    [5n, 'down', 2n],
    [-5n, 'down', -2n],
  ] as const)('%d halves %s is %d', (numerator, rounding, expected) => {
    expect(divideRounded(numerator, 2n, rounding)).toBe(expected)
  })

  it('takes two percent of an invoice once', () => {
    expect(applyRate(usd(12_345n), 20_000, 'half-even')).toEqual(usd(247n))
    expect(applyRate(usd(12_325n), 20_000, 'half-even')).toEqual(usd(246n))
    expect(applyRate(usd(12_325n), 20_000, 'half-up')).toEqual(usd(247n))
  })

  it('never strays by more than half a unit', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.constantFrom('half-even', 'half-up'),
        (numerator, denominator, rounding) => {
          const off = numerator - divideRounded(numerator, denominator, rounding) * denominator
          expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(denominator)
        },
      ),
    )
  })
})

describe('splitting', () => {
  it('gives the odd cents to the largest remainders', () => {
    expect(allocate(usd(100n), [1n, 1n, 1n])).toEqual([usd(34n), usd(33n), usd(33n)])
    expect(allocate(usd(-100n), [1n, 2n])).toEqual([usd(-33n), usd(-67n)])
    expect(allocate(usd(7n), [0n, 5n])).toEqual([usd(0n), usd(7n)])
  })

  it('keeps the sum, whatever the weights', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((one) => one > 0n))
    fc.assert(
      fc.property(amounts, weights, (minor, list) => {
        expect(sum(allocate(usd(minor), list), 'USD').minor).toBe(minor)
      }),
    )
  })

  it('refuses weights that share nothing out', () => {
    expect(() => allocate(usd(1n), [0n, 0n])).toThrow(RangeError)
    expect(() => allocate(usd(1n), [-1n, 2n])).toThrow(RangeError)
  })
})

describe('text', () => {
  it.each([
    ['-143.76', -14_376n],
    ['.07', 7n],
    ['12', 1200n],
    ['12.', 1200n],
    ['+1.50', 150n],
    ['1.5000', 150n],
    [' 3.10 ', 310n],
  ])('reads %s', (text, minor) => {
    expect(parseDecimal(text, 'USD')).toEqual(usd(minor))
  })

  it.each(['', '.', 'xx.xx', '1,000.00', '1.005', '1e3', '--1', '12-'])('does not guess at %s', (text) => {
    expect(parseDecimal(text, 'USD')).toBeNull()
  })

  it('writes the decimals of the currency', () => {
    expect(toDecimalText(usd(-7n))).toBe('-0.07')
    expect(toDecimalText(money(1250n, 'JPY'))).toBe('1250')
    expect(toDecimalText(money(1250n, 'KWD'))).toBe('1.250')
    expect(minorDigits('CNY')).toBe(2)
  })

  it('comes back from text as it was', () => {
    fc.assert(
      fc.property(amounts, currencies, (minor, currency) => {
        expect(parseDecimal(toDecimalText(money(minor, currency)), currency)).toEqual(money(minor, currency))
      }),
    )
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 9 }), (value, digits) => {
        expect(parseScaled(scaledToText(value, digits), digits)).toBe(value)
      }),
    )
  })
})

describe('unit prices', () => {
  it('carry six decimals and extend once per line', () => {
    const price = parsePriceMicros('13.3425')
    expect(price).toBe(13_342_500n)
    expect(extend(24n, price ?? 0n, 'USD')).toEqual(usd(32_022n))
    expect(extend(1n, 5000n, 'USD')).toEqual(usd(1n))
    expect(extend(3n, 1_500_000n, 'JPY')).toEqual(money(5n, 'JPY'))
    expect(parsePriceMicros('1.0000001')).toBeNull()
  })
})

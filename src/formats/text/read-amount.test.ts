import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaledToText } from '@/core/money'
import { decideNumberDialect, type NumberDialect, readAmount } from './read-amount'

const READINGS: readonly [string, NumberDialect, string | null][] = [
  ['12.30', 'point', '12.30'],
  ['(12.30)', 'point', '-12.30'],
  ['($12.30)', 'point', '-12.30'],
  ['$(12.30)', 'point', '-12.30'],
  ['-12.30', 'point', '-12.30'],
  ['12.30-', 'point', '-12.30'],
  ['-$12.30', 'point', '-12.30'],
  ['$-12.30', 'point', '-12.30'],
  ['$1,234.50', 'point', '1234.50'],
  ['US$1,234,567.89', 'point', '1234567.89'],
  ['¥28.16', 'point', '28.16'],
  ['￥28.16', 'point', '28.16'],
  ['28.16元', 'point', '28.16'],
  ['１２.５', 'point', '12.5'],
  ['+31070.11', 'point', '31070.11'],
  ['1,234.50 USD', 'point', '1234.50'],
  ['USD 1,234.50-', 'point', '-1234.50'],
  ['***1,234.50', 'point', '1234.50'],
  ['12.50 *', 'point', '12.50'],
  ['1,234.56CR', 'point', '-1234.56'],
  ['1,234.56 Dr.', 'point', '1234.56'],
  ['CR 12.50', 'point', '-12.50'],
  ['$1,234.56 CR', 'point', '-1234.56'],
  ['1.234,56 H', 'comma', '-1234.56'],
  ['1.234,56 S', 'comma', '1234.56'],
  ['12 S', 'point', null],
  ['-5.00 CR', 'point', null],
  ['.07', 'point', '0.07'],
  ['7.', 'point', '7'],
  ['007.10', 'point', '7.10'],
  ['-0.00', 'point', '0.00'],
  ['−5.00', 'point', '-5.00'],
  ["1'234.50", 'point', '1234.50'],
  ['12,34,567.89', 'point', '1234567.89'],
  ['1 234.50', 'point', '1234.50'],
  ['12,30', 'point', null],
  ['1,23.4', 'point', null],
  ['1.234,56', 'point', null],
  ['-(12.30)', 'point', null],
  ['12,30-', 'comma', '-12.30'],
  ['-12,30', 'comma', '-12.30'],
  ["'USD 9.126,07", 'comma', '9126.07'],
  ['579,68 USD', 'comma', '579.68'],
  ['+31070,11', 'comma', '31070.11'],
  ['1.234.567,89', 'comma', '1234567.89'],
  ['1.234', 'comma', '1234'],
  ['8.108,94-', 'comma', '-8108.94'],
  ['€ 469,93', 'comma', '469.93'],
  [',50', 'comma', '0.50'],
  ['12.34', 'comma', null],
  ['1 234 567,89', 'space-comma', '1234567.89'],
  ['1\u00a0234,56-', 'space-comma', '-1234.56'],
  ['1\u202f234', 'space-comma', '1234'],
  ['234,56', 'space-comma', '234.56'],
  ['12 34,50', 'space-comma', null],
  ['12', 'ambiguous', '12'],
  ['1.234', 'ambiguous', null],
  ['1.234,56', 'ambiguous', '1234.56'],
  ['', 'point', null],
  ['   ', 'point', null],
  ['-', 'point', null],
  ['xx.xx', 'point', null],
  ['*', 'point', null],
  ['1.23457E+11', 'point', null],
  ['12.3.4', 'point', null],
  ['12.30 USD EUR x', 'point', null],
  ['PO 12', 'point', null],
  ['RGA240008', 'point', null],
  ['2%', 'point', null],
]

describe('reading an amount', () => {
  it.each(READINGS)('%j in a column of dialect %s reads %j', (text, dialect, expected) => {
    expect(readAmount(text, dialect)).toBe(expected)
  })

  it('reads back every amount however it is dressed', () => {
    const dress = fc.constantFrom<(plain: string) => string>(
      (plain) => `$${plain}`,
      (plain) => `${plain} USD`,
      (plain) => `EUR ${plain}`,
      (plain) => ` ${plain}\t`,
      (plain) => plain,
    )
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), dress, fc.boolean(), (minor, wear, trails) => {
        const plain = scaledToText(minor < 0n ? -minor : minor, 2)
        const [whole = '', fraction = ''] = plain.split('.')
        const sign = (body: string) => (minor >= 0n ? body : trails ? `${body}-` : `-${body}`)
        const grouped = (separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator)
        const expected = scaledToText(minor, 2)
        expect(readAmount(wear(sign(`${grouped(',')}.${fraction}`)), 'point')).toBe(expected)
        expect(readAmount(wear(sign(`${grouped('.')},${fraction}`)), 'comma')).toBe(expected)
        expect(readAmount(wear(sign(`${grouped(' ')},${fraction}`)), 'space-comma')).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws and never returns anything but decimal text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+()$€¥ '*USDx元"), maxLength: 16 }), (text) => {
        for (const dialect of ['point', 'comma', 'space-comma', 'ambiguous'] as const)
          expect(readAmount(text, dialect) ?? '0').toMatch(/^-?\d+(\.\d+)?$/)
      }),
      { numRuns: 200 },
    )
  })
})

const DECISIONS: readonly [string[], NumberDialect][] = [
  [['1,234.50', '12'], 'point'],
  [['12.5', '1.234'], 'point'],
  [['1.234,50', '1.234'], 'comma'],
  [['579,68 USD'], 'comma'],
  [['0,123'], 'comma'],
  [['1234,567'], 'comma'],
  [['1 234,50', '12,30'], 'space-comma'],
  [['1,234', '2,500'], 'ambiguous'],
  [['1.234'], 'ambiguous'],
  [['12.30', '12,30'], 'ambiguous'],
  [['12', '100', ''], 'point'],
  [['', '-', 'xx.xx'], 'point'],
  [['1,234,567'], 'point'],
  [['1.234.567'], 'comma'],
  [['$0.00', '($12.30)'], 'point'],
]

describe('the number dialect of a column', () => {
  it.each(DECISIONS)('%j is %s', (values, expected) => {
    expect(decideNumberDialect(values)).toBe(expected)
  })

  it('follows the other columns of the file when its own values prove nothing', () => {
    expect(decideNumberDialect(['1.000', '2.500'], 'comma')).toBe('comma')
    expect(decideNumberDialect(['1.000', '2.5'], 'comma')).toBe('point')
  })
})

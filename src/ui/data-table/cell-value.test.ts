import { expect, test } from 'vitest'
import { amountValue, sumAmounts, sumNumbers } from './cell-value'

const usd = (minor: bigint) => amountValue({ minor, currency: 'USD' })

test('an amount is held as a plain number with the digits of its currency', () => {
  expect(usd(178_800n)).toEqual({ text: '1788.00', currency: 'USD', isNumber: true })
  expect(amountValue({ minor: 5_000n, currency: 'JPY' }).text).toBe('5000')
})

test('amounts are summed per currency and never across', () => {
  expect(sumAmounts([usd(100n), usd(201n), amountValue({ minor: 50n, currency: 'CAD' }), { text: 'Harbor' }])).toEqual([
    { currency: 'USD', count: 2, sum: { minor: 301n, currency: 'USD' }, average: { minor: 150n, currency: 'USD' } },
    { currency: 'CAD', count: 1, sum: { minor: 50n, currency: 'CAD' }, average: { minor: 50n, currency: 'CAD' } },
  ])
})

test('plain numbers have a sum of their own', () => {
  const number = (text: string) => ({ text, isNumber: true })
  expect(sumNumbers([number('96'), number('91'), number(''), usd(1n)])).toEqual({ count: 2, sum: '187', average: '93.5' })
  expect(sumNumbers([{ text: '12' }])).toBeNull()
})

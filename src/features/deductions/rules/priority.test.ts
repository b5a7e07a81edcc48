import { expect, test } from 'vitest'
import { money } from '@/core/money'
import { pointsOf } from './priority'

test('a minute of work is a point, whatever the currency', () => {
  expect(pointsOf(money(460_625n, 'USD'))).toBe(6_142)
  expect(pointsOf(money(4_500n, 'USD'))).toBe(60)
  expect(pointsOf(money(15_000n, 'CNY'))).toBe(60)
  expect(pointsOf(money(4_500n, 'JPY'))).toBe(60)
  expect(pointsOf(money(0n, 'USD'))).toBe(0)
})

test('points are whole, halves go away from zero; work that costs more than it brings is below it', () => {
  expect(pointsOf(money(37n, 'USD'))).toBe(0)
  expect(pointsOf(money(38n, 'USD'))).toBe(1)
  expect(pointsOf(money(-1_125n, 'USD'))).toBe(-15)
  expect(pointsOf(money(125n, 'CNY'))).toBe(1)
  expect(pointsOf(money(-125n, 'CNY'))).toBe(-1)
})

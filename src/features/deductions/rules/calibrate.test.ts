import { expect, test } from 'vitest'
import { calibrate } from './calibrate'

test('without own cases a confidence stays as stated', () => {
  expect(calibrate(900_000, { cases: 0, right: 0 })).toBe(900_000)
})

test('as many own cases as the weight move it half way', () => {
  expect(calibrate(900_000, { cases: 20, right: 10 })).toBe(700_000)
})

test('many own cases outweigh what was stated', () => {
  expect(calibrate(900_000, { cases: 1980, right: 990 })).toBe(504_000)
})

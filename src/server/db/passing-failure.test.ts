import { expect, test } from 'vitest'
import { isPassingFailure } from './passing-failure'

const wrapped = (code: string) =>
  Object.assign(new Error('raw query failed'), { code: 'P2010', meta: { driverAdapterError: { cause: { code } } } })

test.each(['40P01', '40001', '55P03', '57P01', '08006'])('state %s passes, also below the ORM', (code) => {
  expect(isPassingFailure(Object.assign(new Error('x'), { code }))).toBe(true)
  expect(isPassingFailure(wrapped(code))).toBe(true)
})

test.each(['23505', '23503', '42P01', '22P02'])('state %s stays wrong however often it is tried', (code) => {
  expect(isPassingFailure(wrapped(code))).toBe(false)
})

test('a cut connection passes; a thrown word, nothing and a bug do not', () => {
  expect(isPassingFailure(new Error('x', { cause: Object.assign(new Error('y'), { code: 'ECONNRESET' }) }))).toBe(true)
  expect(isPassingFailure('40P01')).toBe(false)
  expect(isPassingFailure(null)).toBe(false)
  expect(isPassingFailure(new TypeError('x is not a function'))).toBe(false)
})

import { describe, expect, it } from 'vitest'
import { type ControlSum, differenceOfSum, isSumRight } from './control-sum'

const sum = (own: string | null, computed: string): ControlSum => ({ kind: 'portal-claims', currency: 'USD', own, computed })

describe('a control total', () => {
  it.each([
    ['1200.00', '1150.00', '50.00', false],
    ['1150', '1150.00', '0.00', true],
    ['-10.5', '10.50', '-21.00', false],
    ['0.10', '0.3', '-0.20', false],
  ])('of %s against %s differs by %s', (own, computed, difference, isRight) => {
    expect(differenceOfSum(sum(own, computed))).toBe(difference)
    expect(isSumRight(sum(own, computed))).toBe(isRight)
  })

  it('that is not stated is no difference', () => {
    expect(differenceOfSum(sum(null, '5.00'))).toBeNull()
    expect(isSumRight(sum(null, '5.00'))).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { differFromFirst, scaleSteps } from './scale-steps'

describe('scaleSteps', () => {
  it('puts the level at the top and the shortage half way down', () => {
    const { yOf, ticks } = scaleSteps([120, 120, 96])
    expect(ticks).toEqual([120, 96, 72])
    expect([yOf(120), yOf(96), yOf(72)]).toEqual([26, 54, 82])
  })

  it('marks zero when every step agrees', () => {
    expect(scaleSteps([60, 60]).ticks).toEqual([60, 0])
  })

  it('shows no tick below nothing and survives unknown steps', () => {
    expect(scaleSteps([10, null, 0]).ticks).toEqual([10, 0])
    expect(scaleSteps([null]).ticks).toEqual([0])
  })
})

it('a step that is back at the first quantity does not differ any more', () => {
  expect(differFromFirst([null, 96, 96, 72, null, 96])).toEqual([false, false, false, true, false, false])
  expect(differFromFirst([null])).toEqual([false])
})

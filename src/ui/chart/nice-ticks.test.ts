import { expect, it } from 'vitest'
import { niceTicks } from './nice-ticks'

it('marks an axis with round figures', () => {
  expect(niceTicks(55)).toEqual([0, 20, 40])
  expect(niceTicks(3)).toEqual([0, 1, 2, 3])
  expect(niceTicks(1)).toEqual([0, 1])
})

import { expect, test } from 'vitest'
import { ageBucketOf } from './age-bucket'

test.each([
  [-1, 'to14'],
  [14, 'to14'],
  [15, 'to30'],
  [30, 'to30'],
  [60, 'to60'],
  [61, 'over60'],
])('%i days after approval is %s', (days, bucket) => {
  expect(ageBucketOf(days)).toBe(bucket)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LockboxProfiles } from './lockbox-profiles'

const EXAMPLE: unknown = JSON.parse(readFileSync('docs/lockbox-profiles.json', 'utf8'))

test('the example that administrators start from is one that is read', () => {
  expect(LockboxProfiles.parse(EXAMPLE)).toMatchObject([{ lockbox: '68751', currency: 'USD' }])
})

test('places count from 1, and a profile without the places of a cheque is refused', () => {
  const text = JSON.stringify(EXAMPLE)
  expect(LockboxProfiles.safeParse(JSON.parse(text.replace('"checkAmount":[8,10]', '"checkAmount":[0,10]'))).success).toBe(false)
  expect(LockboxProfiles.safeParse(JSON.parse(text.replace('"checkAmount":[8,10],', ''))).success).toBe(false)
})

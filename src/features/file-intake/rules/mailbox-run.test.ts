import { expect, test } from 'vitest'
import { isWorthTelling } from './mailbox-run'

const fine = (taken: number) => ({ taken: { taken }, error: null })
const broken = (error: string) => ({ taken: { taken: 0 }, error })
const failed = { state: 'failed', error: 'no route' }
const done = { state: 'done', error: null }

test.each([
  ['an empty mailbox is no news', fine(0), done, false],
  ['the first look into an empty mailbox is none either', fine(0), null, false],
  ['messages are', fine(3), done, true],
  ['a failure is', broken('no route'), done, true],
  ['the same failure again is not', broken('no route'), failed, false],
  ['another failure is', broken('wrong password'), failed, true],
  ['that it works again is', fine(0), failed, true],
])('%s', (_, outcome, last, expected) => {
  expect(isWorthTelling(outcome, last)).toBe(expected)
})

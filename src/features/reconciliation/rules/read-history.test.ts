import { expect, test } from 'vitest'
import { readHistory } from './read-history'

const run = (before: Record<string, unknown> | null, after: Record<string, unknown>) =>
  readHistory({ event: 'reconciliation.run', subject: 'difference', before, after })

test('a difference is found, moves, closes by itself and comes back', () => {
  expect(run(null, { state: 'open', sap_value: '24', other_value: '30' })).toEqual({ word: 'found', sap: '24', other: '30' })
  expect(run({ other_value: '30' }, { other_value: '36' })).toEqual({ word: 'moved', sap: '', other: '36' })
  expect(run({ state: 'asked' }, { state: 'resolved' })).toEqual({ word: 'closed' })
  expect(run({ state: 'resolved' }, { state: 'open' })).toEqual({ word: 'came-back' })
})

test('accepted once and accepted by a rule are told apart', () => {
  const [before, after] = [{ state: 'open' }, { state: 'accepted' }]
  expect(readHistory({ event: 'difference.accepted', subject: 'difference', before, after })).toEqual({ word: 'accepted' })
  expect(run(before, after)).toEqual({ word: 'tolerated' })
  expect(run({ state: 'accepted' }, { state: 'open' })).toEqual({ word: 'no-longer-accepted' })
})

test('requests and comments tell what was asked and said; a counted version alone is no news', () => {
  expect(readHistory({ event: 'task.asked', subject: 'task', before: null, after: { title: 'Correct the notice' } })).toEqual({
    word: 'requested',
    text: 'Correct the notice',
  })
  expect(readHistory({ event: 'task.settled', subject: 'task', before: { state: 'open' }, after: { state: 'closed' } })).toEqual({
    word: 'request-settled',
  })
  expect(readHistory({ event: 'comment.added', subject: 'comment', before: null, after: { body: 'Agreed' } })).toEqual({
    word: 'said',
    text: 'Agreed',
  })
  expect(run({ version: 1 }, { version: 2 })).toBeNull()
})

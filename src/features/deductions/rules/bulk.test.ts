import { expect, test } from 'vitest'
import { type BulkSubject, judgeBulk } from './bulk'

const subject: BulkSubject = {
  id: '1',
  number: 1,
  seen: { ownerId: null, verdict: 'invalid', decidedVerdict: null },
  ownerId: null,
  decidedVerdict: null,
  state: 'new',
  verdict: 'invalid',
  missing: [],
  liable: null,
  amountMinor: 10_000n,
  openMinor: 10_000n,
  judgedRecoverableMinor: 10_000n,
  causeKey: null,
  judgedNature: null,
}

test('a deduction as it was seen gets its owner', () => {
  expect(judgeBulk('assign', 'wei', subject)).toEqual({ kind: 'assign' })
})

test.each([
  ['with another owner than was seen', { ...subject, ownerId: 'mei' }, 'changed'],
  ['closed', { ...subject, state: 'closed' as const }, 'closed'],
  ['with this owner already', { ...subject, ownerId: 'wei' }, 'same'],
])('a deduction %s is left as it is', (_why, deduction, because) => {
  expect(judgeBulk('assign', 'wei', deduction)).toEqual({ kind: 'skip', because })
})

test('agreeing takes over the verdict, where there is one and nobody has', () => {
  expect(judgeBulk('agree', null, subject)).toMatchObject({ kind: 'agree', decision: { verdict: 'invalid', recoverable: 10_000n } })
  const undecided = { ...subject, verdict: 'undecided' as const, seen: { ...subject.seen, verdict: 'undecided' } }
  expect(judgeBulk('agree', null, undecided)).toEqual({ kind: 'skip', because: 'nothing-to-agree' })
  const agreed = { ...subject, decidedVerdict: 'invalid', seen: { ...subject.seen, decidedVerdict: 'invalid' } }
  expect(judgeBulk('agree', null, agreed)).toEqual({ kind: 'skip', because: 'same' })
  const owed = { ...subject, verdict: 'valid' as const, seen: { ...subject.seen, verdict: 'valid' } }
  expect(judgeBulk('agree', null, owed)).toEqual({ kind: 'skip', because: 'needs-cause' })
  expect(judgeBulk('agree', null, { ...owed, causeKey: 'pick-error' })).toMatchObject({ kind: 'agree' })
  expect(judgeBulk('agree', null, { ...subject, verdict: 'partly' })).toEqual({ kind: 'skip', because: 'changed' })
})

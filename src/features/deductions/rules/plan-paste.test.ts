import { expect, test } from 'vitest'
import { type PasteCause, type PastedRow, type PasteTarget, planPaste } from './plan-paste'

const people = [
  { id: 'p1', name: 'Wei Lin', email: 'wei@example.test' },
  { id: 'p2', name: 'Mei Tan', email: 'mei@example.test' },
  { id: 'p3', name: 'Mei Tan', email: 'mei2@example.test' },
]
const causes: PasteCause[] = [
  { key: 'picked-short', names: ['Picked short', 'Warehouse › Picked short', '拣货少件'], nature: 'preventable' },
  { key: 'customer-miscount', names: ['Miscounted', '客户错数'], nature: 'customer' },
]
const target = (more: Partial<PasteTarget> = {}): PasteTarget => ({
  id: 'd1',
  label: 'HP-1',
  isClosed: false,
  ownerId: null,
  ownerName: null,
  causeKey: null,
  isOwed: false,
  hasJudgedCause: false,
  ...more,
})
const planOne = (row: PastedRow, of: readonly PasteTarget[] = [target()]) => planPaste([row], { targets: [of], people, causes })[0]

test('an owner by name or address and a note are shown beside what stands now', () => {
  expect(planOne({ claim: 'HP-1', owner: 'wei lin', note: ' call back ' })).toMatchObject({
    problem: null,
    changes: [
      { column: 'owner', from: null, to: 'Wei Lin' },
      { column: 'note', from: null, to: 'call back' },
    ],
    write: { ownerId: 'p1', note: 'call back' },
  })
  expect(planOne({ owner: 'mei2@example.test' })?.write).toEqual({ ownerId: 'p3' })
})

test('an empty owner takes the owner away, a column that is not pasted leaves it', () => {
  const owned = [target({ ownerId: 'p1', ownerName: 'Wei Lin' })]
  expect(planOne({ owner: '' }, owned)).toMatchObject({ changes: [{ from: 'Wei Lin', to: null }], write: { ownerId: null } })
  expect(planOne({ note: 'x' }, owned)?.write).toEqual({ note: 'x' })
  expect(planOne({ owner: 'Wei Lin' }, owned)).toMatchObject({ changes: [], problem: null })
})

test.each([
  ['a number that nothing carries', [], {}, 'not-found'],
  ['a number of two deductions', [target(), target({ id: 'd2' })], {}, 'several'],
  ['a closed deduction', [target({ isClosed: true })], {}, 'closed'],
  ['somebody unknown', [target()], { owner: 'Nobody Known' }, 'unknown-owner'],
  ['a name of two people', [target()], { owner: 'Mei Tan' }, 'unknown-owner'],
  ['a cause that is none', [target()], { cause: 'Bad weather' }, 'unknown-cause'],
  ["the customer's error for what is owed", [target({ isOwed: true })], { cause: 'Miscounted' }, 'cause-not-owed'],
  ['no cause for what is owed', [target({ isOwed: true })], { cause: '' }, 'needs-cause'],
  ['a note without end', [target()], { note: 'x'.repeat(4_001) }, 'note-too-long'],
] as const)('%s is refused by its row and changes nothing', (_what, of, row, problem) => {
  expect(planOne({ claim: 'HP-1', ...row }, of)).toMatchObject({ problem, changes: [], write: {} })
})

test('a deduction that is pasted twice takes the first row', () => {
  const planned = planPaste([{ note: 'a' }, { note: 'b' }], { targets: [[target()], [target()]], people, causes })
  expect(planned.map((row) => row.problem)).toEqual([null, 'twice'])
})

test.each(['picked-short', 'PICKED SHORT', '拣货少件', 'Warehouse > Picked short'])('a root cause is known as %s', (cause) => {
  expect(planOne({ cause })).toMatchObject({
    changes: [{ column: 'cause', from: null, to: 'picked-short' }],
    write: { causeKey: 'picked-short' },
    target: { seenCauseKey: null },
  })
})

test('an empty cause leaves it to the evidence, and the one there is changes nothing', () => {
  const named = [target({ causeKey: 'picked-short', isOwed: true, hasJudgedCause: true })]
  expect(planOne({ cause: '' }, named)).toMatchObject({ problem: null, write: { causeKey: null } })
  expect(planOne({ cause: 'Picked short' }, named)).toMatchObject({ problem: null, changes: [], write: {} })
})

import { expect, test } from 'vitest'
import { PERSON_ACTS, restsOn } from './rests-on'

test('no act rests on what the machine counts by itself', () => {
  const own = ['confidence_ppm', 'deadline_on', 'evidence_have', 'evidence_need', 'next_action', 'facts_hash', 'version', 'incident_id']
  for (const act of PERSON_ACTS) expect(restsOn(act).columns.filter((column) => own.includes(column))).toEqual([])
})

test('only who decides or gives up money rests on the verdict and its figures', () => {
  const judged = PERSON_ACTS.filter((act) => restsOn(act).columns.includes('verdict'))
  expect(judged).toEqual(['decide', 'give-up'])
  expect(PERSON_ACTS.filter((act) => restsOn(act).hasFigures)).toEqual(judged)
})

test('every act that touches money rests on what is open and on what a person said before', () => {
  for (const act of PERSON_ACTS.filter((one) => one !== 'assign' && one !== 'name-cause'))
    expect(restsOn(act).columns).toEqual(expect.arrayContaining(['open_minor', 'decided_verdict', 'state']))
})

import { describe, expect, it } from 'vitest'
import { type ListFields, readConditions, writeConditions } from './list-conditions'

const fields: ListFields = {
  claim: { kind: 'text', isOptional: true },
  amount: { kind: 'money' },
  deadline: { kind: 'date', isOptional: true },
  state: { kind: 'choice', choices: ['new', 'ready'] },
  customer: { kind: 'choice' },
}

describe('conditions of a list', () => {
  it('are the same after they went through an address', () => {
    const text =
      '{"all":[["amount","between","500","1200.5"],{"any":[["claim","contains","88"],["deadline","next","7"],["deadline","empty"]]}]}'
    const group = readConditions(text, fields)
    expect(group?.parts).toHaveLength(2)
    expect(group && writeConditions(group)).toBe(text)
  })

  it('lose groups that hold one thing', () => {
    const group = readConditions('{"any":[{"all":[["state","any","new"]]}]}', fields)
    expect(group && writeConditions(group)).toBe('{"any":[["state","any","new"]]}')
    expect(writeConditions({ mode: 'all', parts: [] })).toBe('')
  })

  it.each([
    ['no JSON', 'all(amount>5)'],
    ['nothing in it', '{"all":[]}'],
    ['an unknown mode', '{"none":[["amount","over","5"]]}'],
    ['two modes', '{"all":[["amount","over","5"]],"any":[["amount","over","5"]]}'],
    ['an unknown field', '{"all":[["password","is","x"]]}'],
    ['a field of every object', '{"all":[["constructor","is","x"]]}'],
    ['an operator of another kind', '{"all":[["amount","contains","5"]]}'],
    ['too few values', '{"all":[["amount","between","5"]]}'],
    ['an amount that is none', '{"all":[["amount","over","1e9"]]}'],
    ['a day that is none', '{"all":[["deadline","before","2026-02-30"]]}'],
    ['a state that is none', '{"all":[["state","any","new","gone"]]}'],
    ['empty said of what never is', '{"all":[["amount","empty"]]}'],
    ['a group in a group in a group', '{"all":[{"any":[{"all":[["amount","over","5"]]}]}]}'],
    ['a number for a text', '{"all":[["amount","over",5]]}'],
    ['too many conditions', JSON.stringify({ all: Array.from({ length: 31 }, () => ['amount', 'over', '5']) })],
  ])('are not read by half: %s', (_what, text) => {
    expect(readConditions(text, fields)).toBeNull()
  })
})

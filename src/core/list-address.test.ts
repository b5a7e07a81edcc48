import { describe, expect, it } from 'vitest'
import { readListAddress } from './list-address'
import type { ListShape } from './list-shape'

const shape: ListShape = {
  key: 'papers',
  path: '/papers',
  title: 'papers.title',
  empty: 'papers.empty',
  columns: [
    { key: 'number', kind: 'text', title: 'papers.number', look: 'key' },
    { key: 'day', sort: 'on', kind: 'date', title: 'papers.day', isOptional: true },
    { key: 'worth', kind: 'money', title: 'papers.worth' },
    { key: 'note', kind: 'text', title: 'papers.note', isUnsorted: true, isUnasked: true },
    { key: 'state', kind: 'choice', choices: ['open', 'done'], title: 'papers.state' },
  ],
  tabs: { param: 'view', keys: ['mine', 'all'], usual: 'mine', words: 'papers.view' },
  quick: ['state'],
  usual: { state: 'open' },
  sort: { key: 'on', direction: 'desc' },
  sums: ['worth'],
}
const read = (params: Record<string, unknown>) => readListAddress(shape, params)

describe('the address of a list', () => {
  it('says nothing, and the list comes as it usually does', () => {
    expect(read({})).toEqual({
      tab: 'mine',
      q: '',
      quick: { state: ['open'] },
      where: '',
      sort: { key: 'on', direction: 'desc' },
      then: [],
      group: '',
      after: '',
      limit: 100,
    })
  })

  it('says tab, filters, conditions and up to four sorts', () => {
    const where = '{"all":[["worth","over","5"]]}'
    const then = 'number:desc,worth:asc,number:asc,state:asc,on:desc'
    expect(read({ view: 'all', state: 'all', where, sort: 'worth', direction: 'desc', group: 'state', then, q: ' A 1 ' })).toMatchObject({
      tab: 'all',
      q: 'A 1',
      quick: { state: [] },
      where,
      group: 'state',
      sort: { key: 'worth', direction: 'desc' },
      then: [
        { key: 'number', direction: 'desc' },
        { key: 'state', direction: 'asc' },
      ],
    })
  })

  it.each([
    ['a tab that is none', { view: 'theirs' }, { tab: 'mine' }],
    ['a sort that is none', { sort: 'note', direction: 'asc' }, { sort: { key: 'on', direction: 'desc' } }],
    ['a column instead of its sort', { sort: 'day' }, { sort: { key: 'on', direction: 'desc' } }],
    ['nothing, in a column that always holds something', { state: 'none,done' }, { quick: { state: ['done'] } }],
    ['groups by what is no choice', { group: 'worth' }, { group: '' }],
    ['a value that is none', { state: 'gone,done' }, { quick: { state: ['done'] } }],
    ['a condition over what is not asked', { where: '{"all":[["note","is","x"]]}' }, { where: '' }],
    ['a sign that no database takes', { q: 'a\0b' }, { q: '' }],
    ['nonsense of every kind', { limit: '9999', after: { x: 1 }, then: 'number,:asc' }, { limit: 100, after: '', then: [] }],
  ])('leaves out what it cannot read: %s', (_what, params, expected) => {
    expect(read(params)).toMatchObject(expected)
  })
})

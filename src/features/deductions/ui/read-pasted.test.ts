import { expect, test } from 'vitest'
import { readPasted } from './read-pasted'

test('under titles in either language each row names its claim, other columns are left', () => {
  expect(
    readPasted(
      [
        ['Claim no.', 'Amount', 'Owner', 'Note'],
        ['HP-1', '1788.00', 'Wei Lin', 'call'],
      ],
      null,
    ),
  ).toEqual({
    kind: 'rows',
    rows: [{ claim: 'HP-1', owner: 'Wei Lin', note: 'call' }],
  })
  expect(
    readPasted(
      [
        ['负责人', '索赔号'],
        ['', 'HP-1'],
        ['', ''],
      ],
      null,
    ),
  ).toEqual({ kind: 'rows', rows: [{ owner: '', claim: 'HP-1' }] })
})

test('without titles cells go into the owners from the chosen cell downwards', () => {
  const place = { column: 'owner', ids: ['a', 'b', 'c'] }
  expect(readPasted([['Wei Lin'], ['Mei Tan']], place)).toEqual({
    kind: 'rows',
    rows: [
      { id: 'a', owner: 'Wei Lin' },
      { id: 'b', owner: 'Mei Tan' },
    ],
  })
  expect(readPasted([['x'], ['x'], ['x'], ['x']], place)).toEqual({ kind: 'refused', because: 'too-low' })
})

test.each([
  ['nothing', [['', ' ']], 'empty'],
  ['titles alone', [['Claim no.', 'Owner']], 'empty'],
  ['cells without titles and without a place', [['Wei Lin']], 'no-columns'],
  [
    'titles that name nothing to write',
    [
      ['Claim no.', 'Amount'],
      ['HP-1', '5'],
    ],
    'no-columns',
  ],
] as const)('%s is refused', (_what, cells, because) => {
  expect(readPasted(cells, null)).toEqual({ kind: 'refused', because })
})

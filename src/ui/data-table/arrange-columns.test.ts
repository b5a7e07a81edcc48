import { expect, test } from 'vitest'
import { arrangeColumns, movedOrder, readArrangement } from './arrange-columns'

const columns = ['claim', 'customer', 'amount', 'owner'].map((key) => ({ key }))
const keys = (params: Record<string, string>) => arrangeColumns(columns, readArrangement(params)).map(({ key }) => key)

test('columns stand in the order the address says, the others behind in their own', () => {
  expect(keys({ cols: 'amount,claim' })).toEqual(['amount', 'claim', 'customer', 'owner'])
  expect(keys({ cols: 'nonsense' })).toEqual(['claim', 'customer', 'amount', 'owner'])
})

test('widths and pins are read within bounds, and nonsense is left out', () => {
  expect(readArrangement({ w: 'claim:120,amount:5,owner:x,:9', pin: '2' })).toEqual({
    order: [],
    pinned: 2,
    widths: { claim: 120, amount: 40 },
  })
  expect(readArrangement({ pin: '99' }).pinned).toBe(4)
  expect(readArrangement({ pin: 'x' }).pinned).toBe(0)
})

test('a column moves past the next one that shows', () => {
  const all = ['claim', 'hidden', 'customer', 'amount']
  expect(movedOrder(all, ['claim', 'customer', 'amount'], 'amount', -1)).toEqual(['claim', 'hidden', 'amount', 'customer'])
  expect(movedOrder(all, ['claim', 'customer', 'amount'], 'claim', 1)).toEqual(['hidden', 'customer', 'claim', 'amount'])
  expect(movedOrder(all, ['claim', 'customer', 'amount'], 'claim', -1)).toEqual(all)
})

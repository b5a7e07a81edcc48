import { expect, it } from 'vitest'
import { money } from '@/core/money'
import { readRowBatch, writeRowBatch } from './row-batch-json'

it('brings amounts of any size to the browser and back to integers', () => {
  const amount = money(9_007_199_254_740_993n, 'USD')
  const read = readRowBatch(JSON.stringify({ rows: [{ amount: { minor: amount.minor.toString(), currency: 'USD' } }], after: null }))
  expect(read?.rows[0]?.amount).toEqual(amount)
  const written = writeRowBatch({ rows: [], place: { after: 'x' }, before: 'b', after: null })
  expect(readRowBatch(written)).toEqual({ rows: [], place: { after: 'x' }, before: 'b', after: null })
})

it('reads nothing from what is no batch', () => {
  expect(readRowBatch('<html>')).toBeNull()
  expect(readRowBatch('{"code":"signed-out"}')).toBeNull()
})

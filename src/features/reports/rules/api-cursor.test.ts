import { expect, test } from 'vitest'
import { readCursor, readFilter, writeCursor } from './api-cursor'

test('a cursor is read as it was written, and anything else is none', () => {
  const cursor = { sort: '-takenOn', value: '2026-03-18', id: '0190b000-0000-7000-8000-000000000001' }
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  expect(writeCursor(cursor)).toMatch(/^[\w-]+$/)
  expect(['', 'x', '%%%', btoa('[1,2]'), btoa('["a","1; drop","b"]')].map(readCursor)).toEqual([null, null, null, null, null])
})

test('a filter is a list of pairs', () => {
  expect(readFilter('')).toEqual([])
  expect(readFilter('state:new,customer:C03')).toEqual([
    ['state', 'new'],
    ['customer', 'C03'],
  ])
  expect(readFilter('state')).toBeNull()
  expect(readFilter('state:')).toBeNull()
})

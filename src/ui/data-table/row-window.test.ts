import { describe, expect, it } from 'vitest'
import { appendBatch, countLoaded, type LoadedRows, prependBatch, type RowBatch, windowOf } from './row-window'

const batch = (from: number, count: number, ends: Partial<RowBatch<number>> = {}): RowBatch<number> => ({
  rows: Array.from({ length: count }, (_, at) => from + at),
  place: {},
  before: `b${from}`,
  after: `a${from + count - 1}`,
  ...ends,
})

const rowsOf = ({ batches }: LoadedRows<number>) => batches.flatMap(({ rows }) => rows)

describe('the rows at hand', () => {
  it('follow each other whichever way the list is read, and keep their index when others go', () => {
    let loaded: LoadedRows<number> = { first: 0, batches: [batch(0, 100)] }
    for (const from of [100, 200, 300]) loaded = appendBatch(loaded, batch(from, 100), 250)
    expect(loaded.first).toBe(200)
    expect(rowsOf(loaded)).toEqual(Array.from({ length: 200 }, (_, at) => 200 + at))
    loaded = prependBatch(loaded, batch(100, 100), 250)
    expect(loaded.first).toBe(100)
    expect(rowsOf(loaded)[0]).toBe(100)
    expect(countLoaded(loaded)).toBe(200)
  })

  it('begin at 0 where the list begins, also when rows came in meanwhile', () => {
    const loaded = { first: 40, batches: [batch(40, 10)] }
    expect(prependBatch(loaded, batch(0, 43, { before: null })).first).toBe(0)
  })
})

describe('the rows that are drawn', () => {
  const view = { height: 640, rowHeight: 32, count: 10_000, keep: null }

  it('are those in sight and some beyond, never more than eighty for a screen', () => {
    const { from, to } = windowOf({ ...view, top: 32 * 5_000 })
    expect(from).toBeLessThanOrEqual(4_992)
    expect(to).toBeGreaterThanOrEqual(5_040)
    expect(to - from).toBeLessThan(80)
  })

  it('are more where the list is moved to than where it comes from', () => {
    const down = windowOf({ ...view, top: 32 * 5_000 })
    const up = windowOf({ ...view, top: 32 * 5_000, isUpwards: true })
    expect(down.to - 5_020).toBeGreaterThan(5_000 - down.from)
    expect(5_000 - up.from).toBeGreaterThan(up.to - 5_020)
  })

  it('begin and end with the list', () => {
    expect(windowOf({ ...view, top: 0 }).from).toBe(0)
    expect(windowOf({ ...view, top: 32 * 10_000 }).to).toBe(10_000)
    expect(windowOf({ ...view, count: 5, top: 0 })).toEqual({ from: 0, to: 5 })
  })

  it('reach to what is chosen, unless that is far away', () => {
    expect(windowOf({ ...view, top: 32 * 500, keep: { from: 10, to: 20 } }).from).toBe(10)
    expect(windowOf({ ...view, top: 32 * 9_000, keep: { from: 10, to: 20 } }).from).toBeGreaterThan(8_000)
  })
})

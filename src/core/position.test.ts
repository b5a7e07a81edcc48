import { describe, expect, it } from 'vitest'
import { readPosition, stepOf } from './position'

describe('a position in a file', () => {
  it.each([
    ['row 5', ['row=5']],
    ['interchange 4 segment 3', ['interchange=4', 'segment=3']],
    ['sheet Claims row 5', ['sheet=Claims', 'row=5']],
    ['sheet Row 2 of Q3 row 17', ['sheet=Row 2 of Q3', 'row=17']],
    ['sheet Summary 2026', ['sheet=Summary 2026']],
    ['page 2 line 14', ['page=2', 'line=14']],
    ['statement 1 entry 2', ['statement=1', 'entry=2']],
    ['attachment claims march.csv row 5', ['attachment=claims march.csv', 'row=5']],
    ['entry portal/c.xlsx sheet Claims row 5', ['packed=portal/c.xlsx', 'sheet=Claims', 'row=5']],
    ['file', ['file=']],
  ])('%s', (position, steps) => {
    expect(readPosition(position)?.map(({ unit, at }) => `${unit}=${at}`)).toEqual(steps)
  })

  it.each(['', 'somewhere', 'row', 'BEG03', 'row five'])('is not what %j is', (text) => {
    expect(readPosition(text)).toBeNull()
  })

  it('gives the number of its last step of a unit', () => {
    const steps = readPosition('interchange 1 segment 12') ?? []
    expect([stepOf(steps, 'segment'), stepOf(steps, 'row')]).toEqual([12, null])
  })
})

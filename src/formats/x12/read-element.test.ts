import { describe, expect, it } from 'vitest'
import { element, itemId, itemIds, readDate, readDecimal, readN2, readTime } from './read-element'
import type { X12Segment } from './x12-segment'

function segment(text: string): X12Segment {
  const elements = text.split('*')
  const id = elements[0] ?? ''
  return {
    interchange: 1,
    group: 1,
    set: 1,
    index: 3,
    byteOffset: 0,
    byteLength: text.length,
    position: 'interchange 1 segment 3',
    id,
    elements,
  }
}

describe('numbers', () => {
  it.each([
    ['387530', '3875.30'],
    ['-46400', '-464.00'],
    ['15', '0.15'],
    ['0', '0.00'],
    ['101.67', '101.67'],
    ['00019998', '199.98'],
    ['xx.xx', null],
    ['', null],
  ])('N2 %s has two implied decimals: %s', (text, amount) => expect(readN2(text)).toBe(amount))

  it.each([
    ['3.61', '3.61'],
    ['.07', '0.07'],
    ['-18200', '-18200'],
    ['+5.', '5'],
    ['007.50', '7.50'],
    ['5811.00.3000', null],
    ['-', null],
    ['1e3', null],
  ])('R %s carries its point: %s', (text, amount) => expect(readDecimal(text)).toBe(amount))
})

describe('dates and times', () => {
  it.each([
    ['20240310', '2024-03-10'],
    ['240310', '2024-03-10'],
    ['991231', '1999-12-31'],
    ['20240230', null],
    ['202403100', null],
    ['2024031', null],
  ])('%s is %s', (text, date) => expect(readDate(text)).toBe(date))

  it('reads hours and minutes, and refuses the 25th hour', () => {
    expect(readTime('1230')).toBe('12:30')
    expect(readTime('123059')).toBe('12:30')
    expect(readTime('2500')).toBeNull()
  })
})

describe('elements', () => {
  it('counts elements as the standard does and trims them', () => {
    const beg = segment('BEG*00*SA* 0045118 **20240310')
    expect(element(beg, 3)).toBe('0045118')
    expect(element(beg, 4)).toBe('')
    expect(element(beg, 12)).toBe('')
    expect(element(undefined, 1)).toBe('')
  })

  it('finds item ids as pairs in any order', () => {
    const line = segment('PO1*1*12*EA*3.61**VN*CH-0198*UP*860004003588**IN')
    expect(itemIds(line)).toEqual([
      { qualifier: 'VN', value: 'CH-0198' },
      { qualifier: 'UP', value: '860004003588' },
    ])
    expect(itemId(line, 'UP', 'EN')).toBe('860004003588')
    expect(itemId(line, 'EN')).toBeNull()
    expect(itemId(segment('LIN*1*UP*860004001973'), 'UP')).toBe('860004001973')
    expect(itemIds(segment('BLI*UP*860004001973*2*EA*77.86'))).toEqual([{ qualifier: 'UP', value: '860004001973' }])
  })
})

import { describe, expect, it } from 'vitest'
import { cardPlace } from './card-place'

const placesOf = (columns: Parameters<typeof cardPlace>[0]) => columns.map((_, at) => cardPlace(columns, at))

describe('the card that a row becomes on a phone', () => {
  it('is headed by the number that opens the row, with the first figure opposite and the first text below', () => {
    expect(
      placesOf([{ look: 'clip' }, { look: 'key' }, { look: 'quiet' }, { align: 'right' }, { align: 'right' }, { look: 'clip' }]),
    ).toEqual(['line', 'head', undefined, 'figure', undefined, undefined])
  })

  it('is headed by the first column where none opens the row', () => {
    expect(placesOf([{ align: 'right' }, { align: 'right' }])).toEqual(['head', 'figure'])
    expect(placesOf([{}, {}])).toEqual(['head', undefined])
  })
})

import { describe, expect, it } from 'vitest'
import { correctCells, correctionMark, onlyPositions, readCorrectedSheet } from './correction'

const ID = '01890000-0000-7000-8000-0000000000aa'
const sheet = [
  [correctionMark(ID), 'Position', 'Field', 'Reason', 'Claim', 'Amount  net', 'Amount'],
  ['row 3', 'Row 3', 'Amount', 'cannot be read', 'C-1', '10.00', '12.00'],
  ['row 9', 'Row 9', 'Date', 'no such day', 'C-2', '', '5.00'],
  ['', '', '', '', '', '', ''],
]

describe('a corrected workbook', () => {
  it('is known by its mark and gives its rows by their place in the first file', () => {
    expect(readCorrectedSheet(sheet)).toEqual({
      batchId: ID,
      table: {
        titles: ['Claim', 'Amount net', 'Amount'],
        rows: [
          { position: 'row 3', cells: ['C-1', '10.00', '12.00'] },
          { position: 'row 9', cells: ['C-2', '', '5.00'] },
        ],
      },
    })
  })

  it('is not what a list without the mark is', () => {
    expect(
      readCorrectedSheet([
        ['Claim', 'Amount'],
        ['C-1', '5.00'],
      ]),
    ).toBeNull()
    expect(readCorrectedSheet([['recoup-correction:12', 'Amount']])).toBeNull()
  })

  it('may have its columns in another order, and keeps what the file had where a column is gone', () => {
    const corrected = { titles: ['Amount', 'Claim'], rows: [] }
    expect(correctCells(['Claim', 'Amount', 'Note'], ['old', 'xx', 'as it was'], corrected, [' 5.00 ', 'C-1'])).toEqual([
      'C-1',
      '5.00',
      'as it was',
    ])
  })

  it('tells two columns of one title apart by their order', () => {
    const corrected = { titles: ['Date', 'Date'], rows: [] }
    expect(correctCells(['Date', 'Date'], ['a', 'b'], corrected, ['first', 'second'])).toEqual(['first', 'second'])
  })

  it('touches only rows that wait for correction', () => {
    const correction = { batchId: ID, tables: [readCorrectedSheet(sheet)?.table ?? { titles: [], rows: [] }] }
    expect(onlyPositions(correction, new Set(['row 9'])).tables[0]?.rows.map(({ position }) => position)).toEqual(['row 9'])
  })
})

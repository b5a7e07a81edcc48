import { describe, expect, test } from 'vitest'
import { readCsv } from '../csv/read-csv'
import type { ListReader, ListSource } from './list-reader'
import { matchTitles } from './match-titles'
import { readList } from './read-list'
import { recogniseShape, type TableShape } from './table-shape'

const CLAIMS: TableShape = {
  kind: 'claims',
  totalField: 'amountMinor',
  currencyField: 'currency',
  fields: {
    number: { titles: 'Claim · Claim Number · 索赔号', as: 'id', needs: 'value' },
    day: { titles: 'Date · Datum · 日期', as: 'date' },
    quantity: { titles: 'Qty · Menge', as: 'quantity' },
    priceMicros: { titles: 'Cost · Preis', as: 'price' },
    amountMinor: { titles: 'Amount · Betrag · 金额', as: 'amount', needs: 'value' },
    currency: { titles: 'Currency · Währung', as: 'text' },
  },
}
const READER: ListReader = { rowKind: 'claim', shape: CLAIMS }
const HERE: ListSource = { customerHint: null, fileName: 'claims.csv' }
const read = (text: string, source = HERE) => readList(READER, readCsv(text), source)

describe('columns by their meaning', () => {
  test('titles are found in any order, language and spelling', () => {
    const table = readCsv('Betrag;datum;CLAIM  number\n1,50;01.02.2024;A-1\n')
    expect(Object.fromEntries(matchTitles(table, { amount: 'Amount · Betrag', day: 'Datum', number: 'Claim Number' }))).toEqual({
      amount: 0,
      day: 1,
      number: 2,
    })
  })

  test('in a header of two rows a title is found with the one above it', () => {
    const table = readCsv('Payment,,Document,\nNo,Date,Number,Date\n1,01/31/2024,77,01/15/2024\n2,01/31/2024,78,01/16/2024\n')
    expect([...matchTitles(table, { paidOn: 'Payment Date', documentOn: 'Document Date', document: 'Document Number' })]).toEqual([
      ['paidOn', 1],
      ['documentOn', 3],
      ['document', 2],
    ])
  })

  test('of several shapes the one that explains most columns wins, and none wins without what it needs', () => {
    const narrow: TableShape = { kind: 'narrow', fields: { number: { titles: 'Claim', as: 'id', needs: 'column' } } }
    expect(recogniseShape(readCsv('Claim,Amount,Qty\n1,2.00,3\n'), [narrow, CLAIMS])?.shape.kind).toBe('claims')
    expect(recogniseShape(readCsv('Claim,Colour\n1,red\n'), [narrow, CLAIMS])?.shape.kind).toBe('narrow')
    expect(recogniseShape(readCsv('Colour,Size\nred,9\n'), [narrow, CLAIMS])).toBeNull()
  })
})

describe('values', () => {
  test('amounts become minor units, prices micros and dates calendar dates, in the dialect of their column', () => {
    const file = read('Claim;Datum;Menge;Preis;Betrag;Währung\n007;31.01.2024;1.200;13,3425;16.011,00;EUR\nA;01.02.2024;;;5,00-;EUR\n')
    expect(file.rows.map((row) => row.values)).toEqual([
      { number: '007', day: '2024-01-31', quantity: '1200', priceMicros: '13342500', amountMinor: '1601100', currency: 'EUR' },
      { number: 'A', day: '2024-02-01', quantity: null, priceMicros: null, amountMinor: '-500', currency: 'EUR' },
    ])
    expect(file.totals).toEqual({ own: null, computed: '16006.00', currency: 'EUR' })
  })

  test('an amount in yen has no decimals', () => {
    expect(read('Claim,Amount,Currency\nA,1200,JPY\nB,950,JPY\n').rows.map((row) => row.values['amountMinor'])).toEqual(['1200', '950'])
  })

  test('a cell that cannot be read rejects its row with position and field; the good rows stay', () => {
    const file = read(
      'Claim,Date,Qty,Amount\nA,02/30/2024,1,1.00\nB,01/31/2024,1.5,1.00\nC,01/31/2024,1,xx.xx\n,01/31/2024,1,1.00\nE,01/31/2024,1,\nF,01/31/2024,1,1.00\n',
    )
    expect(file.rows.map((row) => row.position)).toEqual(['row 7'])
    expect(file.rejected.map(({ problem }) => [problem.position, problem.field, problem.code])).toEqual([
      ['row 2', 'day', 'table/unreadable-date'],
      ['row 3', 'quantity', 'table/too-many-decimals'],
      ['row 4', 'amountMinor', 'table/unreadable-number'],
      ['row 5', 'number', 'table/missing-value'],
      ['row 6', 'amountMinor', 'table/missing-value'],
    ])
  })

  test('a number that fits two dialects is not guessed', () => {
    const file = read('Claim;Betrag\nA;1.234\n')
    expect(file.rejected.map(({ problem }) => problem.code)).toEqual(['table/ambiguous-number'])
  })

  test('an ambiguous column follows a proven one of the same file', () => {
    expect(read('Claim;Preis;Betrag\nA;12,50;1.234\nB;7,25;2.500\n').rows.map((row) => row.values['amountMinor'])).toEqual([
      '123400',
      '250000',
    ])
  })

  test('what looks like a formula stays text', () => {
    expect(read('Claim,Amount\n=1+1,1.00\n@SUM(A1),2.00\n').rows.map((row) => row.values['number'])).toEqual(['=1+1', '@SUM(A1)'])
  })

  test('a number too large for the database is refused, not cut', () => {
    const file = read('Claim,Amount\nA,99999999999999999999.00\nB,1.00\n')
    expect(file.rejected.map(({ problem }) => problem.code)).toEqual(['table/number-too-large'])
  })
})

describe('the file as a whole', () => {
  test('its own total stands beside ours', () => {
    expect(read('Claim,Date,Qty,Amount\nA,01/31/2024,1,10.00\nB,01/31/2024,1,5.50\nTotal,,,15.49\n').totals).toMatchObject({
      own: '15.49',
      computed: '15.50',
    })
  })

  const OPEN_DATES = 'Claim,Date,Amount\nA,03/04/2024,1.00\nB,05/06/2024,1.00\n'

  test('dates that fit both orders everywhere are not read before somebody says which comes first', () => {
    const file = read(OPEN_DATES)
    expect(file).toMatchObject({ rows: [], waiting: 'intake/date-order-open', openDates: { leaning: null } })
    expect(file.openDates?.columns).toEqual([
      {
        title: 'Date',
        samples: [
          { text: '03/04/2024', monthFirst: '2024-03-04', dayFirst: '2024-04-03' },
          { text: '05/06/2024', monthFirst: '2024-05-06', dayFirst: '2024-06-05' },
        ],
      },
    ])
  })

  test.each([
    ['month-first', ['2024-03-04', '2024-05-06']],
    ['day-first', ['2024-04-03', '2024-06-05']],
  ] as const)('they are read as their sender is known to write them: %s', (order, days) => {
    const file = readList(READER, readCsv(OPEN_DATES), HERE, order)
    expect(file.rows.map((row) => row.values['day'])).toEqual(days)
  })

  test('what the values prove stands against what the sender is known for', () => {
    const file = readList(READER, readCsv('Claim,Date,Amount\nA,13/04/2024,1.00\nB,05/06/2024,1.00\n'), HERE, 'month-first')
    expect(file).toMatchObject({ provenDates: { order: 'day-first' } })
  })

  test('days that are the same in both orders leave nothing open', () => {
    const file = read('Claim,Date,Amount\nA,03/03/2024,1.00\nB,11/11/2024,1.00\n')
    expect(file.rows.map((row) => row.values['day'])).toEqual(['2024-03-03', '2024-11-11'])
    expect(file.waiting).toBeUndefined()
  })

  test('the folder hints at the customer unless the row names one', () => {
    expect(read('Claim,Amount\nA,1.00\n', { ...HERE, customerHint: 'C03' }).rows[0]?.values['customerHint']).toBe('C03')
  })
})

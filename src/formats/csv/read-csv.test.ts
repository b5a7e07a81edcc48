import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectDelimiter } from './detect-delimiter'
import { readCsv } from './read-csv'
import { readCsvRecords } from './read-csv-records'

const titles = (text: string) => readCsv(text).columns.map((column) => column.title)

describe('records of delimited text', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a ""quoted"" word",b\n', [['a "quoted" word', 'b']]],
    ['"line\none",b\n', [['line\none', 'b']]],
    ['"id"\t,b\n', [['id', 'b']]],
    ['5" cable,b\n', [['5" cable', 'b']]],
    ['a,,\n', [['a', '', '']]],
    ['\n\na,b', [[''], [''], ['a', 'b']]],
  ])('%j', (text, expected) => {
    expect(readCsvRecords(text, ',').records.map((record) => record.cells)).toEqual(expected)
  })

  it('a quote that never closes does not swallow the rest of the file', () => {
    const { records, problems } = readCsvRecords('a,b\n"open,1\nc,d\n', ',')
    expect(records.map((record) => record.cells)).toEqual([
      ['a', 'b'],
      ['"open', '1'],
      ['c', 'd'],
    ])
    expect(problems).toMatchObject([{ position: 'row 2', code: 'csv/unclosed-quote' }])
  })

  it('reads back what was written, with the place of every record', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab",\n;\t 1é额') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        const { records, problems } = readCsvRecords(text, ',')
        expect(records.map((record) => record.cells)).toEqual(rows)
        expect(problems).toEqual([])
        for (const record of records) expect(text[record.at]).toBe('"')
      }),
      { numRuns: 150 },
    )
  })

  it('never throws and stays quick on hostile text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'",;\t\n|\r=1aTotal '), maxLength: 200 }), (text) => {
        const table = readCsv(text)
        for (const row of table.rows) expect(row.cells.length).toBeGreaterThanOrEqual(table.columns.length)
      }),
      { numRuns: 200 },
    )
    expect(readCsvRecords(',"a'.repeat(50_000), ',').records.length).toBeGreaterThan(0)
  })
})

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3\n4,5;1;2,25\n', ';'],
    ['Nr;Betrag\n1;1,50\n2;2,50\n', ';'],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['sep=;\na,x;b\n1;2\n', ';'],
    ['just some words\nand more words\n', null],
    ['Report for March\nVendor 12\n\nPO,Qty,Note\n1,2,"x;y;z"\n2,3,"p;q;r"\n', ','],
  ])('of %j is %j', (text, expected) => {
    expect(detectDelimiter(text)).toBe(expected)
  })
})

describe('a table of delimited text', () => {
  it('finds the header below title lines and keeps totals apart', () => {
    const table = readCsv(readFileSync('tests/fixtures/csv/remittance-with-preamble.csv', 'utf8'))
    expect(table.headerRow).toBe(6)
    expect(table.columns.map((column) => column.title)).toContain('Amount Paid')
    expect(table.rows.map((row) => row.row)).toEqual([7, 8, 9])
    expect(table.rows[1]?.cells.slice(0, 2)).toEqual(['44000102SC', '7700123'])
    expect(table.preamble).toHaveLength(4)
    expect(table.totals).toEqual([['Total', '', '', '$1,170.10']])
  })

  it('joins two header rows into groups and titles', () => {
    const table = readCsv(readFileSync('tests/fixtures/csv/two-header-rows.csv', 'utf8'))
    expect(table.headerRow).toBe(2)
    expect(table.columns.map((column) => `${column.group}: ${column.title}`)).toEqual([
      'Payment: Number',
      'Payment: Date',
      'Document: Number',
      'Document: PO',
      'Amounts: Gross',
      'Amounts: Net',
    ])
    expect(table.totals).toHaveLength(1)
  })

  it('unwraps ids that were dressed to stay text', () => {
    const { rows } = readCsv(`Invoice,PO,UPC,Store\n="00123",'0045',"'0086"\t, 0012 \n`)
    expect(rows[0]?.cells).toEqual(['00123', '0045', '0086', '0012'])
  })

  it('numbers rows as a spreadsheet does, blank lines counted', () => {
    const table = readCsv('\nPO,Qty\n\nA1,2\n\nA2,3\n\n')
    expect(table.headerRow).toBe(2)
    expect(table.rows.map((row) => row.row)).toEqual([4, 6])
    expect(table.blankRows).toBe(2)
  })

  it('reports rows that are wider or much shorter than the header and keeps them', () => {
    const table = readCsv('PO,Item,Qty,Price\nA,1,2,3.00\nB,1,2,3.00,extra\nC,1\nD,1,2,3.00\n')
    expect(table.rows).toHaveLength(4)
    expect(table.problems.map((problem) => [problem.position, problem.code])).toEqual([
      ['row 3', 'table/too-many-cells'],
      ['row 4', 'table/too-few-cells'],
    ])
  })

  it('says so when there is no header', () => {
    const table = readCsv('90000001,12.50,2024-01-05\n90000002,13.50,2024-01-06\n')
    expect(table.headerRow).toBe(0)
    expect(table.rows).toHaveLength(2)
    expect(table.problems[0]?.code).toBe('table/no-header')
  })

  it('recognises totals in English, German and Chinese, and notes below', () => {
    for (const word of ['Total', 'Grand total:', 'STUB TOTAL', 'Summe', '合计', 'Gesamtbetrag'])
      expect(readCsv(`Beleg,Datum,Text,Betrag\nA,2024-01-01,x,5.00\n${word},,,5.00\n`).totals).toHaveLength(1)
    expect(readCsv('PO,Date,Text,Amount\nA,2024-01-01,x,5.00\nEnd of report\n').rows).toHaveLength(1)
    expect(readCsv('Name,Date,Text,Amount\nTotal Wine LLC,2024-01-01,x,5.00\n').rows).toHaveLength(1)
  })

  it('keeps an embedded line break, a header break becomes a blank', () => {
    expect(titles('"Invoice\nNumber",Amount\n1,2.00\n')).toEqual(['Invoice Number', 'Amount'])
  })

  it('an empty file is an empty table', () => {
    expect(readCsv('')).toMatchObject({ headerRow: 0, columns: [], rows: [], problems: [] })
  })
})

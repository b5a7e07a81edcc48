import { describe, expect, test } from 'vitest'
import { readCsv } from '../csv/read-csv'
import type { ListReader } from '../fields/list-reader'
import { readGivenList } from '../fields/read-list'
import type { TableShape } from '../fields/table-shape'
import type { StagedRow } from '../staged-row'
import { asLongTable } from '../table'
import { columnKeys, headerInRow, headerWithKeys, tableFingerprint, topFingerprints } from './column-keys'
import { applyMapping, type GivenMapping } from './given-mapping'
import { surveyTable } from './survey-table'

const CLAIMS: TableShape = {
  kind: 'claims',
  totalField: 'amountMinor',
  currencyField: 'currency',
  fields: {
    claimNumber: { titles: 'Claim', as: 'id', needs: 'value' },
    claimedOn: { titles: 'Date', as: 'date' },
    amountMinor: { titles: 'Amount', as: 'amount', needs: 'value' },
    currency: { titles: 'Currency', as: 'text' },
  },
}
const READER: ListReader = { rowKind: 'claim', shape: CLAIMS }
const HERE = { customerHint: null, fileName: 'x.csv' }

const mapping = (columns: GivenMapping['columns'], constants: GivenMapping['constants'] = []): GivenMapping => ({
  kind: 'claims',
  encoding: null,
  columns,
  keys: columns.map(({ key }) => key),
  constants,
  customerCode: null,
  customerAccount: null,
  isSilent: false,
})
const column = (key: string, field: string, rest: Partial<GivenMapping['columns'][number]> = {}) => ({
  key,
  field,
  numbers: 'point' as const,
  dates: 'iso' as const,
  isNegated: false,
  ...rest,
})

describe('the fingerprint of a header', () => {
  const print = (text: string) => tableFingerprint(readCsv(text))

  test('is the same for moved columns, other case, blanks and punctuation, and a trailing empty column', () => {
    const first = print('Ref No,Posted,Value\nA1,2026-01-02,3.00\n')
    expect(print('VALUE,"ref  no.",posted\n3.00,A1,2026-01-02\n')).toBe(first)
    expect(print('Ref No,Posted,Value,\nA1,2026-01-02,3.00,\n')).toBe(first)
    expect(print('Report of March\n\nRef No,Posted,Value\nA1,2026-01-02,3.00\nA2,2026-01-03,4.00\n')).toBe(first)
  })

  test('is another for a renamed, added or doubled column', () => {
    const first = print('Ref No,Posted,Value\nA1,2026-01-02,3.00\n')
    expect(print('Ref No,Posted,Amount\nA1,2026-01-02,3.00\n')).not.toBe(first)
    expect(print('Ref No,Posted,Value,Note\nA1,2026-01-02,3.00,x\n')).not.toBe(first)
    expect(print('Ref No,Posted,Value,Value\nA1,2026-01-02,3.00,1.00\n')).not.toBe(first)
  })

  test('equal titles are told apart by their order, titles of two rows by both', () => {
    expect(columnKeys(readCsv('Ref,Amount,Amount\nA,1.00,2.00\n').columns)).toEqual(['ref', 'amount', 'amount#2'])
    expect(columnKeys(readCsv('Payment,,Document,\nNo,Date,Number,Date\n1,01/31/2024,77,01/15/2024\n').columns)).toEqual([
      'paymentno',
      'paymentdate',
      'documentnumber',
      'documentdate',
    ])
  })

  test('of a header that is not found by itself is among those of the top of the file', () => {
    const known = print('Ref No,Posted,Value\nA1,2026-01-02,3.00\nA2,2026-01-03,3.00\n')
    const shifted = readCsv('Reason codes,In use,Meaning of code\nRef No,Posted,Value\nA1,2026-01-02,3.00\nA2,2026-01-03,3.00\n')
    expect(topFingerprints(shifted)).toContain(known)
  })
})

describe('a header under a preamble', () => {
  const FILE = `Supplier statement,,,
Account,7781,,
Total claims,"2,110.00",,
Printed,11/20/2026,,
,,,
Vorgang,Vom,Wert,Whg
V-1,01/02/2026,"1,000.00",USD
V-2,01/03/2026,"1,100.00",USD
Grand Total,,"2,100.00",USD
`
  test('is found, the lines above are kept, the total row is no row', async () => {
    const survey = await surveyTable(asLongTable(readCsv(FILE)))
    expect(survey).toMatchObject({ headerRow: 6, rows: 2 })
    expect(survey.columns.map(({ title }) => title)).toEqual(['Vorgang', 'Vom', 'Wert', 'Whg'])
    expect(survey.preamble).toHaveLength(4)
    expect(survey.totals).toEqual([['Grand Total', '', '2,100.00', 'USD']])
  })

  test('is found by the columns of a mapping, and in the row that a person points at', () => {
    const text = 'Reason codes,In use,Meaning of code\nRef No,Posted,Value\nA1,2026-01-02,3.00\nA2,2026-01-03,3.00\n'
    expect(readCsv(text).headerRow).toBe(1)
    expect(readCsv(text, { findHeader: headerWithKeys(['refno', 'posted', 'value']) }).headerRow).toBe(2)
    expect(readCsv(text, { findHeader: headerInRow(2) }).columns.map(({ title }) => title)).toEqual(['Ref No', 'Posted', 'Value'])
    expect(readCsv(text, { findHeader: headerInRow(0) }).columns.map(({ title }) => title)).toEqual(['Column 1', 'Column 2', 'Column 3'])
  })
})

describe('a survey', () => {
  const columnsOf = async (text: string) => (await surveyTable(asLongTable(readCsv(text)))).columns

  test('asks about dates that fit both orders, with what each would make of them', async () => {
    const [, day] = await columnsOf('Ref,Day\nA,03/04/26\nB,05/04/26\n')
    expect(day?.dates).toEqual({
      dialect: 'ambiguous',
      because: 'open',
      readings: [
        {
          dialect: 'mdy-slash',
          unreadable: 0,
          samples: [
            { text: '03/04/26', value: '2026-03-04' },
            { text: '05/04/26', value: '2026-05-04' },
          ],
        },
        {
          dialect: 'dmy-slash',
          unreadable: 0,
          samples: [
            { text: '03/04/26', value: '2026-04-03' },
            { text: '05/04/26', value: '2026-04-05' },
          ],
        },
      ],
    })
  })

  test('asks about 1.234, unless another column of the file proves how its numbers are written', async () => {
    const [, open] = await columnsOf('Ref;Wert\nA;1.234\nB;2.500\n')
    expect(open?.numbers.readings.map(({ dialect, samples }) => [dialect, samples[0]?.value])).toEqual([
      ['point', '1.234'],
      ['comma', '1234'],
    ])
    const [, settled] = await columnsOf('Ref;Wert;Preis\nA;1.234;1,50\nB;2.500;2,00\n')
    expect(settled?.numbers).toEqual({ dialect: 'comma', because: 'other-columns', readings: [] })
  })

  test('one value that fits one order only proves the column, however far down it stands', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => `A${at},0${(at % 9) + 1}/04/2026`)
    expect((await columnsOf(`Ref,Day\n${rows.join('\n')}\nB,25/04/2026\n`))[1]?.dates).toMatchObject({
      dialect: 'dmy-slash',
      because: 'values',
    })
  })

  test('says what the values look like', async () => {
    const looks = await columnsOf(
      'A,B,C,D\nCB-10001,USD,036000291452,Carton was short when opened\nCB-10002,EUR,5901234123457,Late by three days\n',
    )
    expect(looks.map((column) => column.looks)).toEqual([
      ['claim', 'unique'],
      ['currency', 'unique'],
      ['upc', 'unique'],
      ['sentence', 'unique'],
    ])
  })
})

describe('a table read as a person mapped it', () => {
  async function readAs(text: string, given: GivenMapping) {
    const rows: StagedRow[] = []
    const rejected: string[] = []
    const table = asLongTable(readCsv(text))
    const { reading, missing } = applyMapping(table.top, given)
    const into = {
      add: (row: StagedRow) => void rows.push(row),
      reject: ({ problem }: { problem: { code: string } }) => void rejected.push(problem.code),
      room: async () => undefined,
    }
    const end = await readGivenList(READER, table, HERE, into, reading)
    return { rows: rows.map(({ values }) => values), rejected, missing, end }
  }

  test('has its columns wherever they stand, constants in every row, and signs turned round', async () => {
    const file = await readAs(
      'Wert;Vom;Vorgang;x\n-1.000,50;03/04/26;V-1;\n-2,00;05/04/26;V-2;\n-1.002,50;Summe;;\n',
      mapping(
        [
          column('vorgang', 'claimNumber'),
          column('vom', 'claimedOn', { dates: 'dmy-slash' }),
          column('wert', 'amountMinor', { numbers: 'comma', isNegated: true }),
        ],
        [{ field: 'currency', value: 'EUR' }],
      ),
    )
    expect(file.missing).toEqual([])
    expect(file.rows).toEqual([
      { claimNumber: 'V-1', claimedOn: '2026-04-03', amountMinor: '100050', currency: 'EUR' },
      { claimNumber: 'V-2', claimedOn: '2026-04-05', amountMinor: '200', currency: 'EUR' },
    ])
    expect(file.end.totals).toMatchObject({ computed: '1002.50', currency: 'EUR' })
  })

  test('has its total turned round with its rows', async () => {
    const file = await readAs(
      'Vorgang,Wert\nV-1,-10.50\nV-2,-2.00\nTotal,-12.50\n',
      mapping([column('vorgang', 'claimNumber'), column('wert', 'amountMinor', { isNegated: true })]),
    )
    expect(file.end.totals).toMatchObject({ own: '12.50', computed: '12.50' })
  })

  const MONTH_FIRST = [column('vorgang', 'claimNumber'), column('vom', 'claimedOn', { dates: 'mdy-slash' }), column('wert', 'amountMinor')]

  test('says which columns are gone', async () => {
    expect((await readAs('Vorgang,Vom\nV-1,13/04/2026\n', mapping(MONTH_FIRST))).missing).toEqual(['wert'])
  })

  test('is read as it was told where its dates prove the other order, and not at all when nobody looks', async () => {
    const text = 'Vorgang,Vom,Wert\nV-1,13/04/2026,1.00\nV-2,01/04/2026,2.00\n'
    const told = await readAs(text, mapping(MONTH_FIRST))
    expect(told.rows.map((row) => row['claimedOn'])).toEqual(['2026-01-04'])
    expect(told.rejected).toEqual(['table/unreadable-date'])
    const silent = await readAs(text, { ...mapping(MONTH_FIRST), isSilent: true })
    expect([silent.rows, silent.end.waiting]).toEqual([[], 'intake/mapping-contradicted'])
  })

  test('a number that could be thousands is read as it was told; one that proves the other way stops a silent reading', async () => {
    const comma = [column('vorgang', 'claimNumber'), column('wert', 'amountMinor', { numbers: 'comma' })]
    const silent = (text: string) => readAs(text, { ...mapping(comma), isSilent: true })
    expect((await silent('Vorgang;Wert\nV-1;1.234\n')).rows.map((row) => row['amountMinor'])).toEqual(['123400'])
    expect((await silent('Vorgang;Wert\nV-1;1.234\nV-2;12.50\n')).end.waiting).toBe('intake/mapping-contradicted')
    expect((await silent('Vorgang;Wert\nV-1;500\n')).rows).toHaveLength(1)
  })

  test('takes another unmistakable way of writing dates than last time', async () => {
    const file = await readAs('Vorgang,Vom,Wert\nV-1,2026-04-13,1.00\n', { ...mapping(MONTH_FIRST), isSilent: true })
    expect(file.rows.map((row) => row['claimedOn'])).toEqual(['2026-04-13'])
  })
})

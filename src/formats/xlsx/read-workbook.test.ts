import { buildXlsx, plainSheet, sheetOf } from '@tests/fixtures/xlsx/build-xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZIP_LIMITS } from '../zip/zip-limits'
import { formatOf } from './read-styles'
import { readWorkbook } from './read-workbook'
import { showNumber } from './show-number'

const HEADER =
  '<row><c t="inlineStr"><is><t>Invoice</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c><c t="inlineStr"><is><t>Date</t></is></c></row>'

/** The cells of the first data row of a sheet with this row under a usual header, and the codes of what was found. */
async function firstRow(row: string, parts: { strings?: string; styles?: string; workbookPr?: string } = {}) {
  const { tables, problems } = await readWorkbook(buildXlsx({ ...parts, sheets: [{ name: 'Claims', xml: sheetOf(HEADER + row) }] }))
  return { cells: tables[0]?.rows[0]?.cells, codes: [...problems, ...(tables[0]?.problems ?? [])].map((problem) => problem.code) }
}

describe('cells of a workbook', () => {
  it.each([
    [
      'shared strings, with rich runs and without furigana',
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>',
      ['Rich text', '東京'],
    ],
    ['inline strings', '<row><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>', ['inline', '', '']],
    ['formula strings and escapes', '<row><c t="str"><f>A1</f><v>a_x0009_b</v></c></row>', ['a\tb', '', '']],
    ['booleans', '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>', ['TRUE', 'FALSE', '']],
    ['ISO dates', '<row><c/><c/><c t="d"><v>2025-03-31T00:00:00</v></c></row>', ['', '', '2025-03-31']],
    ['cells without references', '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>', ['1', '2', '3']],
    ['cells with gaps', '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row>', ['1', '', '3']],
    [
      'date styles',
      '<row><c s="0"><v>45292</v></c><c s="1"><v>45292</v></c><c s="2"><v>45292.5</v></c></row>',
      ['45292', '2024-01-01', '2024-01-01 12:00:00'],
    ],
    ['ids padded by their format', '<row><c s="3"><v>45118</v></c></row>', ['0000045118', '', '']],
    ['percentages', '<row><c s="4"><v>0.025</v></c></row>', ['2.5%', '', '']],
  ])('%s', async (_, row, expected) => {
    const strings = '<si><r><t>Rich </t></r><r><t>text</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>'
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="0000000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/></cellXfs>'
    expect((await firstRow(row, { strings, styles })).cells?.slice(0, expected.length)).toEqual(expected)
  })

  it('dates follow the 1904 system when the workbook says so', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    expect((await firstRow('<row><c s="0"><v>43830</v></c></row>', { styles, workbookPr: '<workbookPr date1904="1"/>' })).cells?.[0]).toBe(
      '2024-01-01',
    )
  })

  it.each([
    ['xlsx/error-cell', '<row><c t="e"><v>#N/A</v></c></row>'],
    ['xlsx/formula', '<row><c><f>B2*2</f><v>7</v></c></row>'],
    ['xlsx/formula-without-value', '<row><c><v>1</v></c><c><f>B2*2</f></c></row>'],
    ['xlsx/rounded', '<row><c><v>19.989999999999998</v></c></row>'],
    ['xlsx/lost-digits', '<row><c><v>8.6000400000000262E+16</v></c></row>'],
    ['xlsx/giant-cell', `<row><c t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c></row>`],
    ['xlsx/too-wide', '<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>1</v></c></row>'],
    ['xlsx/hidden-row', '<row hidden="1"><c><v>1</v></c></row>'],
    ['xlsx/broken-cell', '<row><c t="s"><v>99</v></c><c><v>1</v></c></row>'],
  ])('%s is found and the row is read', async (code, row) => {
    const { codes, cells } = await firstRow(row)
    expect(codes).toContain(code)
    expect(cells).toBeDefined()
  })
})

describe('numbers as a sheet shows them', () => {
  it.each([
    ['19.989999999999998', '19.99'],
    ['0.1', '0.1'],
    ['1.5E+3', '1500'],
    ['1.23457E+11', '123457000000'],
    ['-2.5E-3', '-0.0025'],
    ['1234567.8900000001', '1234567.89'],
    ['0.30000000000000004', '0.3'],
    ['-0', '0'],
    ['007', '7'],
    ['999999999999999.9', '1000000000000000'],
    ['abc', 'abc'],
  ])('%s is %s', (raw, expected) => {
    expect(showNumber(raw, { kind: 'plain' }, false).text).toBe(expected)
  })

  it.each([
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['60', false, '60'],
    ['61', false, '1900-03-01'],
    ['43449', false, '2018-12-15'],
    ['0', true, '1904-01-01'],
    ['0.25', false, '06:00:00'],
    ['45292.999999999', false, '2024-01-02'],
    ['-1', false, '-1'],
  ])('serial %s, 1904 %s, is the day %s', (raw, usesDates1904, expected) => {
    expect(showNumber(raw, { kind: 'date' }, usesDates1904).text).toBe(expected)
  })

  it.each([
    ['#,##0.00', 'plain'],
    ['General', 'plain'],
    ['[$-409]mmm d, yyyy', 'date'],
    ['[Red]#,##0.00;[Blue]-#,##0.00', 'plain'],
    ['"day" 0', 'plain'],
    ['[h]:mm:ss', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['0.0%', 'percent'],
    ['@', 'plain'],
    ['00000', 'zeros'],
  ])('the format %s is %s', (code, kind) => {
    expect(formatOf(164, code).kind).toBe(kind)
  })
})

describe('a workbook', () => {
  const rows = [
    ['PO', 'Qty', 'Amount'],
    ['A1', 2, 10.5],
    ['A2', 3, 12],
    ['Total', '', 22.5],
  ]

  it('gives one table per sheet, whatever the order of its parts and its prefixes', async () => {
    const prefixed =
      '<x:worksheet><x:sheetData><x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>PO</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Amount</x:t></x:is></x:c></x:row><x:row><x:c r="B4" t="str"><x:v>A1</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const { tables, problems } = await readWorkbook(
      buildXlsx({
        prefix: 'x',
        sheets: [
          { name: 'Claims', xml: plainSheet(rows), path: 'odd/place.xml' },
          { name: 'Other', xml: prefixed },
        ],
      }),
    )
    expect(problems).toEqual([])
    expect(tables.map((table) => [table.name, table.headerRow, table.rows.length])).toEqual([
      ['Claims', 1, 2],
      ['Other', 3, 1],
    ])
    expect(tables[0]?.totals).toHaveLength(1)
    expect(tables[1]?.rows).toEqual([{ row: 4, cells: ['', 'A1', '7'] }])
  })

  it.each([
    ['deflated with sizes behind', { hidesSizes: true }],
    ['stored', { method: 0 }],
    ['zip64', { isLong: true }],
  ])('%s is read', async (_, odd) => {
    expect((await readWorkbook(buildXlsx({ odd, sheets: [{ name: 'S', xml: plainSheet(rows) }] }))).tables).toHaveLength(1)
  })

  it('names hidden sheets, macros, links and repeated sheets', async () => {
    const { tables, problems } = await readWorkbook(
      buildXlsx({
        sheets: [
          { name: 'A', xml: plainSheet(rows) },
          { name: 'B', xml: plainSheet(rows) },
          { name: 'H', xml: plainSheet(rows), state: 'veryHidden' },
        ],
        extra: [{ path: 'xl/vbaProject.bin', text: 'x' }],
      }),
    )
    expect(tables.map((table) => table.name)).toEqual(['A', 'B'])
    expect(problems.map((problem) => [problem.position, problem.code])).toEqual([
      ['sheet H', 'xlsx/hidden-sheet'],
      ['workbook', 'xlsx/macros'],
      ['sheet B', 'xlsx/same-rows'],
    ])
  })

  it('reports merged cells that reach into rows, with the place of every problem', async () => {
    const merged = sheetOf(
      `${HEADER}<row r="5"><c r="A5"><v>1</v></c></row>`,
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A5:A6"/></mergeCells>',
    )
    const { tables } = await readWorkbook(buildXlsx({ sheets: [{ name: 'Claims', xml: merged }] }))
    expect(tables[0]?.problems).toMatchObject([{ code: 'xlsx/merged-cells', position: 'sheet Claims', field: 'A5:A6' }])
    const { tables: wide } = await readWorkbook(
      buildXlsx({
        sheets: [
          {
            name: 'Claims',
            xml: plainSheet([
              ['PO', 'Qty'],
              ['A', 1, 'x'],
            ]),
          },
        ],
      }),
    )
    expect(wide[0]?.problems).toMatchObject([{ code: 'table/too-many-cells', position: 'sheet Claims row 2' }])
  })

  it('refuses a document type, and one damaged sheet leaves the others', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>'
    const { tables, problems } = await readWorkbook(
      buildXlsx({
        sheets: [
          { name: 'Bad', xml: doctype },
          { name: 'Torn', xml: '<worksheet><sheetData><row>' },
          { name: 'Good', xml: plainSheet(rows) },
        ],
      }),
    )
    expect(tables.map((table) => table.name)).toEqual(['Good'])
    expect(problems.map((problem) => problem.code)).toEqual(['xml/doctype', 'xml/broken'])
  })

  it('stops at the limits of an archive', async () => {
    const { problems } = await readWorkbook(buildXlsx({ sheets: [{ name: 'S', xml: plainSheet(rows) }] }), { ...ZIP_LIMITS, bytesMax: 100 })
    expect(problems.map((problem) => problem.code)).toEqual(['zip/too-large'])
  })

  it('any damage is a problem, never an exception', async () => {
    const whole = buildXlsx({ sheets: [{ name: 'S', xml: plainSheet(rows) }], odd: { method: 0 } })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), async (edits) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of edits) bytes[at] = value
        const { tables, problems } = await readWorkbook(bytes)
        expect(tables.length + problems.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 100 },
    )
  })
})

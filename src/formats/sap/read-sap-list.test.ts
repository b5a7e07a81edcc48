import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSapList } from './read-sap-list'
import { sapCell } from './recognise-sap-list'

const unconverted = readFileSync('tests/fixtures/sap/fbl5n-unconverted.txt', 'utf8')

describe('an unconverted SAP list', () => {
  const { table, list } = readSapList(unconverted, 'fbl5n.txt')

  it('has its rows once, without page heads, rulers, repeated headers and subtotals', () => {
    expect(table.headerRow).toBe(5)
    expect(table.rows.map((row) => row.row)).toEqual([7, 8, 9, 20])
    expect(table.totals).toHaveLength(2)
    expect(table.preamble[0]?.[0]).toBe('Customer Line Item Display - cleared items')
    expect(table.problems).toEqual([])
  })

  it('is known by its titles', () => {
    expect(list?.kind).toBe('fbl5n')
    const cells = table.rows[2]?.cells ?? []
    expect(list && sapCell(list, cells, 'amount')).toBe('8,563.98-')
    expect(list && sapCell(list, cells, 'clearingDocument')).toBe('')
  })

  it('cuts at the bars of the header, so that texts may hold bars', () => {
    expect(table.rows[1]?.cells).toEqual([
      '100501',
      'CLM-1|2',
      '44000101',
      '1400000031',
      'DZ',
      '02/14/2025',
      '06',
      '792.00',
      'USD',
      '11',
      'Residual | short',
    ])
  })

  it('joins a line that a text broke', () => {
    expect(table.rows[2]?.cells.at(-1)).toMatch(/^Payment line one\s+line two$/)
  })

  it('reports a line whose bars stand elsewhere and keeps the rest', () => {
    const broken = unconverted.replace('|100502    |PO-9001      |', '|100502|PO-9001|x|')
    const read = readSapList(broken)
    expect(read.table.problems).toMatchObject([{ position: 'row 20', code: 'sap/misaligned-row' }])
    expect(read.table.rows).toHaveLength(3)
  })

  it('cuts Chinese text that takes two columns a character', () => {
    const text = [
      '|客户|凭证编号|金额  |文本    |',
      '|----|--------|------|--------|',
      '|100 |90000001|  5.00|短缺扣款|',
      '|101 |90000002|  6.00|abc     |',
    ].join('\n')
    expect(readSapList(text).table.rows.map((row) => row.cells)).toEqual([
      ['100', '90000001', '5.00', '短缺扣款'],
      ['101', '90000002', '6.00', 'abc'],
    ])
  })
})

it('a list by customer keeps the customer named above each block', () => {
  const ruler = '-'.repeat(37)
  const block = (customer: string, document: string) => [
    `Customer        ${customer}`,
    'Company Code    US01',
    '',
    ruler,
    '|Assignment|DocumentNo|Amount in DC|',
    ruler,
    `|A         |${document}|       5.00 |`,
    `|*         |          |       5.00 |`,
    ruler,
    '',
  ]
  const { table, list } = readSapList([...block('100501', '1400000031'), ...block('100502', '1400000032')].join('\n'))
  expect(list).toBeNull()
  expect(table.rows.map((row) => row.cells)).toEqual([
    ['A', '1400000031', '5.00', '100501'],
    ['A', '1400000032', '5.00', '100502'],
  ])
})

describe('a list over several lines a record', () => {
  const ruler = '-'.repeat(44)
  const text = [
    'Sales orders                          Page 1',
    ruler,
    '|Sales Doc.|Item|Sold-to  |Purchase Order No.|',
    '|Material         |Order Qty|Net Value|Curr. |',
    ruler,
    '|10001     |  10|500001   |4500118           |',
    '|5000001          |   24    | 1.234,50|EUR   |',
    ruler,
    '|10002     |  10|500002   |45|19             |',
    '|5000002          |    2    |    10,00|EUR   |',
    '|10002     |  20|500002   |45|19             |',
    '|5000003          |    1    |     5,00|EUR   |',
    ruler,
    '|*         |    |         |                  |',
    '|                 |   27    | 1.249,50|EUR   |',
    ruler,
    'Sales orders                          Page 2',
    ruler,
    '|Sales Doc.|Item|Sold-to  |Purchase Order No.|',
    '|Material         |Order Qty|Net Value|Curr. |',
    ruler,
    '|10003     |  10|500001   |4500120           |',
    '|5000001          |    7    |    70,00|EUR   |',
    ruler,
  ].join('\r\n')

  it('has its titles one under the other, and a row per record', () => {
    const { table, list } = readSapList(text)
    expect(list?.kind).toBe('va05')
    expect(table.problems).toEqual([])
    expect(table.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [6, '10001', '10', '500001', '4500118', '5000001', '24', '1.234,50', 'EUR'],
      [9, '10002', '10', '500002', '45|19', '5000002', '2', '10,00', 'EUR'],
      [11, '10002', '20', '500002', '45|19', '5000003', '1', '5,00', 'EUR'],
      [22, '10003', '10', '500001', '4500120', '5000001', '7', '70,00', 'EUR'],
    ])
    expect(table.totals).toHaveLength(1)
  })

  it('does not take words of the first row for titles', () => {
    const one = ['|Name    |Text    |', '|Alder   |short   |', '|Birch   |100,00  |', '|--------|--------|'].join('\n')
    expect(readSapList(one).table.columns.map(({ title }) => title)).toEqual(['Name', 'Text'])
  })
})

it('line items in local currency only are line items all the same', () => {
  const text =
    'Account,Assignment,Document Number,Document Type,Doc. Date,Net due date,Amount in local cur.,LCurr,Clrng doc.,Text\n500001,A,14,DZ,01/02/2025,02/01/2025,3.50-,USD,,x\n'
  const { table, list } = readSapList(text)
  expect(list?.kind).toBe('fbl5n')
  expect(list && sapCell(list, table.rows[0]?.cells ?? [], 'amount')).toBe('3.50-')
  expect(list && sapCell(list, table.rows[0]?.cells ?? [], 'currency')).toBe('USD')
})

describe('delimited SAP lists', () => {
  it.each([
    [
      'va05',
      'Verkaufsbeleg;Position;Belegdatum;Bestellnummer;Auftraggeber;Material;Auftragsmenge;ME;Nettopreis;Nettowert;Währg\n11;10;04.03.2025;A1;5;M;1;ST;3,50;3,50;EUR\n',
    ],
    ['va05', '销售凭证\t项目\t凭证日期\t客户采购订单\t售达方\t物料\t订单数量\t净值\t货币\n11\t10\t2025-03-04\tA1\t5\tM\t1\t3.50\tCNY\n'],
    [
      'vl06o',
      'Outbound Delivery,Item,Ship-to Party,Material,Delivery Quantity,Actual GI Date,Bill of Lading\n80,10,2,M,1,2025-01-01,0860\n',
    ],
    [
      'vf05',
      'Billing Document\tBilling Date\tSold-to Party\tSales Document\tDelivery\tNet Value\tCurrency\n90\t01/02/2025\t5\t11\t80\t3.50\tUSD\n',
    ],
    [
      'fbl5n',
      'Konto;Zuordnung;Referenz;Belegnummer;Belegart;Buchungsdatum;Buchungsschlüssel;Betrag in Belegwährung;Währung\n5;A;R;14;DZ;04.03.2025;06;3,50-;EUR\n',
    ],
  ])('%s is recognised by titles in another language or layout', (kind, text) => {
    expect(readSapList(text).list?.kind).toBe(kind)
  })

  it('the spreadsheet export has blank lines and a blank first column', () => {
    const text =
      '\tCustomer line items\n\n\n\tCustomer\tAssignment\tDocument Number\tDocument Type\tPosting Date\tAmount in doc. curr.\n\n\t5\tA\t14\tDZ\t01/02/2025\t3.50-\n'
    const { table, list } = readSapList(text)
    expect(list?.kind).toBe('fbl5n')
    expect(list && sapCell(list, table.rows[0]?.cells ?? [], 'amount')).toBe('3.50-')
  })

  it('a portal claims file is no SAP list', () => {
    expect(readSapList('Claim Number,Claim Date,PO Number,Invoice Number,Claim Amount\n1,01/02/2025,2,3,4.00\n').list).toBeNull()
  })
})

it('damaged lists are read as far as they go and never throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(unconverted.length), fc.constantFrom('', '|', '\n', '-', 'x', '||||')), { maxLength: 20 }),
      (edits) => {
        let text = unconverted
        for (const [at, piece] of edits) text = text.slice(0, at) + piece + text.slice(at + 1)
        const { table } = readSapList(text)
        for (const row of table.rows) expect(row.cells.length).toBeGreaterThanOrEqual(table.columns.length)
      },
    ),
    { numRuns: 150 },
  )
})

import { buildXlsx, plainSheet } from '@tests/fixtures/xlsx/build-xlsx'
import { buildZip } from '@tests/fixtures/xlsx/build-zip'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { detectFormat } from './detect-format'
import { inspectFile } from './inspect-file'
import type { Format } from './inspection'

const CLAIMS = 'Claim Number,Claim Date,PO Number,Claim Amount\nC1,01/26/2025,0012,182.49\nC2,01/27/2025,0013,10.00\nTotal,,,192.49\n'
const VA05 = '销售凭证\t项目\t凭证日期\t客户采购订单\t售达方\t物料\t订单数量\t净值\t货币\r\n11\t10\t2025-03-04\tA1\t5\tM\t1\t3.50\tCNY\r\n'
const MAIL = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: PO 4711123\r\nDate: Mon, 25 Mar 2024 09:15:00 +0000\r\n\r\nHello\r\n'

const FORMATS: readonly [Format, string | Uint8Array][] = [
  ['x12', '\ufeffISA*00*          *00*          *ZZ*A              *ZZ*B              *250101*1200*U*00401*000000001*0*P*>~'],
  ['x12', 'ISA|00|          |00|          |ZZ|A'],
  ['x12', '\n\nISA*01*0000000000*01*0000000000*ZZ*ABC'],
  ['edifact', "UNA:+.? 'UNB+UNOC:3+A+B+250101:1200+1'"],
  ['edifact', "UNB+UNOC:3+A+B+250101:1200+1'"],
  ['bai2', '01,122099999,123456789,040621,0200,1,65,,2/\n02,031001234,12201'],
  ['mt940', ':20:STARTUMSE\r\n:25:12345678/1020304050\r\n:28C:00000/001\r\n:60F:C160229EUR1200,00\r\n'],
  ['mt940', '{1:F01ASNBNL21XXXX0000000000}{2:O940}{4:\r\n:20:1\r\n:25:NL81\r\n'],
  ['camt053', '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt/></Document>'],
  ['camt054', '<n:Document xmlns:n="x"><n:BkToCstmrDbtCdtNtfctn/></n:Document>'],
  ['idoc-xml', '<INVOIC02><IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"/></IDOC></INVOIC02>'],
  ['idoc-flat', 'EDI_DC40  4000000000000000012345700 3012'],
  ['amazon-json', '{"payload":{"orders":[{"purchaseOrderNumber":"X"}]}}'],
  ['odata-json', '{"d":{"results":[{"SalesOrder":"1"}]}}'],
  ['odata-json', '{"value":[{"OutboundDelivery":"80"}]}'],
  ['mt940', ':61:1409010902DR000000000001,62NTRF0000549855700010//025498557/000001\n'],
  [
    'lockbox',
    '100BANK      ORIGIN    2501011200\n2DEST      ORIGIN    0000000000\n5001123456   2501010000000000\n6001001000012345012345678901\n7001123456   250101002000024690\n9000006\n',
  ],
  ['eml', MAIL],
  ['csv', CLAIMS],
  ['csv', '\n\n"Report";"2025"\nBeleg;Datum;Betrag\n1;01.02.2025;1,50\n'],
  ['sap-list', VA05],
  ['sap-list', iconv.encode(VA05, 'utf-16le', { addBOM: true })],
  ['sap-list', 'Title  Page 1\n\n-----------\n|Sales Doc.|Item|\n-----------\n|1         |10  |\n-----------\n'],
  ['pdf', '%PDF-1.7\n...'],
  ['image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['image', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ['zip', buildZip([{ path: 'a.csv', text: CLAIMS }])],
  ['xlsx', buildXlsx({ sheets: [{ name: 'S', xml: plainSheet([['PO', 'Qty']]) }] })],
  ['text', 'Dear team,\nplease find the papers, thanks,\nJo\n'],
  ['unknown', 'Tm90RWRpQXRBbGw'],
  ['unknown', ''],
  ['unknown', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['unknown', '<html><table></table></html>'],
]

describe('the format of a file', () => {
  it.each(FORMATS)('%s: %j', (format, content) => {
    expect(detectFormat(Buffer.from(content))).toBe(format)
  })
})

const inspect = (content: string | Uint8Array) => inspectFile('file.bin', Buffer.from(content))
const codes = async (content: string | Uint8Array) => (await inspect(content)).findings.map((found) => found.code)

describe('inspecting a file', () => {
  it('shows what the columns of a portal file mean and how they are written', async () => {
    const inspection = await inspect(CLAIMS)
    expect(inspection).toMatchObject({
      file: 'file.bin',
      format: 'csv',
      encoding: 'ASCII',
      counts: { rows: 2 },
      delimiters: { element: ',', terminator: 'LF' },
      findings: [],
    })
    expect(inspection.tables).toEqual([
      {
        name: '',
        headerRow: 1,
        rows: 2,
        columns: [
          { title: 'Claim Number', meaning: 'claim', type: 'text', dialect: null },
          { title: 'Claim Date', meaning: 'date', type: 'date', dialect: 'mdy-slash' },
          { title: 'PO Number', meaning: 'po', type: 'text', dialect: null },
          { title: 'Claim Amount', meaning: 'amount', type: 'amount', dialect: 'point' },
        ],
      },
    ])
  })

  it('says that a total is not the sum of its rows', async () => {
    expect((await inspect(CLAIMS.replace('192.49', '193.49'))).findings).toMatchObject([
      { code: 'table/total-differs', field: 'Claim Amount', position: 'row 4' },
    ])
  })

  it('asks when a column fits two readings', async () => {
    expect(await codes('PO,Date,Amount\n1,01/02/2025,"1,234"\n')).toEqual(['table/ambiguous-date', 'table/ambiguous-number'])
  })

  it('shows an SAP list as a document with its references', async () => {
    const { documents } = await inspect(VA05)
    expect(documents).toMatchObject([{ kind: 'sap-va05', lines: 1, currency: 'CNY', references: { po: ['A1'], item: ['M'] } }])
  })

  it('opens workbooks, archives and mails and says where it found what', async () => {
    const workbook = buildXlsx({
      sheets: [
        {
          name: 'Claims',
          xml: plainSheet([
            ['PO', 'Amount'],
            ['A', 1.5, 'x'],
          ]),
        },
      ],
    })
    expect((await inspect(workbook)).findings).toMatchObject([{ position: 'sheet Claims row 2' }])
    const archive = await inspect(
      buildZip([
        { path: 'in/claims.csv', text: CLAIMS },
        { path: 'in/book.xlsx', text: workbook },
        { path: 'in/inner.bin', text: buildZip([]), method: 8 },
      ]),
    )
    expect(archive.tables.map((table) => table.name)).toEqual(['in/claims.csv', 'in/book.xlsx Claims'])
    expect(archive.findings.map((found) => [found.position, found.code])).toEqual([
      ['entry in/book.xlsx sheet Claims row 2', 'table/too-many-cells'],
      ['entry in/inner.bin file', 'zip/nested'],
    ])
    expect((await inspect(MAIL)).documents).toMatchObject([
      { kind: 'mail', sender: 'a@b.example', date: '2024-03-25', references: { po: ['4711123'] } },
    ])
  })

  it.each([
    ['file/not-edi', 'Tm90RWRpQXRBbGw'],
    ['file/empty', ''],
    ['file/old-office', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['file/html', '<html><table></table></html>'],
    ['file/unknown-json', '{"a":1}'],
    ['file/not-structured', 'Dear team,\nplease find the papers, thanks,\nJo\n'],
    ['image/needs-reading', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['pdf/broken', '%PDF-1.7\n...'],
    ['zip/broken', 'PK\u0003\u0004 cut off'],
  ])('%s is a finding, not an exception', async (code, content) => {
    expect(await codes(content)).toEqual([code])
  })
})

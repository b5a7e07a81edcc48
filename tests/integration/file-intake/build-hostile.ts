import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { buildXlsx, plainSheet, sheetOf } from '@tests/fixtures/xlsx/build-xlsx'
import { buildZip } from '@tests/fixtures/xlsx/build-zip'
import { bytesOf, orderSet } from './build-papers'

/** A file that somebody sends by mistake or on purpose, and how it ends: refused with a reason, or read with what was found. */
export type Hostile = { name: string; bytes: () => Uint8Array; ends: readonly string[] }

const MEGABYTE = 1024 * 1024
const text = (content: string) => Buffer.from(content, 'latin1')
const row = (cells: string) => `<row>${cells}</row>`
const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const HEADER = ['Claim number', 'Claim date', 'Amount', 'Currency', 'PO number']

/** Everything that must neither stop the reader for good nor the server at all; made anew each time, kept nowhere. */
export const HOSTILE: readonly Hostile[] = [
  { name: 'bomb.zip', bytes: () => buildZip([{ path: 'a.csv', text: Buffer.alloc(60 * MEGABYTE) }]), ends: ['zip/ratio'] },
  {
    name: 'nested.zip',
    bytes: () => buildZip([{ path: 'inner.zip', text: buildZip([{ path: 'a.csv', text: Buffer.alloc(20 * MEGABYTE) }]) }]),
    ends: ['zip/nested', 'done'],
  },
  {
    name: 'overlapping.zip',
    bytes: () =>
      buildZip(
        Array.from({ length: 200 }, (_, at) => ({ path: `${at}.csv`, text: 'x'.repeat(1000) })),
        { overlaps: true },
      ),
    ends: ['zip/broken'],
  },
  {
    name: 'false-size.zip',
    bytes: () => buildZip([{ path: 'a.csv', text: Buffer.alloc(30 * MEGABYTE) }], { claims: 10 }),
    ends: ['zip/ratio'],
  },
  {
    name: 'million-entries.zip',
    bytes: () =>
      claimMillion(
        buildZip(
          Array.from({ length: 12_000 }, (_, at) => ({ path: `${at}`, text: '' })),
          { isLong: true },
        ),
      ),
    ends: ['zip/too-many-entries'],
  },
  {
    name: 'bomb.xlsx',
    bytes: () => buildXlsx({ sheets: [{ name: 'A', xml: sheetOf(row(cell('x')).repeat(400_000)) }] }),
    ends: ['xlsx/too-large', 'zip/ratio', 'intake/read-too-long', 'intake/read-too-much-memory'],
  },
  {
    name: 'giant-cell.xlsx',
    bytes: () => buildXlsx({ sheets: [{ name: 'A', xml: sheetOf(row(cell(randomBytes(15 * MEGABYTE).toString('base64')))) }] }),
    ends: ['xlsx/giant-cell', 'xlsx/too-large', 'intake/read-too-much-memory', 'waiting'],
  },
  {
    name: 'sparse.xlsx',
    bytes: () =>
      buildXlsx({
        sheets: [
          { name: 'A', xml: sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`) },
        ],
      }),
    ends: ['xlsx/too-wide', 'waiting'],
  },
  {
    name: 'thousand-sheets.xlsx',
    bytes: () =>
      buildXlsx({ sheets: Array.from({ length: 1000 }, (_, at) => ({ name: `S${at}`, xml: plainSheet([HEADER, [at, 1, 2, 3, 4]]) })) }),
    ends: ['xlsx/too-large', 'intake/read-too-long', 'waiting', 'done'],
  },
  {
    name: 'entities.xlsx',
    bytes: () => buildXlsx({ sheets: [{ name: 'A', xml: `<!DOCTYPE x [<!ENTITY a "b">]>${sheetOf(row(cell('&a;')))}` }] }),
    ends: ['xml/doctype', 'waiting'],
  },
  {
    name: 'cycle.pdf',
    bytes: () => pdfOf('<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    ends: ['intake/unreadable-broken', 'waiting', 'done'],
  },
  {
    name: 'bomb.pdf',
    bytes: () => pdfOf('<< /Type /Pages /Kids [3 0 R] /Count 1 >>', deflateSync(deflateSync(Buffer.alloc(150 * MEGABYTE)))),
    ends: ['intake/unreadable-broken', 'intake/read-too-much-memory', 'intake/read-too-long', 'waiting', 'done'],
  },
  {
    name: 'deep.json',
    bytes: () => text(`{"d":${'['.repeat(2_000_000)}`),
    ends: ['json/broken', 'intake/reader-crashed', 'intake/reader-failed', 'intake/unknown-format', 'waiting'],
  },
  {
    name: 'deep.xml',
    bytes: () => text(`<?xml version="1.0"?><ORDERS05><IDOC BEGIN="1">${'<a>'.repeat(1_000_000)}`),
    ends: ['xml/broken', 'xml/too-deep', 'waiting', 'intake/read-too-much-memory', 'intake/reader-failed', 'intake/unreadable-broken'],
  },
  {
    name: 'entities.xml',
    bytes: () => text(laughs()),
    ends: ['xml/doctype', 'xml/broken', 'intake/unknown-format', 'waiting', 'intake/unreadable-broken'],
  },
  {
    name: 'endless-line.csv',
    bytes: () => text(`Claim number,Amount\n${'1234567890'.repeat(MEGABYTE / 2)}`),
    ends: ['waiting', 'done', 'intake/read-too-much-memory', 'intake/read-too-long'],
  },
  {
    name: 'giant-segment.edi',
    bytes: () => {
      const order = Buffer.from(bytesOf([orderSet('1')]))
      const at = order.indexOf('PO1*')
      return Buffer.concat([order.subarray(0, at), text('PO1*'), Buffer.alloc(200 * MEGABYTE, 'A'), order.subarray(at)])
    },
    ends: ['segment-too-long', 'intake/read-too-much-memory', 'intake/reader-crashed'],
  },
  { name: 'program.exe', bytes: () => Buffer.concat([text('MZ\x90\0'), randomBytes(4096)]), ends: ['intake/unreadable-binary'] },
  {
    name: 'old.xls',
    bytes: () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), randomBytes(4096)]),
    ends: ['intake/unreadable-ole'],
  },
]

// The count of the zip64 end record says a million; the directory does not hold them.
function claimMillion(bytes: Uint8Array): Uint8Array {
  const record = Buffer.from(bytes)
  const at = record.lastIndexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]))
  record.writeBigUInt64LE(1_000_000n, at + 24)
  record.writeBigUInt64LE(1_000_000n, at + 32)
  return record
}

function pdfOf(pages: string, stream: Uint8Array = Buffer.alloc(0)): Uint8Array {
  const objects = [
    text('<< /Type /Catalog /Pages 2 0 R >>'),
    text(pages),
    text('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>'),
    Buffer.concat([text(`<< /Length ${stream.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`), stream, text('\nendstream')]),
  ]
  const body = objects.map((object, at) => Buffer.concat([text(`${at + 1} 0 obj\n`), object, text('\nendobj\n')]))
  return Buffer.concat([text('%PDF-1.7\n'), ...body, text('trailer << /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF')])
}

function laughs(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE ORDERS05 [<!ENTITY l0 "lol">${levels.join('')}]><ORDERS05><IDOC>&l9;</IDOC></ORDERS05>`
}

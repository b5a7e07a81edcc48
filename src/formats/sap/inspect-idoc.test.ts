import { describe, expect, it } from 'vitest'
import { inspectIdoc } from './inspect-idoc'

const segment = (name: string, fields: Record<string, string>, inner = '') =>
  `<${name} SEGMENT="1">${Object.entries(fields)
    .map(([key, value]) => `<${key}>${value}</${key}>`)
    .join('')}${inner}</${name}>`

const INVOICE = `<?xml version="1.0"?><INVOIC02><IDOC BEGIN="1">${[
  segment('EDI_DC40', { DOCNUM: '0000000000813429', IDOCTYP: 'INVOIC02', MESTYP: 'INVOIC', SNDPRN: 'S4H', RCVPRN: 'CUST01' }),
  segment('E1EDK01', { CURCY: 'EUR', BELNR: '0090001542' }),
  segment('E1EDKA1', { PARVW: 'WE', PARTN: '6037' }),
  segment('E1EDK02', { QUALF: '001', BELNR: '4500118' }),
  segment('E1EDK02', { QUALF: '012', BELNR: '0080001542' }),
  segment('E1EDK03', { IDDAT: '026', DATUM: '20250326' }),
  segment(
    'E1EDP01',
    { POSEX: '000010', MENGE: '2' },
    segment('E1EDP19', { QUALF: '002', IDTNR: 'ES-0100' }) + segment('E1EDP26', { QUALF: '003', BETRG: '100.00' }),
  ),
  segment('ZE1EXT', { ANY: 'x' }),
  segment('E1EDP01', { POSEX: '000020', MENGE: '1' }, segment('E1EDP26', { QUALF: '003', BETRG: '20.50-' })),
  segment('E1EDS01', { SUMID: '010', SUMME: '79.50' }),
  segment('E1EDS01', { SUMID: '011', SUMME: '94.61' }),
].join('')}</IDOC></INVOIC02>`

describe('an IDoc', () => {
  it('in XML is one document with its parties, references and sums', async () => {
    const { documents, counts, findings } = await inspectIdoc(INVOICE, true)
    expect(findings).toEqual([])
    expect(counts).toMatchObject({ documents: 1, segments: 14 })
    expect(documents[0]).toMatchObject({
      kind: 'idoc-invoic',
      number: '0090001542',
      date: '2025-03-26',
      sender: 'S4H',
      receiver: 'CUST01',
      control: '0000000000813429',
      currency: 'EUR',
      lines: 2,
      amounts: { total: '94.61', gross: '79.50' },
      references: { po: ['4500118'], delivery: ['0080001542'], store: ['6037'], item: ['ES-0100'] },
      balance: { stated: '79.50', computed: '79.50', difference: '0.00' },
    })
  })

  it('without segment attributes and without a control record is still read', async () => {
    const { documents } = await inspectIdoc(INVOICE.replaceAll(' SEGMENT="1"', '').replace(/<EDI_DC40>.*<\/EDI_DC40>/, ''), true)
    expect(documents[0]).toMatchObject({ number: '0090001542', lines: 2, control: null })
  })

  it('in flat form is cut at its fixed places, also when blanks at line ends are lost', async () => {
    const put = (length: number, ...fields: [number, string][]) =>
      fields.reduce((line, [at, value]) => line.slice(0, at) + value + line.slice(at + value.length), ' '.repeat(length))
    const control = put(
      524,
      [0, 'EDI_DC40'],
      [13, '0000000000813429'],
      [39, 'ORDERS05'],
      [99, 'ORDERS'],
      [162, 'CUST01'],
      [277, 'S4H'],
      [378, '20250326'],
    )
    const data = (name: string, ...fields: [number, string][]) =>
      put(200, [0, name], ...fields.map(([at, value]): [number, string] => [at + 63, value])).trimEnd()
    const lines = [
      control.trimEnd(),
      data('E2EDK01005', [4, 'USD'], [83, '4500118']),
      data('E2EDP01007', [0, '000010'], [78, '12.50']),
      data('E2EDP19001', [0, '002'], [3, 'ES-0100']),
      data('E2EDS01', [0, '002'], [3, '12.50']),
    ]
    const { documents } = await inspectIdoc(lines.join('\r\n'), false)
    expect(documents[0]).toMatchObject({
      kind: 'idoc-orders',
      number: '4500118',
      currency: 'USD',
      sender: 'CUST01',
      receiver: 'S4H',
      date: '2025-03-26',
      lines: 1,
      amounts: { total: '12.50' },
      references: { item: ['ES-0100'] },
    })
  })

  it('damaged or with a document type is a finding', async () => {
    expect((await inspectIdoc('<X><IDOC><EDI_DC40 SEGMENT="1">', true)).findings).toMatchObject([{ code: 'xml/broken' }])
    expect((await inspectIdoc('<!DOCTYPE x><X/>', true)).findings).toMatchObject([{ code: 'xml/doctype' }])
  })
})

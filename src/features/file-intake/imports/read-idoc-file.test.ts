import { buildIdoc, flatRecord, idocSegment as segment } from '@tests/factories/build-idoc'
import { describe, expect, it } from 'vitest'
import { readIdocFile } from './read-idoc-file'

const read = (text: string) => readIdocFile(Buffer.from(text), true)

const ITEM = segment(
  'E1EDP01',
  { POSEX: '000010', MENGE: '2000.000', MENEE: 'PCE', VPREI: '12.50', PEINH: '1000', NETWR: '25.00' },
  segment('ZE1MORE', { QUALF: '001', IDTNR: 'IGNORED' }),
  segment('E1EDP20', { WMENG: '2000.000', EDATU: '20250410' }),
  segment('E1EDP19', { QUALF: '001', IDTNR: 'PW-771' }),
  segment('E1EDP19', { QUALF: '002', IDTNR: '000000000005000001' }),
  segment('E1EDP19', { QUALF: '003', IDTNR: '00860009000017' }),
)

describe('ORDERS', () => {
  const order = buildIdoc(
    'ORDERS',
    { DIRECT: '2', SNDPRN: 'PINEWOOD' },
    segment('E1EDK01', { CURCY: 'USD', BELNR: '4500118' }),
    segment('E1EDK17', { QUALF: '001', LKOND: 'EXW' }),
    segment('E1EDK18', { QUALF: '001', TAGE: '10', PRZNT: '2.000' }),
    segment('E1EDK18', { QUALF: '003', TAGE: '45' }),
    segment('E1EDKA1', { PARVW: 'AG', PARTN: '0000500001' }),
    segment('E1EDKA1', { PARVW: 'WE', PARTN: '0000600001', LIFNR: '7001' }),
    segment('E1EDK02', { QUALF: '001', BELNR: '4500118', DATUM: '20250325' }),
    segment('E1EDK03', { IDDAT: '002', DATUM: '20250415' }),
    ITEM,
    segment('E1EDS01', { SUMID: '002', SUMME: '25.00' }),
  )

  it('is a purchase order, its price per thousand pieces as one of a piece', async () => {
    const { kind, rows, problems, totals } = await read(order)
    expect(kind).toBe('idoc-orders')
    expect(problems).toEqual([])
    expect(totals).toEqual({ own: '25.00', computed: '25.00', currency: 'USD' })
    expect(rows).toEqual([
      expect.objectContaining({
        kind: 'purchase-order',
        values: {
          number: '4500118',
          orderedOn: '2025-03-25',
          currency: 'USD',
          shipFrom: null,
          shipBy: '2025-04-15',
          freightTerms: 'collect',
          netDays: 45,
          discountPpm: 20_000,
          discountDays: 10,
          carrier: null,
          shipToNumber: '7001',
          statedTotalMinor: '2500',
          source: 'idoc',
          account: '0000500001',
          sender: 'PINEWOOD',
          receiver: null,
          lines: [
            {
              line: '10',
              customerItem: 'PW-771',
              upc: '00860009000017',
              vendorPart: '5000001',
              quantity: '2000',
              unit: 'PCE',
              priceMicros: '12500',
              pack: null,
              position: 'idoc 1 segment 9',
            },
          ],
        },
      }),
    ])
  })

  it('in flat form says the same, versions in the names and blanks at line ends lost', async () => {
    const lines = [
      flatRecord('EDI_DC40', [13, '0000000000813429'], [35, '2'], [99, 'ORDERS'], [162, 'PINEWOOD'], [378, '20250326']),
      flatRecord('E2EDK01005', [4, 'USD'], [83, '4500118']),
      flatRecord('E2EDKA1003', [0, 'AG'], [3, '0000500001']),
      flatRecord('E2EDK02', [0, '001'], [3, '4500118'], [44, '20250325']),
      flatRecord('E2EDP01007', [0, '000010'], [11, '2000.000'], [26, 'PCE'], [54, '12.50'], [69, '1000'], [78, '25.00']),
      flatRecord('ZE2EDP01000', [0, 'anything']),
      flatRecord('E2EDP19001', [0, '002'], [3, '000000000005000001']),
      flatRecord('E2EDS01', [0, '002'], [3, '25.00']),
    ]
    const { rows, rejected } = await readIdocFile(Buffer.from(lines.join('\n')), false)
    expect(rejected).toEqual([])
    expect(rows[0]?.values).toMatchObject({
      number: '4500118',
      orderedOn: '2025-03-25',
      account: '0000500001',
      statedTotalMinor: '2500',
      lines: [{ line: '10', vendorPart: '5000001', quantity: '2000', priceMicros: '12500' }],
    })
  })

  it('in flat form of releases before 4, and without line ends', async () => {
    const old = [
      flatRecord('EDI_DC', [13, '0000000000813429'], [43, '2'], [190, 'PINEWOOD'], [403, '20250326'], [417, 'ORDERS']),
      'EDI_DD    '.padEnd(35) + 'E2EDK01   '.padEnd(20) + '    USD'.padEnd(83) + '4500118',
    ]
    expect((await readIdocFile(Buffer.from(old.join('\r\n')), false)).rows[0]?.values).toMatchObject({
      number: '4500118',
      orderedOn: '2025-03-26',
    })
    const wide = [flatRecord('EDI_DC40', [99, 'ORDERS']).padEnd(524), flatRecord('E2EDK01005', [4, 'USD'], [83, '77']).padEnd(1063)]
    expect((await readIdocFile(Buffer.from(wide.join('')), false)).rows[0]?.values).toMatchObject({ number: '77', currency: 'USD' })
  })

  it('without a number is rejected, not dropped', async () => {
    const { rows, rejected } = await read(buildIdoc('ORDERS', {}, ITEM))
    expect(rows).toEqual([])
    expect(rejected).toMatchObject([{ problem: { code: 'order-number-missing', position: 'idoc 1' } }])
  })
})

describe('ORDRSP', () => {
  it('is our sales order, item by item', async () => {
    const response = buildIdoc(
      'ORDRSP',
      {},
      segment('E1EDK01', { CURCY: 'USD', BELNR: '0000010001', ZTERM: 'ZB45' }),
      segment('E1EDKA1', { PARVW: 'AG', PARTN: '0000500001' }),
      segment('E1EDK02', { QUALF: '001', BELNR: '4500118' }),
      ITEM,
    )
    expect((await read(response)).rows).toMatchObject([
      {
        kind: 'sales-order-line',
        values: { number: '0000010001', line: '10', poNumber: '4500118', material: '000000000005000001', netMinor: '2500', terms: 'ZB45' },
      },
    ])
  })
})

describe('XML of adapters', () => {
  it('with versions in the names, groups around segments and no IDOC element', async () => {
    const text = `<ns0:Receive xmlns:ns0="x"><idocData><EDI_DC40><MESTYP>ORDERS</MESTYP><DIRECT>2</DIRECT></EDI_DC40>
      <E2EDK01005GRP><E2EDK01005><CURCY>USD</CURCY><BELNR>4711</BELNR></E2EDK01005></E2EDK01005GRP>
      <E2EDKA1003GRP><E2EDKA1003><PARVW>AG</PARVW><PARTN>500001</PARTN></E2EDKA1003></E2EDKA1003GRP>
      <E2EDP01008GRP><E2EDP01008><POSEX>10</POSEX><MENGE>3</MENGE></E2EDP01008><E2EDP19001><QUALF>002</QUALF><IDTNR>M1</IDTNR></E2EDP19001></E2EDP01008GRP>
      </idocData></ns0:Receive>`
    expect((await read(text)).rows).toMatchObject([
      { kind: 'purchase-order', values: { number: '4711', account: '500001', lines: [{ line: '10', quantity: '3', vendorPart: 'M1' }] } },
    ])
  })
})

describe('files', () => {
  it('hold several IDocs; a message without use is named, and a file of nothing else waits', async () => {
    const other = buildIdoc('MATMAS', {}, segment('E1MARAM', { MATNR: '1' }))
    const order = buildIdoc('ORDERS', {}, segment('E1EDK01', { BELNR: '7', CURCY: 'USD' }))
    const two = order.replace('</ZROOT>', /<IDOC[^]*<\/IDOC>/.exec(other)?.[0] + '</ZROOT>')
    const { rows, problems, waiting } = await read(two)
    expect(rows).toHaveLength(1)
    expect(problems).toMatchObject([{ position: 'idoc 2', code: 'idoc/message-not-read' }])
    expect(waiting).toBeUndefined()
    expect((await read(other)).waiting).toBe('intake/kind-waits')
  })

  it('that are cut off are kept for correction', async () => {
    const { rows, rejected } = await read(buildIdoc('ORDERS', {}, ITEM).slice(0, 300))
    expect(rows).toEqual([])
    expect(rejected).toMatchObject([{ problem: { code: 'xml/broken' } }])
  })
})

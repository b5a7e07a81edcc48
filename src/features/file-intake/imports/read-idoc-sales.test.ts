import { buildIdoc, idocSegment as segment } from '@tests/factories/build-idoc'
import { describe, expect, it } from 'vitest'
import { readIdocFile } from './read-idoc-file'

const read = (text: string) => readIdocFile(Buffer.from(text), true)

describe('INVOIC', () => {
  const invoice = (direct: string, ...more: string[]) =>
    buildIdoc(
      'INVOIC',
      { DIRECT: direct },
      segment('E1EDK01', { CURCY: 'USD', BELNR: '0090001542' }),
      segment('E1EDKA1', { PARVW: 'AG', PARTN: '0000500001' }),
      segment('E1EDK02', { QUALF: '009', BELNR: '0090001542' }),
      segment('E1EDK02', { QUALF: '001', BELNR: '0000010001' }),
      segment('E1EDK02', { QUALF: '002', BELNR: '4500118' }),
      segment('E1EDK02', { QUALF: '012', BELNR: '0080001542' }),
      segment('E1EDK03', { IDDAT: '026', DATUM: '20250326' }),
      segment(
        'E1EDP01',
        { POSEX: '000010', MENGE: '10.000', MENEE: 'PCE' },
        segment('E1EDP05', { ALCKZ: '+', KSCHL: 'PR00', KRATE: '1250.00', UPRBS: '100', BETRG: '125.00' }),
        segment('E1EDP05', { ALCKZ: '-', KSCHL: 'K007', BETRG: '5.00' }),
        segment('E1EDP19', { QUALF: '002', IDTNR: '000000000005000001' }),
        segment('E1EDP26', { QUALF: '003', BETRG: '120.00' }),
      ),
      ...more,
    )

  it('is an invoice of ours, item by item, with what was taken off and the references the right way round', async () => {
    const { rows, problems, totals } = await read(invoice('1', segment('E1EDS01', { SUMID: '010', SUMME: '120.00' })))
    expect(problems).toEqual([])
    expect(totals).toMatchObject({ own: '120.00', computed: '120.00' })
    expect(rows).toMatchObject([
      {
        kind: 'invoice',
        position: 'idoc 1 segment 8',
        values: {
          number: '0090001542',
          line: '10',
          invoicedOn: '2025-03-26',
          salesOrder: '0000010001',
          poNumber: '4500118',
          delivery: '0080001542',
          quantity: '10',
          priceMicros: '12500000',
          allowanceMinor: '-500',
          netMinor: '12000',
        },
      },
    ])
  })

  it('says when its sum is not what its items make, and counts conditions of the whole document where they do', async () => {
    const off = segment('E1EDS01', { SUMID: '010', SUMME: '110.00' })
    expect((await read(invoice('1', off))).problems).toMatchObject([{ code: 'total-differs' }])
    const header = invoice('1', off).replace('<E1EDP01', `${segment('E1EDK05', { ALCKZ: '-', KSCHL: 'HB00', BETRG: '10.00' })}<E1EDP01`)
    expect((await read(header)).problems).toEqual([])
  })

  it('is negative when it is a credit memo', async () => {
    const credit = invoice('1').replace('<BELNR>0090001542</BELNR>', '<BSART>CRME</BSART><BELNR>0090001542</BELNR>')
    expect((await read(credit)).rows).toMatchObject([{ values: { netMinor: '-12000', allowanceMinor: '500' } }])
  })

  it('on its way into SAP is none of ours', async () => {
    const { rows, rejected } = await read(invoice('2'))
    expect(rows).toEqual([])
    expect(rejected).toMatchObject([{ problem: { code: 'idoc/not-our-invoice' } }])
  })

  it('keeps an item without a material for correction', async () => {
    const { rows, rejected } = await read(invoice('1').replace(/<E1EDP19.*?<\/E1EDP19>/, ''))
    expect(rows).toEqual([])
    expect(rejected).toMatchObject([{ position: 'idoc 1 segment 8', problem: { code: 'idoc/line-incomplete' } }])
  })
})

describe('deliveries', () => {
  const delivery = buildIdoc(
    'DESADV',
    {},
    segment(
      'E1EDL20',
      { VBELN: '0080001542', BOLNR: '0078701700000123', ANZPK: '00012', TRAID: 'PRO123' },
      segment('E1ADRM1', { PARTNER_Q: 'AG', PARTNER_ID: '0000500001' }),
      segment('E1ADRM1', { PARTNER_Q: 'WE', PARTNER_ID: '0000600001' }),
      segment('E1ADRM1', { PARTNER_Q: 'SP', PARTNER_ID: 'RDWY' }),
      segment('E1EDT13', { QUALF: '006', NTANF: '20250324', ISDD: '20250325' }),
      segment(
        'E1EDL24',
        { POSNR: '000010', MATNR: '000000000005000001', LFIMG: '24.000', VRKME: 'EA', WERKS: '1000' },
        segment('E1EDL43', { QUALF: 'C', BELNR: '0000010001' }),
        segment('E1EDL41', { QUALI: '001', BSTNR: '4500118' }),
      ),
      segment('E1EDL24', { POSNR: '900001', MATNR: '000000000005000001', LFIMG: '0.5' }),
    ),
  )

  it('are lines of ours, with partners, dates and references', async () => {
    const { rows, rejected } = await read(delivery)
    expect(rows).toMatchObject([
      {
        kind: 'delivery-line',
        values: {
          number: '0080001542',
          line: '10',
          salesOrder: '0000010001',
          poNumber: '4500118',
          account: '0000500001',
          shipTo: '0000600001',
          quantity: '24',
          plannedIssueOn: '2025-03-24',
          issuedOn: '2025-03-25',
          issueStatus: 'C',
          bol: '0078701700000123',
          carrier: 'RDWY',
          pro: 'PRO123',
          cartons: 12,
          plant: '1000',
        },
      },
    ])
    expect(rejected).toMatchObject([{ problem: { code: 'idoc/line-incomplete', field: 'E1EDL24' } }])
  })

  it('are known by their segments under any message', async () => {
    expect((await read(delivery.replace('<MESTYP>DESADV', '<MESTYP>ZSHIP'))).rows).toHaveLength(1)
  })
})

describe('REMADV', () => {
  it('is an advice whose minus behind means money paid, a credit memo lowers', async () => {
    const money = (kind: string, amount: string) => segment('E1IDPU5', { MOAQUAL: kind, MOABETR: amount, CUXWAERZ: 'USD' })
    const advice = buildIdoc(
      'REMADV',
      { SNDPRN: 'PINEWOOD' },
      segment(
        'E1IDKU1',
        { BGMREF: '2000004711' },
        segment('E1EDK03', { IDDAT: '026', DATUM: '20250401' }),
        segment('E1EDKA1', { PARVW: 'AG', PARTN: 'US01', NAME1: 'Pinewood Stores' }),
        money('006', '940.00-'),
        segment(
          'E1IDPU1',
          { DOCNAME: 'INV', DOCNUMMR: '90000912' },
          money('004', '1000.00-'),
          money('003', '20.00-'),
          money('006', '980.00-'),
        ),
        segment('E1IDPU1', { DOCNAME: 'CRM' }, segment('E1EDP02', { QUALF: '010', BELNR: 'CM-7' }), money('006', '40.00')),
      ),
    )
    const { rows, problems } = await read(advice)
    expect(problems).toEqual([])
    expect(rows).toMatchObject([
      {
        kind: 'remittance',
        values: {
          number: '2000004711',
          paidOn: '2025-04-01',
          currency: 'USD',
          totalMinor: '94000',
          computedMinor: '94000',
          source: 'idoc',
          customerName: 'Pinewood Stores',
          sender: 'PINEWOOD',
          lines: [
            { kind: 'invoice', reference: '90000912', grossMinor: '100000', discountMinor: '2000', paidMinor: '98000' },
            { kind: 'adjustment', reference: 'CM-7', claimNumber: 'CM-7', paidMinor: '-4000', deductedMinor: '4000' },
          ],
        },
      },
    ])
  })

  it('in the flat form is the same advice', async () => {
    const control = `EDI_DC40  ${'100'.padEnd(3)}${'0000000000000815'}${''.padEnd(6)}2${''.padEnd(3)}${'PEXR2002'.padEnd(30)}${''.padEnd(30)}${'REMADV'.padEnd(30)}`
    const data = (name: string, number: number, body: string) =>
      `${name.padEnd(30)}100${'0000000000000815'}${String(number).padStart(6, '0')}${'000000'}${'02'}${body}`
    const money = (kind: string, amount: string) => `${kind}${amount.padEnd(18)}USD`
    const file = [
      control.padEnd(524),
      data('E1IDKU1', 1, `${''.padEnd(3)}${'2000004711'.padEnd(35)}`),
      data('E1EDK03', 2, '02620250401'),
      data('E1IDKU5', 3, money('006', '940.00-')),
      data('E1IDPU1', 4, `INV${'90000912'.padEnd(35)}`),
      data('E1IDPU5', 5, money('004', '1000.00-')),
      data('E1IDPU5', 6, money('003', '20.00-')),
      data('E1IDPU5', 7, money('006', '980.00-')),
      data('E1IDPU1', 8, `CRM${'CM-7'.padEnd(35)}`),
      data('E1IDPU5', 9, money('006', '40.00')),
    ].join('\r\n')
    const { rows, problems, rejected } = await readIdocFile(Buffer.from(file), false)
    expect({ problems, rejected }).toEqual({ problems: [], rejected: [] })
    expect(rows).toMatchObject([
      {
        kind: 'remittance',
        values: { number: '2000004711', paidOn: '2025-04-01', totalMinor: '94000', computedMinor: '94000', currency: 'USD' },
      },
    ])
  })
})

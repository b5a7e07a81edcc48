import { describe, expect, test } from 'vitest'
import type { RemittanceValues } from '@/features/remittances/imports/remittance-values'
import { readEdifactMessages } from './read-edifact-messages'
import { EDIFACT_READERS } from './readers'
import { RowSink } from './row-sink'

function read(type: string, segments: readonly string[], end = `UNT+${segments.length + 2}+1'UNZ+1+I1'`) {
  const file = `UNA:+.? 'UNB+UNOC:3+4000001000005:14+4000002000004:14+240110:0830+I1'UNH+1+${type}:D:96A:UN'${segments.map((segment) => `${segment}'`).join('')}${end}`
  let copied = ''
  const sink = new RowSink('batch', (text) => {
    copied += text
  })
  const summary = readEdifactMessages(Buffer.from(file), sink, EDIFACT_READERS)
  sink.flush()
  const rows = copied.split('\n').filter((line) => line !== '')
  const values: unknown[] = rows.map((line) => JSON.parse(line.split('\t')[8]?.replaceAll('\\\\', '\\') ?? 'null'))
  return { summary, sink, values }
}

test('ORDERS is a purchase order', () => {
  const { summary, values } = read('ORDERS', [
    'BGM+220+4711+9',
    'DTM+137:20240110:102',
    'DTM+64:20240115:102',
    'DTM+63:20240120:102',
    'NAD+DP+4000001000005::9',
    'CUX+2:EUR:9',
    'TOD+3++EXW',
    'TDT+20++30+31+ABCD',
    'LIN+1++00860009000017:SRV',
    'PIA+1+0900:IN+SC-10:SA',
    'QTY+21:120:PCE',
    'PRI+AAA:661.00:::100',
    'UNS+S',
  ])
  expect(summary).toMatchObject({ kind: 'edifact-orders', waiting: null, problems: [] })
  expect(values).toMatchObject([
    {
      sender: '4000001000005',
      number: '4711',
      orderedOn: '2024-01-10',
      shipFrom: '2024-01-15',
      shipBy: '2024-01-20',
      currency: 'EUR',
      freightTerms: 'collect',
      carrier: 'ABCD',
      lines: [
        {
          line: '1',
          upc: '00860009000017',
          customerItem: '0900',
          vendorPart: 'SC-10',
          quantity: '120',
          unit: 'EA',
          priceMicros: '6610000',
        },
      ],
    },
  ])
})

test('cartons of a DESADV belong to the line they stand before', () => {
  const { values } = read('DESADV', [
    'BGM+351+800+9',
    'DTM+137:202401131548:203',
    'RFF+ON:4711',
    'RFF+BM:17',
    'CPS+1',
    'PAC+3++CT',
    'GIN+BJ+008600040000210009',
    'GIN+BJ+008600040000210016',
    'LIN+1++00860009000017:SRV',
    'QTY+12:24:PCE',
    'GIN+BJ+008600040000210023',
    'LIN+2++00860009000024:SRV',
    'QTY+12:6:PCE',
  ])
  expect(values).toMatchObject([
    {
      number: '800',
      sentAt: '2024-01-13 15:48',
      bol: '17',
      cartons: 3,
      lines: [
        { poNumber: '4711', line: '1', quantity: '24', cartons: 2 },
        { line: '2', quantity: '6', cartons: 1 },
      ],
    },
  ])
})

test('RECADV is the first count of an order', () => {
  const { values } = read('RECADV', [
    'BGM+632+R76+9',
    'DTM+50:20240206:102',
    'RFF+ON:4711',
    'LIN+2++00860009000017:SRV',
    'QTY+48:7:PCE',
    'QVR+-2:119+AC',
  ])
  expect(values).toMatchObject([
    {
      number: 'R76',
      receivedOn: '2024-02-06',
      purpose: 'first',
      poNumber: '4711',
      lines: [{ line: '2', received: '7', damaged: '0' }],
    },
  ])
})

test('INVOIC keeps terms, gross prices and allowances of its lines', () => {
  const { values } = read('INVOIC', [
    'BGM+380+900+9',
    'DTM+137:20240113:102',
    'RFF+ON:4711',
    'CUX+2:EUR:4',
    'PAT+22++5:3:D:14',
    'PCD+12:3',
    'LIN+1++00860009000017:SRV',
    'QTY+47:10:PCE',
    'MOA+203:60.00',
    'PRI+AAB:6.61',
    'ALC+A+AG1',
    'MOA+204:6.10',
    'UNS+S',
    'MOA+77:60.00',
  ])
  expect(values).toMatchObject([
    {
      number: '900',
      discountPpm: 30000,
      discountDays: 14,
      totalMinor: '6000',
      lines: [{ quantity: '10', priceMicros: '6610000', allowanceMinor: '610', agreementNumber: 'AG1' }],
    },
  ])
})

const ADVICE = ['BGM+481+ZA1+9', 'DTM+203:20240621:102', 'CUX+2:EUR:11']
const CLAIM = ['AJT+5', 'MOA+165:-49.60', 'RFF+ACE:BA1', 'FTX+OSI+++PRC Preisabweichung']

describe('a REMADV adds up', () => {
  test('takes a credit note that is written without a sign off the payment when that makes its total', () => {
    const documents = ['DOC+380+900', 'MOA+9:1000.00', 'MOA+52:20.00', 'MOA+12:980.00', 'DOC+381+CM-1', 'MOA+12:50.00', 'AJT+4']
    const linesOf = (total: string) =>
      (read('REMADV', [...ADVICE, ...documents, 'UNS+S', `MOA+12:${total}`]).values[0] as RemittanceValues).lines.map(
        ({ kind, paidMinor, deductedMinor }) => [kind, paidMinor, deductedMinor],
      )
    expect(linesOf('930.00')[1]).toEqual(['adjustment', '-5000', '5000'])
    expect(linesOf('1030.00')[1]).toEqual(['credit', '5000', '0'])
  })

  test('with adjustments inside the amount paid, and with claims of their own', () => {
    const { summary, values } = read('REMADV', [
      ...ADVICE,
      ...['DOC+380+900', 'MOA+9:100.00', 'MOA+12:48.40', 'MOA+52:2.00', 'RFF+ON:4711'],
      ...CLAIM,
      ...['DOC+381+BA2', 'MOA+12:-8.40', 'RFF+ON:4712', 'AJT+35', 'MOA+165:-8.40', 'RFF+ACE:BA2', 'UNS+S', 'MOA+12:40.00'],
    ])
    expect(summary).toMatchObject({ problems: [], totals: { own: '40.00', computed: '40.00', currency: 'EUR' } })
    expect(values).toMatchObject([
      {
        number: 'ZA1',
        paidOn: '2024-06-21',
        lines: [
          { kind: 'invoice', reference: '900', grossMinor: '10000', discountMinor: '200', paidMinor: '4840' },
          {
            kind: 'adjustment',
            deductedMinor: '4960',
            claimNumber: 'BA1',
            reasonCode: '5',
            ownCode: 'PRC',
            appliesTo: '900',
            isNetted: true,
          },
          { kind: 'adjustment', deductedMinor: '840', claimNumber: 'BA2', poNumber: '4712', paidMinor: '-840', isNetted: false },
        ],
      },
    ])
  })

  test('with adjustments beside full payments, by its total', () => {
    const { summary, values } = read('REMADV', [
      ...ADVICE,
      ...['DOC+380+900', 'MOA+9:100.00', 'MOA+12:100.00'],
      ...CLAIM,
      ...['UNS+S', 'MOA+12:50.40'],
    ])
    expect(summary.problems).toEqual([])
    expect(values).toMatchObject([{ lines: [{ paidMinor: '10000' }, { paidMinor: '-4960', isNetted: false }] }])
  })

  test('and says so when it does not', () => {
    const { summary } = read('REMADV', [...ADVICE, 'DOC+380+900', 'MOA+9:100.00', 'MOA+12:90.00', 'UNS+S', 'MOA+12:80.00'])
    expect(summary.problems).toMatchObject([{ code: 'remittance/does-not-balance' }])
  })
})

test('a message without its key or its end is kept as rejected, an unknown one waits', () => {
  expect(read('ORDERS', ['BGM+220', 'UNS+S']).sink.rejected).toBe(1)
  expect(read('ORDERS', ['BGM+220+4711+9'], '').sink.rejected).toBe(1)
  expect(read('PRICAT', ['BGM+9+1+9']).summary.waiting).toBe('intake/kind-waits')
})

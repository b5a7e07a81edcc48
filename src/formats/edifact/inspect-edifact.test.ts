import { buildEdifact } from '@tests/factories/build-edifact'
import { describe, expect, it } from 'vitest'
import { inspectEdifact } from './inspect-edifact'

function inspectMessage(...message: string[]) {
  const { documents, findings } = inspectEdifact(Buffer.from(buildEdifact([message]), 'latin1'))
  const [document] = documents
  if (!document) throw new Error('the message yields no document')
  return { document, codes: findings.map((finding) => finding.code) }
}

describe('REMADV', () => {
  const ADVICE = ['BGM+481+ZA77+9', 'DTM+137:20240509:102', 'DTM+203:20240510:102', 'CUX+2:EUR:11']

  it('reads what was paid, what was due, and why less', () => {
    const { document, codes } = inspectMessage(
      'REMADV',
      ...ADVICE,
      'DOC+380+9001',
      'MOA+9:1000.00',
      'MOA+12:920.00',
      'MOA+52:30.00',
      'RFF+ON:45118',
      'AJT+4',
      'MOA+165:-50.00',
      'RFF+ACE:BA1',
      'DOC+381+BA2',
      'MOA+12:-82.08',
      'AJT+35',
      'MOA+165:-82.08',
      'RFF+ACE:BA2',
      'UNS+S',
      'MOA+12:837.92',
    )
    expect(document).toMatchObject({
      kind: 'edifact-remadv',
      number: 'ZA77',
      date: '2024-05-10',
      currency: 'EUR',
      lines: 2,
      amounts: { total: '837.92', paid: '837.92', gross: '1000.00', discount: '30.00', adjustments: '-132.08' },
      adjustments: [
        { amount: '-50.00', reason: '4', reference: 'BA1', appliesTo: '9001' },
        { amount: '-82.08', reason: '35', reference: 'BA2', appliesTo: null },
      ],
      references: { po: ['45118'], invoice: ['9001'], claim: ['BA2', 'BA1'], trace: ['ZA77'] },
      balance: { difference: '0.00' },
    })
    expect(codes).toEqual([])
  })

  it('takes adjustments without a sign for deductions where they explain what was paid', () => {
    const { document, codes } = inspectMessage(
      'REMADV',
      ...ADVICE,
      'DOC+380+9001',
      'MOA+9:100.00',
      'MOA+12:88.00',
      'MOA+52:2.00',
      'AJT+20',
      'MOA+165:10.00',
      'FTX+AAI+++LATE Delivered late',
      'UNS+S',
      'MOA+12:88.00',
    )
    expect(document.adjustments).toEqual([{ amount: '-10.00', reason: '20', reference: null, appliesTo: '9001' }])
    expect(codes).toEqual([])
  })

  it('notes a short pay without a reason and a total that is off', () => {
    const { document, codes } = inspectMessage('REMADV', ...ADVICE, 'DOC+380+9001', 'MOA+9:100,00', 'MOA+12:90,00', 'UNS+S', 'MOA+12:95,00')
    expect(document.adjustments).toEqual([{ amount: '-10.00', reason: null, reference: null, appliesTo: '9001' }])
    expect(document.balance?.difference).toBe('5.00')
    expect(codes).toEqual(['total-differs'])
  })
})

describe('INVOIC', () => {
  const LINE = ['LIN+1++04000001:SRV', 'QTY+47:10:PCE', 'MOA+203:100.00', 'PRI+AAB:10.00']

  it('adds allowances and tax to the lines', () => {
    const { document, codes } = inspectMessage(
      'INVOIC',
      'BGM+380+9001+9',
      'RFF+DQ:80001',
      'ALC+A++++DI',
      'MOA+204:5.00',
      ...LINE,
      'UNS+S',
      'MOA+77:113.05',
      'MOA+176:18.05',
    )
    expect(document).toMatchObject({
      number: '9001',
      amounts: { total: '113.05', gross: '100.00', adjustments: '-5.00' },
      adjustments: [{ amount: '-5.00', reason: 'DI' }],
      references: { invoice: ['9001'], delivery: ['80001'], item: ['04000001'] },
      balance: { difference: '0.00' },
    })
    expect(codes).toEqual([])
  })

  it('finds the totals behind the last line where UNS is left out', () => {
    const { document, codes } = inspectMessage('INVOIC', 'BGM+380+9001+9', ...LINE, 'MOA+77:119.00', 'MOA+124:19.00', 'CNT+2:1')
    expect(document).toMatchObject({ amounts: { total: '119.00', gross: '100.00' }, balance: { difference: '0.00' } })
    expect(codes).toEqual([])
  })

  it('reads a 381 as a credit note', () => {
    expect(inspectMessage('INVOIC', 'BGM+381+G9+9', ...LINE, 'UNS+S', 'MOA+77:100.00').document.references).toMatchObject({
      invoice: [],
      claim: ['G9'],
    })
  })
})

describe('goods', () => {
  it('reads an order', () => {
    const { document, codes } = inspectMessage(
      'ORDERS',
      'BGM+220+45118+9',
      'DTM+137:20240110:102',
      'NAD+DP+4000009::9',
      'LIN+1++04000001:SRV',
      'PIA+1+0900:IN+CH-1:SA',
      'QTY+21:12:PCE',
      'PRI+AAA:6.61',
      'UNS+S',
      'MOA+86:79.32',
      'CNT+2:1',
    )
    expect(document).toMatchObject({
      number: '45118',
      date: '2024-01-10',
      lines: 1,
      amounts: { total: '79.32', gross: '79.32' },
      references: { po: ['45118'], store: ['4000009'], item: ['04000001', '0900', 'CH-1'] },
    })
    expect(codes).toEqual([])
  })

  it('reads a ship notice with its cartons', () => {
    const { document, codes } = inspectMessage(
      'DESADV',
      'BGM+351+80000021+9',
      'DTM+137:202401131548:203',
      'RFF+ON:45118',
      'RFF+BM:0860',
      'CPS+1',
      'GIN+BJ+008600040000210009+008600040000210008',
      'LIN+1++04000001:SRV',
      'QTY+12:12:PCE',
      'CNT+2:3',
    )
    expect(document).toMatchObject({
      number: '80000021',
      date: '2024-01-13',
      references: { delivery: ['80000021'], po: ['45118'], bol: ['0860'] },
    })
    expect(document.references.sscc).toHaveLength(2)
    expect(codes).toEqual(['line-count-differs', 'sscc-check-digit'])
  })

  it('reads a receipt and a message it does not know', () => {
    expect(
      inspectMessage('RECADV', 'BGM+632+R20+9', 'DTM+137:20240230:102', 'RFF+DQ:80000021', 'LIN+1++04000001:SRV', 'QTY+48:12:PCE'),
    ).toMatchObject({
      document: { number: 'R20', date: null, lines: 1, references: { delivery: ['80000021'] } },
      codes: ['date-impossible'],
    })
    expect(inspectMessage('INVRPT', 'BGM+35+S1+9', 'LIN+1++04000001:SRV').document).toMatchObject({
      kind: 'edifact-invrpt',
      number: 'S1',
      lines: 1,
    })
  })
})

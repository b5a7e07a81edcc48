import { inspectSet } from '@tests/factories/inspect-set'
import { describe, expect, it } from 'vitest'

const REMITTANCE = ['820', 'BPR*I*900.00*C*ACH************20240312*VEN', 'TRN*3*77', 'CUR*PR*USD', 'REF*IA*4469', 'ENT*1']

describe('820 remittance', () => {
  it('takes an ADX under an RMR as netted already', () => {
    const { document, codes } = inspectSet(
      ...REMITTANCE,
      'RMR*IV*9001*PO*900.00*1000.00',
      'ADX*-100.00*59*CM*9001',
      'REF*6O*022',
      'REF*MC*0000025',
    )
    expect(document).toMatchObject({
      number: '77',
      date: '2024-03-12',
      currency: 'USD',
      lines: 1,
      amounts: { total: '900.00', paid: '900.00', gross: '1000.00', adjustments: '-100.00' },
      adjustments: [{ amount: '-100.00', reason: '59', reference: '9001', appliesTo: '9001' }],
      references: { invoice: ['9001'], claim: ['0000025'], trace: ['77'], vendor: ['4469'] },
      balance: { difference: '0.00' },
    })
    expect(codes).toEqual([])
  })

  it('adds an ADX that stands before the RMR lines', () => {
    const { document } = inspectSet(...REMITTANCE, 'ADX*-100.00*57*CM*RC390', 'REF*PO*45118', 'RMR*IV*9001*PI*1000.00*1000.00')
    expect(document.balance).toEqual({ stated: '900.00', computed: '900.00', difference: '0.00' })
    expect(document.references).toMatchObject({ claim: ['RC390'], po: ['45118'] })
  })

  it('accepts the other convention where only that one adds up', () => {
    const nestedButNotNetted = inspectSet(...REMITTANCE, 'RMR*IV*9001*PI*1000.00*1000.00', 'ADX*-100.00*57*CM*RC390')
    const positiveLowers = inspectSet(...REMITTANCE, 'ADX*100.00*57*CM*RC390', 'RMR*IV*9001*PI*1000.00*1000.00')
    expect(nestedButNotNetted.document.balance?.difference).toBe('0.00')
    expect(positiveLowers.document.balance?.difference).toBe('0.00')
  })

  it('finds deductions in negative RMR lines, in RMR08, and in short pays without a reason', () => {
    const { document } = inspectSet(
      ...REMITTANCE,
      'RMR*IV*9001*PI*500.00*500.00',
      'RMR*IV*9002*PI*480.00*510.00*10.00*01*20.00',
      'RMR*IV*9003*PI*80.00*100.00',
      'RMR*OS*R597*PI*-136.08***11*-136.08',
    )
    expect(document.adjustments).toEqual([
      { amount: '-20.00', reason: '01', reference: null, appliesTo: '9002' },
      { amount: '-20.00', reason: null, reference: null, appliesTo: '9003' },
      { amount: '-136.08', reason: '11', reference: 'R597', appliesTo: null },
    ])
    expect(document.references).toMatchObject({ invoice: ['9001', '9002', '9003'], claim: ['R597'] })
  })

  it('reports a total that no sum reaches, and an amount that is none', () => {
    const { document, codes } = inspectSet(...REMITTANCE, 'RMR*IV*9001*PI*899.00', 'RMR*IV*9002*PI*xx.xx')
    expect(document.balance).toEqual({ stated: '900.00', computed: '899.00', difference: '1.00' })
    expect(codes).toEqual(['RMR04 amount-unreadable', 'BPR02 total-differs'])
  })
})

describe('810 invoice', () => {
  const INVOICE = ['810', 'BIG*20240312*9001**45118', 'IT1*1*10*EA*10.00**UP*860004003663']

  it.each([
    ['allowances of the lines', ['SAC*A*C310***500', 'TDS*9500'], '-5.00'],
    ['charges repeated in the summary once', ['SAC*C*G830***600', 'TDS*10600', 'SAC*C*G830***600'], '6.00'],
    ['charges of the lines and of the summary', ['SAC*C*G830***600', 'TDS*11200', 'SAC*C*D240***600'], '12.00'],
    ['charges only, where the allowance is information', ['SAC*A*C310***500', 'SAC*C*G830***600', 'TDS*10600'], '6.00'],
    ['no N lines', ['SAC*N*B840***19998', 'TDS*10000'], '0'],
  ])('counts %s', (_, segments, counted) => {
    const { document, codes } = inspectSet(...INVOICE, ...segments)
    expect(document.amounts.adjustments).toBe(counted)
    expect(codes).toEqual([])
  })

  it('adds tax and honours a price per hundred', () => {
    const { document } = inspectSet('810', 'BIG*20240312*9001', 'IT1*1*250*EA*12.50*HP', 'TXI*ST*2.50', 'TDS*3375')
    expect(document.amounts.gross).toBe('31.25')
    expect(document.balance?.difference).toBe('0.00')
  })
})

describe('orders', () => {
  it('compares the lines with the AMT total and counts the lines', () => {
    const { document, codes } = inspectSet('850', 'BEG*00*SA*0045118**20240230', 'PO1*1*12*EA*3.61**UP*8600', 'CTT*2', 'AMT*TT*50.00')
    expect(document).toMatchObject({
      number: '0045118',
      date: null,
      amounts: { total: '50.00', gross: '43.32' },
      balance: { difference: '6.68' },
    })
    expect(codes).toEqual(['BEG05 date-impossible', 'CTT01 line-count-differs', 'AMT02 total-differs'])
  })

  it('judges no total where a price is missing', () => {
    expect(inspectSet('850', 'BEG*00*SA*1**20240310', 'PO1*1*12*EA', 'AMT*TT*50.00').document.balance).toBeNull()
  })

  it('reads change and acknowledgement', () => {
    expect(inspectSet('860', 'BCH*04*SA*308***20240113*****20240114', 'POC*1*QI*30*10*EA*22.68').document).toMatchObject({
      number: '308',
      date: '2024-01-14',
      lines: 1,
    })
    expect(inspectSet('855', 'BAK*00*AD*351*20240103*****20240105', 'PO1*1*12*EA*51.45', 'ACK*IA*12*EA').document).toMatchObject({
      number: '351',
      date: '2024-01-05',
      amounts: { total: '617.40' },
    })
  })
})

describe('shipping', () => {
  it('collects what links a ship notice, and notes a level without its parent', () => {
    const { document, codes } = inspectSet(
      '856',
      'BSN*00*80000001*20240106*1450*0001',
      'HL*1**S',
      'REF*BM*0860004',
      'REF*CN*5615',
      'HL*2*1*O',
      'PRF*45118',
      'HL*3*7*P',
      'MAN*GM*00008600040000010005',
      'MAN*GM*00008600040000010006',
      'HL*4*3*I',
      'LIN*1*UP*8600',
      'SN1**80*EA',
    )
    expect(document).toMatchObject({
      number: '80000001',
      date: '2024-01-06',
      lines: 1,
      references: { po: ['45118'], bol: ['0860004'], pro: ['5615'], delivery: ['80000001'], item: ['8600'] },
    })
    expect(codes).toEqual(['HL02 level-parent-unknown', 'MAN02 sscc-check-digit'])
  })

  it('reads the freight bill in cents', () => {
    const { document } = inspectSet('210', 'B3**F52*0860004*PP**20240120*24130', 'N9*PO*45118', 'L1*1***25000', 'L1*2***-870')
    expect(document).toMatchObject({
      amounts: { total: '241.30', gross: '241.30' },
      balance: { difference: '0.00' },
      references: { bol: ['0860004'] },
    })
  })

  it('reads status, receipt, return authorisation and load tender', () => {
    expect(inspectSet('214', 'B10*802*0860004*BLKF', 'L11*45118*PO', 'AT7*D1*NS***20240113*1352*LT').document).toMatchObject({
      number: '802',
      date: '2024-01-13',
      references: { po: ['45118'], bol: ['0860004'], pro: ['802'] },
    })
    expect(inspectSet('861', 'BRA*R5*20240113*00*1', 'PRF*45118', 'RCD*1*12*EA').document).toMatchObject({ number: 'R5', lines: 1 })
    expect(inspectSet('180', 'BGN*00*RGA4*20240125', 'N9*IV*9001', 'BLI*UP*8600*2*EA*77.86').document).toMatchObject({
      amounts: { total: '155.72' },
      references: { claim: ['RGA4'], invoice: ['9001'] },
    })
    expect(inspectSet('204', 'B2**SCAC**7502**PP', 'L11*8875*SI', 'S5*1*CL', 'L3*10*G*557.21*FR*55721').document).toMatchObject({
      number: '7502',
      lines: 1,
      amounts: { total: '557.21' },
      references: { delivery: ['8875'] },
    })
  })
})

describe('812, 852, 997 and others', () => {
  it('reads a debit as money we lose', () => {
    const { document, codes } = inspectSet(
      '812',
      'BCD*20240126*KC5**8652*D*20240125*9001**45118',
      'CDD*01*D*KC5*8652***12*EA***7.21',
      'LIN**UP*8600',
    )
    expect(document).toMatchObject({
      amounts: { total: '86.52', adjustments: '-86.52' },
      adjustments: [{ amount: '-86.52', reason: '01', reference: 'KC5', appliesTo: '9001' }],
      balance: { difference: '0.00' },
    })
    expect(codes).toEqual([])
  })

  it('reads stock on hand by store', () => {
    expect(inspectSet('852', 'XQ*H*20240210*20240216', 'N1*BY*Store*92*6092', 'LIN**UP*8600', 'ZA*QA*68*EA').document).toMatchObject({
      date: '2024-02-16',
      lines: 1,
      references: { store: ['6092'] },
    })
  })

  it('says that a set of ours was refused', () => {
    expect(inspectSet('997', 'AK1*IN*11', 'AK2*810*0001', 'AK5*R*5', 'AK9*R*1*1*0').codes).toEqual([
      'AK501 set-refused',
      'AK901 group-refused',
    ])
  })

  it('finds number, date and links of a set it does not know', () => {
    expect(inspectSet('867', 'BPT*00*REP9*20240131', 'REF*PO*45118', 'LIN*1*UP*8600').document).toMatchObject({
      kind: 'x12-867',
      number: 'REP9',
      date: '2024-01-31',
      lines: 1,
      references: { po: ['45118'], item: ['8600'] },
    })
  })
})

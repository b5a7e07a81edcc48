import { buildX12 } from '@tests/factories/build-x12'
import { inspectFirstSet, inspectSet } from '@tests/factories/inspect-set'
import { describe, expect, it } from 'vitest'

describe('850 lines that leave something out', () => {
  it('takes the price from a CTP that is none to the consumer, and honours a price per thousand', () => {
    const { document, codes } = inspectSet(
      '850',
      'BEG*00*SA*45118**20240310',
      'PO1*1*12*EA***UP*860004003663',
      'CTP**RES*9.99',
      'CTP**UCP*3.61',
      'PO1*2*500*EA*250*TP*UP*860004003670',
      'CTT*2',
      'AMT*TT*168.32',
    )
    expect(document.balance).toEqual({ stated: '168.32', computed: '168.32', difference: '0.00' })
    expect(codes).toEqual([])
  })

  it('adds store splits and schedules where the line states no quantity, and compares them where it does', () => {
    const { document, codes } = inspectSet(
      '850',
      'BEG*00*SA*45118**20240310',
      'PO1*1**EA*2.00**UP*860004003663',
      'SDQ*EA*92*6070*4*6071*8',
      'PO1*2**EA*3.00**UP*860004003670',
      'SCH*5*EA***002*20240401',
      'SCH*6*EA***002*20240408',
      'PO1*3*10*EA*1.00**UP*860004003687',
      'SDQ*EA*92*6070*4*6072*5',
    )
    expect(document.amounts.gross).toBe('67.00')
    expect(document.references.store).toEqual(['6070', '6071', '6072'])
    expect(codes).toEqual(['SDQ store-split-differs'])
  })

  it('names allowances of the order without touching its total, and takes no line amount for a total', () => {
    const { document, codes } = inspectSet(
      '850',
      'BEG*00*SA*45118**20240310',
      'SAC*A*C310***** *2.5',
      'PO1*1*100*EA*1.00**UP*860004003663',
      'AMT*1*100.00',
      'SAC*A*F800****** .10*EA*100***02',
      'CTT*1',
      'AMT*GV*100.00',
    )
    expect(document).toMatchObject({ amounts: { total: '100.00', gross: '100.00' }, balance: { difference: '0.00' } })
    expect(document.adjustments.map(({ amount, reason }) => [amount, reason])).toEqual([['-10.00', 'F800']])
    expect(codes).toEqual([])
  })
})

describe('810 allowances', () => {
  const INVOICE = ['810', 'BIG*20240312*9001**45118', 'IT1*1*10*EA*10.00**UP*860004003663']

  it('leaves out what is billed back, unless only that explains the total', () => {
    expect(inspectSet(...INVOICE, 'SAC*A*F800***500*******01', 'TDS*10000').document).toMatchObject({
      amounts: { adjustments: '0' },
      balance: { difference: '0.00' },
    })
    expect(inspectSet(...INVOICE, 'SAC*A*F800***500*******01', 'TDS*9500').document.amounts.adjustments).toBe('-5.00')
  })

  it('works out a percentage of its line, and reads a total from AMT where TDS is missing', () => {
    const { document, codes } = inspectSet(...INVOICE, 'SAC*A*C310****Z*2.5', 'AMT*TT*97.50')
    expect(document).toMatchObject({
      amounts: { total: '97.50', adjustments: '-2.50' },
      adjustments: [{ amount: '-2.50', reason: 'C310' }],
      balance: { difference: '0.00' },
    })
    expect(codes).toEqual([])
  })

  it('reads the discount of the terms where the total names none', () => {
    expect(inspectSet(...INVOICE, 'ITD*01*3*2**10**30*200', 'TDS*10000').document.amounts.discount).toBe('2.00')
  })
})

describe('812 lines', () => {
  it('multiplies where no amount is stated, and lets a credit line lower the debit', () => {
    const { document, codes } = inspectSet(
      '812',
      'BCD*20240126*KC5**8152*D*20240125*9001*20240101*45118*00',
      'CDD*01*D*KC5****12*EA*0.50**7.21',
      'CDD*06*D*KC5****12*EA***7.21',
      'CDD*19*C*KC5*1100',
    )
    expect(document.adjustments.map(({ amount, reason }) => [amount, reason])).toEqual([
      ['-6.00', '01'],
      ['-86.52', '06'],
      ['11.00', '19'],
    ])
    expect(document).toMatchObject({ references: { po: ['45118'] }, balance: { stated: '81.52', difference: '0.00' } })
    expect(codes).toEqual([])
  })

  it('reads a credit memo as money that comes back, and says which line states nothing', () => {
    const { document, codes } = inspectSet('812', 'BCD*20240126*KC6**500*C**9001', 'CDD*52*C*KC6*500', 'CDD*52*C*KC6')
    expect(document).toMatchObject({ amounts: { adjustments: '5.00' }, balance: { difference: '0.00' } })
    expect(codes).toEqual(['CDD04 amount-missing'])
  })
})

describe('820 of old releases and odd senders', () => {
  const OLD = ['820', 'BPR*I*900.00*C*ACH************20240312', 'TRN*3*77', 'ENT*1']

  it('turns the sign of an ADX where release 003030 lets a positive one lower the payment', () => {
    const text = buildX12([[...OLD, 'ADX*100.00*57*CM*RC390', 'RMR*IV*9001*PI*1000.00*1000.00']]).replace('X*004010', 'X*003030')
    const { document, codes } = inspectFirstSet(text)
    expect(document.adjustments).toEqual([{ amount: '-100.00', reason: '57', reference: 'RC390', appliesTo: null }])
    expect(document.balance?.difference).toBe('0.00')
    expect(codes).toEqual([])
  })

  it('does not take a repetition of the payment for an adjustment', () => {
    const { document, codes } = inspectSet(...OLD, 'RMR*IV*9001*PI*900.00*900.00', 'ADX*900.00*ZZ*IV*9001')
    expect(document.adjustments).toEqual([])
    expect(codes).toEqual(['ADX01 adjustment-repeats-payment'])
  })

  it('finds number and day of a payment without TRN and BPR16', () => {
    const { document } = inspectSet('820', 'BPR*C*50.00*C*CHK', 'REF*CK*440018', 'DTM*097*20240312', 'ENT*1', 'RMR*IK*9001**50.00')
    expect(document).toMatchObject({ number: '440018', date: '2024-03-12', references: { invoice: ['9001'], trace: ['440018'] } })
  })
})

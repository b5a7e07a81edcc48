import { inspectSet } from '@tests/factories/inspect-set'
import { describe, expect, it } from 'vitest'

describe('ship notices', () => {
  it('reads invoice and shipment of an 857 out of its levels; a negative total is a credit', () => {
    const shipped = [
      '857',
      'BHT*0010*00*N77*20240312*0900',
      'HL*1**S',
      'TD5**2*BLKF',
      'REF*BM*0860004',
      'REF*IV*9001',
      'REF*SI*80000001',
      'HL*2*1*O',
      'PRF*45118',
      'HL*3*2*I',
      'IT1*1*10*EA*10.00**UP*860004003663',
      'SAC*A*C310***500',
      'TDS*9500',
    ]
    const { document, codes } = inspectSet(...shipped, 'CTT*3')
    expect(document).toMatchObject({
      number: '9001',
      date: '2024-03-12',
      lines: 1,
      amounts: { total: '95.00', gross: '100.00', adjustments: '-5.00' },
      references: { po: ['45118'], invoice: ['9001'], delivery: ['80000001'], bol: ['0860004'], item: ['860004003663'] },
      balance: { difference: '0.00' },
    })
    expect(codes).toEqual([])
    const credit = inspectSet(...shipped.slice(0, 10), 'IT1*1*-10*EA*10.00**UP*860004003663', 'TDS*-10000')
    expect(credit.document).toMatchObject({ amounts: { total: '-100.00' }, balance: { difference: '0.00' } })
  })

  it('takes levels without parents and an order inside the item, and notes a level number that repeats', () => {
    const { document, codes } = inspectSet(
      '856',
      'BSN*00*8001*20240106*1450*0002',
      'HL*1**S',
      'HL*2**I',
      'LIN**UP*8600',
      'SN1**80*EA',
      'PRF*45118',
      'HL*2**I',
    )
    expect(document).toMatchObject({ lines: 1, references: { po: ['45118'] } })
    expect(codes).toEqual(['HL01 level-number-repeated'])
  })
})

describe('grocery sets', () => {
  it('adds up an invoice: list cost, allowances of lines and header, total in cents', () => {
    const { document, codes } = inspectSet(
      '880',
      'G01*20240312*9001*20240301*45118',
      'G23*01*3***2**10**30*196',
      'G72*504*02******500',
      'G17*10*CA*10.00*008600040036*UP*860004003663',
      'G72*97*02***-.50',
      'G31*10*CA*100*LB',
      'G33*10000',
    )
    expect(document).toMatchObject({
      number: '9001',
      date: '2024-03-12',
      lines: 1,
      amounts: { total: '100.00', gross: '100.00', discount: '1.96' },
      references: { invoice: ['9001'], po: ['45118'], item: ['008600040036', '860004003663'] },
      balance: { difference: '0.00' },
    })
    expect(document.adjustments.map(({ amount, reason }) => [amount, reason])).toEqual([
      ['5.00', '504'],
      ['-5.00', '97'],
    ])
    expect(codes).toEqual([])
  })

  it('compares the units of the lines with the summary', () => {
    const { codes } = inspectSet('880', 'G01*20240312*9001', 'G17*10*CA*10.00*008600040036', 'G31*11*CA', 'G33*10001')
    expect(codes).toEqual(['G3101 quantity-total-differs', 'G3301 total-differs'])
  })

  it('reads a direct-store delivery and an order', () => {
    const delivery = inspectSet(
      '894',
      'G82*D*9001*925123*0042*925485**20240310',
      'LS*0100',
      'G83*1*12*EA*860004003663****1.50',
      'G72*97*02******-100',
      'LE*0100',
      'G84*12*1700',
    )
    expect(delivery.document).toMatchObject({
      number: '9001',
      date: '2024-03-10',
      amounts: { total: '17.00', gross: '18.00', adjustments: '-1.00' },
      references: { invoice: ['9001'], store: ['0042'], item: ['860004003663'] },
      balance: { difference: '0.00' },
    })
    expect(delivery.codes).toEqual([])
    const order = inspectSet('875', 'G50*N*20240312*45118', 'G68*10*CA*10.00*008600040036*VN*CH-1', 'G72*97*02***-.50', 'G76*11*CA')
    expect(order.document).toMatchObject({
      number: '45118',
      date: '2024-03-12',
      amounts: { total: '100.00', adjustments: '-5.00' },
      references: { po: ['45118'], item: ['008600040036', 'CH-1'] },
    })
    expect(order.codes).toEqual(['G7601 quantity-total-differs'])
  })
})

describe('acknowledgements and texts', () => {
  it('says of every set of ours what was wrong with it', () => {
    const { document, findings } = inspectSet(
      '997',
      'AK1*IN*11',
      'AK2*810*0001',
      'AK5*A',
      'AK2*810*0002',
      'AK3*BIG*2**8',
      'AK4*4**1',
      'AK5*R*5',
      'AK2*810*0003',
      'AK5*E*7',
      'AK9*P*3*3*2',
    )
    expect(document).toMatchObject({ number: '11', lines: 3 })
    expect(findings.map(({ field, code, message }) => [field, code, message])).toEqual([
      ['AK501', 'set-refused', 'AK501 is R: BIG at segment 2 code 8; element 4 code 1; AK5 5'],
      ['AK501', 'set-accepted-with-errors', 'AK501 is E: AK5 7'],
    ])
  })

  it('reads the verdict of the partner application on each document', () => {
    const { document, findings } = inspectSet(
      '824',
      'BGN*11*A77*20240313',
      'OTI*TR*IV*9001*****11*0001*810',
      'TED*007*Price missing*IT1****3.61',
      'OTI*TA*SI*80000001*****12*0002*856',
      'OTI*TE*BM*0860004',
      'NTE**Check the carton count',
    )
    expect(document).toMatchObject({
      number: 'A77',
      date: '2024-03-13',
      lines: 3,
      references: { invoice: ['9001'], delivery: ['80000001'], bol: ['0860004'] },
    })
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['document-refused', '810 9001 is TR: 007 Price missing (3.61)'],
      ['document-accepted-with-errors', 'document 0860004 is TE: Check the carton count'],
    ])
  })

  it('searches a text message for the numbers it names', () => {
    const { document } = inspectSet(
      '864',
      'BMG*00**04',
      'DTM*097*20240313',
      'MIT*M12*Chargeback notice',
      'MSG*Chargeback 881204 was taken for invoice 90001',
      'MSG*646, PO 45118.*AA',
      'MSG*Late: two days.',
    )
    expect(document).toMatchObject({ number: 'M12', date: '2024-03-13', lines: 2, references: { claim: ['881204'], po: ['45118'] } })
  })

  it('adds up what a distributor sold, whichever way quantity and article stand', () => {
    const { document, codes } = inspectSet(
      '867',
      'BPT*00*REP9*20240131',
      'N1*DB*Dealer*91*700001',
      'PTD*SD',
      'DTM*003*20240115',
      'QTY*32*5*EA',
      'LIN**UP*860004003663',
      'UIT*EA*10.00',
      'PTD*SD',
      'LIN**UP*860004003670',
      'QTY*32*2*EA',
      'AMT*1*7.50',
      'CTT*2',
      'AMT*TT*57.50',
    )
    expect(document).toMatchObject({
      number: 'REP9',
      date: '2024-01-31',
      lines: 2,
      amounts: { total: '57.50', gross: '57.50' },
      balance: { difference: '0.00' },
      references: { item: ['860004003663', '860004003670'] },
    })
    expect(codes).toEqual([])
  })
})

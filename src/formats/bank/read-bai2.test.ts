import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectBai2 } from './inspect-bai2'
import { readBai2 } from './read-bai2'

const HEAD = ['01,BANKUS,SUPPLIER,240117,0600,17,80,,2/', '02,SUPPLIER,BANKUS,1,240117,0600,USD,2/']

function read(...lines: string[]) {
  return readBai2(Buffer.from([...HEAD, ...lines].join('\n')))
}

function entriesOf(...lines: string[]) {
  return read('03,4450,USD/', ...lines).statements[0]?.entries ?? []
}

describe('entries', () => {
  it('have amounts without a point, a side by their code, and references', () => {
    expect(entriesOf('16,142,307944,Z,BK1,9133,RETAILER EREF:9133')).toEqual([
      expect.objectContaining({
        reference: 'BK1',
        customerReference: '9133',
        amount: '3079.44',
        currency: 'USD',
        direction: 'credit',
        day: '2024-01-17',
        position: 'line 4',
      }),
    ])
    expect(entriesOf('16,475,50000,,BK2,1001,CHECK/')[0]).toMatchObject({ amount: '500.00', direction: 'debit', text: 'CHECK' })
  })

  it.each([
    ['S with three amounts', '16,115,450000,S,100000,200000,150000,BK1,C1,LOCK BOX/'],
    ['V with date and time', '16,115,450000,V,240118,1200,BK1,C1,LOCK BOX/'],
    ['D with pairs', '16,115,450000,D,2,0,250000,1,200000,BK1,C1,LOCK BOX/'],
    ['no funds type', '16,115,450000,,BK1,C1,LOCK BOX/'],
  ])('find their references behind funds type %s', (_, line) => {
    expect(entriesOf(line)[0]).toMatchObject({ reference: 'BK1', customerReference: 'C1', text: 'LOCK BOX', amount: '4500.00' })
  })

  it('keep commas and slashes of their text, and read 88 lines as more of it', () => {
    const [entry] = entriesOf('16,195,1000,,BK1,,INV 12/03,000 PAID', '88,EREF: PAY-77', '88,DBNM: RETAILER INC/')
    expect(entry).toMatchObject({
      text: 'INV 12/03,000 PAID\nEREF: PAY-77\nDBNM: RETAILER INC',
      customerReference: 'PAY-77',
      party: 'RETAILER INC',
    })
  })

  it('go on with fields in an 88, with text on a bare line, and with the next record on the same line', () => {
    expect(entriesOf('16,195,1000,D,1/', '88,0,1000,BK1,C1,TEXT/')[0]).toMatchObject({
      reference: 'BK1',
      customerReference: 'C1',
      text: 'TEXT',
    })
    expect(entriesOf('16,195,1000,,BK1,C1,A LONG', 'NOTE/')[0]?.text).toBe('A LONG NOTE')
    expect(entriesOf('16,195,1000,,BK1,C1,A/16,475,500,,BK2,C2,B/').map((entry) => entry.reference)).toEqual(['BK1', 'BK2'])
  })

  it('stand several on a line, also after a text with slashes and before the end of the account', () => {
    const { statements, problems } = read(
      '03,1,,010,00,,,015,300,,,100,300,2,/',
      '16,142,200,Z,,,TRANSFER   SHOP 12/34   PPD/ 16,142,100,Z,,,OTHER SHOP',
      '16,5 PERCENT OFF 03,2024/',
      '88,     1111/        49,900,5/  03,2,,010,+0000,,,015,00,,/ 49,00,2/',
      '98,900,2,9/   99,900,1,11/',
    )
    expect(statements.map((statement) => [statement.account, statement.opening, statement.closing, statement.entries.length])).toEqual([
      ['1', '0.00', '3.00', 2],
      ['2', '0.00', '0.00', 0],
    ])
    expect(statements[0]?.entries.map((entry) => entry.text)).toEqual([
      'TRANSFER   SHOP 12/34   PPD',
      'OTHER SHOP 16,5 PERCENT OFF 03,2024\n1111',
    ])
    expect(problems).toEqual([])
  })

  it('are read where a tag stands behind a colon, and where only words are reported', () => {
    expect(entriesOf('16,255,931,,SC1,,Check Return', '88:EREF: 0737', '88,CRNM: Shop Inc.')[0]).toMatchObject({
      customerReference: '0737',
      party: 'Shop Inc.',
    })
    const words = read('03,4450,USD/', '16,890,,,BK1,,RATES CHANGED/')
    expect(words.problems).toEqual([])
    expect(words.statements[0]?.entries[0]).toMatchObject({ amount: '0.00', isBooked: false })
  })

  it('count money by the currency of the account', () => {
    expect(readBai2(Buffer.from([...HEAD, '03,4450,JPY/', '16,195,1000,,BK1,,'].join('\n'))).statements[0]?.entries[0]?.amount).toBe('1000')
  })
})

describe('accounts and totals', () => {
  it('read balances from a summary list that an 88 continues in the middle', () => {
    const { statements } = read('03,4450,USD,010,+150000,,,040/', '88,100,,,015,-20000,,/', '16,475,170000,,BK1,,')
    expect(statements[0]).toMatchObject({ account: '4450', opening: '1500.00', closing: '-200.00' })
  })

  it('read a summary list whose record ends before its funds type', () => {
    const { statements } = read('03,4450,,010,500000,,,190,700,4/', '88,015,500000,,/', '03,7,USD,,,,,060,000,,,100,000,0,,015,12,,/')
    expect(statements.map(({ opening, closing }) => [opening, closing])).toEqual([
      ['5000.00', '5000.00'],
      [null, '0.12'],
    ])
  })

  it('agree with what the file states', () => {
    const lines = [
      '03,4450,USD,010,150000,,,015,457944,,/',
      '88,100,307944,1,/',
      '16,142,307944,Z,BK1,9133,RETAILER',
      '49,1223832,4/',
      '98,1223832,1,6/',
      '99,1223832,1,8/',
    ]
    expect(read(...lines).problems).toEqual([])
    const { documents, counts } = inspectBai2(Buffer.from([...HEAD, ...lines].join('\n')))
    expect(counts).toMatchObject({ groups: 1, documents: 1, segments: 8, rows: 1 })
    expect(documents[0]).toMatchObject({
      balance: { difference: '0.00' },
      amounts: { credits: '3079.44' },
      references: { trace: ['9133'] },
    })
  })

  it('report what does not agree', () => {
    const lines = ['03,4450,USD,010,150000,,,015,150000,,/', '16,142,307944,Z,BK1,9133,RETAILER', '49,1,9/', '98,1,7,9/', '99,1,7,9/']
    expect(read(...lines).problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      '4902 control-total-differs',
      '4903 record-count-differs',
      '9802 control-total-differs',
      '9803 count-differs',
      '9804 record-count-differs',
      '9902 control-total-differs',
      '9903 count-differs',
      '9904 record-count-differs',
      '015 total-differs',
    ])
  })

  it('report an amount that is none, and an entry without account', () => {
    expect(read('03,4450,USD/', '16,142,12.50,,BK1,,').problems.map(({ code }) => code)).toEqual(['amount-unreadable'])
    expect(read('16,142,1250,,BK1,,').problems.map(({ code }) => code)).toEqual(['entry-without-account'])
  })

  it('never throw, whatever the lines hold', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '03,4450,USD,010/',
        '88,',
        '88,S,1',
        '16,142,1,D,999999999999',
        '16,115,1,D,-3,S',
        '49,,/',
        '98/',
        '16,142,+0000,V',
        '/',
        '16,,',
        '99,x,y/',
      ),
      fc.string({ maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(inspectBai2(Buffer.from([...HEAD, ...lines].join('\n'))).documents.length).toBeLessThanOrEqual(lines.length + 1)
      }),
      { numRuns: 300, seed: 2 },
    )
  })
})

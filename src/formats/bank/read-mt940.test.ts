import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectMt940 } from './inspect-mt940'
import { readMt940 } from './read-mt940'

const HEAD = [':20:VR1', ':25:6222', ':28C:312/1', ':60F:C240312CNY1000,']

function read(...lines: string[]) {
  return readMt940(Buffer.from([...HEAD, ...lines, '-'].join('\r\n')))
}

function entryOf(...lines: string[]) {
  return read(...lines).statements[0]?.entries[0]
}

describe('entries', () => {
  it('have both references, an amount in the digits of the currency, and their text', () => {
    expect(entryOf(':61:2403120313C23,5NTRFFK58//BK17', 'supplement', ':86:MALL PAYMENT', 'FK58')).toEqual({
      reference: 'BK17',
      customerReference: 'FK58',
      day: '2024-03-13',
      amount: '23.50',
      currency: 'CNY',
      direction: 'credit',
      isBooked: true,
      code: 'NTRF',
      party: null,
      text: 'supplement MALL PAYMENT FK58',
      details: [],
      position: 'line 5',
    })
  })

  it.each([
    ['C', 'credit'],
    ['D', 'debit'],
    ['CR', 'credit'],
    ['DR', 'debit'],
    ['DD', 'debit'],
    ['RC', 'debit'],
    ['RD', 'credit'],
    ['RCR', 'debit'],
  ])('marked %s are a %s', (mark, direction) => {
    expect(entryOf(`:61:240312${mark}9,NTRFNONREF`)).toMatchObject({ direction, amount: '9.00', customerReference: null })
  })

  it('take the year of the entry date that lies nearest to the value date', () => {
    expect(entryOf(':61:2312310102D1,NTRFX')?.day).toBe('2024-01-02')
    expect(entryOf(':61:2401021231D1,NTRFX')?.day).toBe('2023-12-31')
    expect(entryOf(':61:240312    D1,NTRFX')?.day).toBe('2024-03-12')
  })

  it('read structured information that lines cut in the middle', () => {
    const entry = entryOf(':61:240312C1,NTRFX', ':86:051?00TRANSFER?20Invoice 90', '01?21 less claim?32RETAIL', 'ER GMBH')
    expect(entry).toMatchObject({ text: 'Invoice 9001 less claim', party: 'RETAILER GMBH' })
  })

  it('report a value date that does not exist, and keep the booking day', () => {
    const { statements, problems } = read(':61:2402300301D6,NMSCNONREF')
    expect(statements[0]?.entries[0]?.day).toBe('2024-03-01')
    expect(problems).toEqual([expect.objectContaining({ position: 'line 5', field: ':61:', code: 'date-impossible' })])
  })

  it('part a name from the sixteen places of the reference, and know banks that say they have none', () => {
    expect(entryOf(':61:110527D000000001213,28N0440121470966      W.P. Jansen', ':86:Terugboeking', ':86:JUNI')).toMatchObject({
      code: 'N044',
      amount: '1213.28',
      customerReference: '0121470966',
      text: 'W.P. Jansen Terugboeking JUNI',
    })
    expect(entryOf(':61:1312091209C79,7FMSC01916//NONREF', '2013120900760')).toMatchObject({ reference: null, customerReference: '01916' })
  })

  it('read information whose parts have another sign, and what a bank adds outside the standard', () => {
    expect(entryOf(':61:110101D15,70N000NONREF', ':86:000>100987654321', '>20ALGEMENE KOS>21TEN>32TRIO')).toMatchObject({
      text: 'ALGEMENE KOSTEN',
      party: 'TRIO',
    })
    expect(entryOf(':61:1710111011DF2402,00S   X', ':NS:01526715', '15ERGO', '16lep')?.text).toBe('01526715 15ERGO 16lep')
  })

  it('leave what is only expected out of the balance', () => {
    expect(entryOf(':61:240312EC9,NTRFX')).toMatchObject({ direction: 'credit', isBooked: false })
  })

  it('report a line that is no entry', () => {
    expect(read(':61:nonsense').problems.map(({ code }) => code)).toEqual(['entry-unreadable'])
  })
})

describe('statements', () => {
  it('balance, or say by how much they do not', () => {
    expect(read(':61:240312C23,5NTRFX', ':62F:C240312CNY1023,50').problems).toEqual([])
    expect(read(':61:240312C23,5NTRFX', ':62F:D240312CNY1000,').problems).toEqual([
      expect.objectContaining({ field: ':62F:', code: 'total-differs' }),
    ])
  })

  it('come in SWIFT blocks, on intermediate pages, and several to a file', () => {
    const text = [
      '{1:F01BANK}{2:O940}{4:',
      ...HEAD,
      ':62M:C240312CNY1000,',
      '-}{5:}',
      'BANKNL2A',
      '940',
      ':20:VR2',
      ':25:6222',
      ':28C:313/1',
      ':NS:22X',
      ':60M:C240313CNY1000,',
      ':62F:C240313CNY1000,',
      ':86:closing note',
      '-',
    ].join('\n')
    const { documents, findings } = inspectMt940(Buffer.from(text))
    expect(documents.map(({ number, date, receiver }) => [number, date, receiver])).toEqual([
      ['312/1', '2024-03-12', '6222'],
      ['313/1', '2024-03-13', '6222'],
    ])
    expect(findings).toEqual([])
  })

  it('begin without a name when the file was cut out of another', () => {
    const { statements, problems } = readMt940(Buffer.from(':60F:C100318EUR380115,1\n:61:100318C0,12NTRFX\n:62F:C100318EUR380115,22\n'))
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatchObject({ opening: '380115.10', closing: '380115.22' })
    expect(problems.map(({ code }) => code)).toEqual(['text-before-statement'])
  })

  it('never throw, whatever the lines hold', () => {
    const line = fc.oneof(
      fc.constantFrom(':61:', ':61:9999999999C,', ':86:?20', ':60F:', ':62F:C999999EUR', ':20:', '-', '{4:', ':86:', ':61:240312C1,NTRF//'),
      fc.string({ maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(inspectMt940(Buffer.from([...HEAD, ...lines].join('\n'))).documents.length).toBeGreaterThan(0)
      }),
      { numRuns: 300, seed: 940 },
    )
  })
})

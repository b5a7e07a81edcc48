import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectLockbox } from './inspect-lockbox'
import type { LockboxProfile } from './lockbox-profile'
import { LOCKBOX_LAYOUTS } from './lockbox-profile'
import { readLockbox } from './read-lockbox'

const HEAD = ['100031001234 1220999990240312 0830', '20310012341220999990          080']
const BATCH = '50010000068751240312'

/** A cheque of batch 1: item, amount, number; the payer's bank has a number with the right check digit. */
function check(item: number, amount: number, number: string): string {
  return `6001${three(item)}${digits(amount, 10)}0210000210001234567${number.padStart(10, '0')}`
}

function overflow(item: number, sequence: number, isLast: boolean, invoice: string, amount = '', more = ''): string {
  const flag = isLast ? '9' : '0'
  return `4001${three(item)}6${String(sequence).padStart(2, '0')}${flag}${invoice.padEnd(16)}${amount}${more}`
}

function batchTotal(checks: number, amount: number): string {
  return `70010000068751240312${three(checks)}${digits(amount, 10)}`
}

function lockboxTotal(checks: number, amount: number): string {
  return `80000000068751240312${String(checks).padStart(4, '0')}${digits(amount, 10)}`
}

const three = (value: number) => String(value).padStart(3, '0')
const digits = (value: number, width: number) => String(value).padStart(width, '0')
const fileOf = (...lines: string[]) => Buffer.from([...HEAD, BATCH, ...lines].join('\r\n'))

describe('a lockbox file', () => {
  const file = fileOf(
    check(1, 150_000, '4711'),
    overflow(1, 1, false, '90000912', digits(100_000, 10)),
    overflow(1, 2, true, '90000913', digits(50_000, 10)),
    check(2, 25_050, '881'),
    batchTotal(2, 175_050),
    lockboxTotal(2, 175_050),
    `9${digits(10, 6)}`,
  )

  it('is money in per cheque, with the invoices it pays', () => {
    const { statements, problems, profile } = readLockbox(file)
    expect(problems).toEqual([])
    expect(profile.name).toBe('bai2')
    expect(statements).toHaveLength(1)
    expect(statements[0]).toMatchObject({ number: '001', account: '0068751', day: '2024-03-12', currency: 'USD' })
    expect(statements[0]?.entries.map(({ amount, customerReference, direction }) => [amount, customerReference, direction])).toEqual([
      ['1500.00', '4711', 'credit'],
      ['250.50', '881', 'credit'],
    ])
    expect(statements[0]?.entries[0]?.details[0]?.documents.map(({ number, paid }) => [number, paid])).toEqual([
      ['90000912', '1000.00'],
      ['90000913', '500.00'],
    ])
  })

  it('shows each cheque with its balance', () => {
    const { documents, counts, findings } = inspectLockbox(file)
    expect(findings).toEqual([])
    expect(counts).toMatchObject({ groups: 1, documents: 2, segments: 10 })
    expect(documents[0]).toMatchObject({
      kind: 'lockbox-check',
      number: '4711',
      date: '2024-03-12',
      receiver: '0068751',
      lines: 2,
      amounts: { total: '1500.00', paid: '1500.00' },
      references: { invoice: ['90000912', '90000913'], trace: ['4711'] },
      balance: { stated: '1500.00', computed: '1500.00', difference: '0.00' },
    })
  })

  it('reads deductions that the bank types behind the amount, before or after they are taken off', () => {
    const before = overflow(1, 1, true, '90000912', digits(100_000, 10), `${digits(2_000, 10)}022`)
    const after = overflow(1, 1, true, '90000912', digits(98_000, 10), `${digits(2_000, 10)}022`)
    for (const line of [before, after]) {
      const { statements, profile } = readLockbox(fileOf(check(1, 98_000, '4711'), line, batchTotal(1, 98_000)))
      const [document] = statements[0]?.entries[0]?.details[0]?.documents ?? []
      expect(profile.name === 'bai2-deductions' || line === after).toBe(true)
      if (line === before)
        expect(document).toMatchObject({ due: '1000.00', paid: '980.00', adjustments: [{ amount: '20.00', reason: '022' }] })
    }
  })

  it('reads by the profile of its bank, whatever the places', () => {
    const profile: LockboxProfile = {
      name: 'first bank',
      lockbox: '68751',
      currency: 'USD',
      fields: {
        ...(LOCKBOX_LAYOUTS[0] as LockboxProfile).fields,
        invoices: [{ invoice: [12, 16], amount: [28, 10], deduction: [40, 8], reason: [48, 3] }],
      },
    }
    const line = overflow(1, 1, true, '90000912', digits(98_000, 10), `  ${digits(2_000, 8)}022`)
    const { statements } = readLockbox(fileOf(check(1, 98_000, '4711'), line, batchTotal(1, 98_000)), [profile])
    expect(statements[0]?.entries[0]?.details[0]?.documents).toEqual([
      expect.objectContaining({
        number: '90000912',
        due: '1000.00',
        paid: '980.00',
        adjustments: [{ amount: '20.00', direction: null, reason: '022', text: null }],
      }),
    ])
  })

  it('lists invoices without amounts in the older layout, and keeps them in the text', () => {
    const line = `40010016019${'90000912'.padEnd(16)}${'90000913'.padEnd(16)}`
    const { statements, profile } = readLockbox(fileOf(check(1, 98_000, '4711'), line, batchTotal(1, 98_000)))
    expect(profile.name).toBe('bai')
    expect(statements[0]?.entries[0]?.details[0]?.documents.map(({ number, paid }) => [number, paid])).toEqual([
      ['90000912', null],
      ['90000913', null],
    ])
    expect(statements[0]?.entries[0]?.text).toContain('90000912 90000913')
  })

  it('starts the sequence again at 01 after 99', () => {
    const lines = Array.from({ length: 120 }, (_, index) => overflow(1, (index % 99) + 1, index === 119, `INV${index}`, digits(100, 10)))
    const { statements, problems } = readLockbox(fileOf(check(1, 12_000, '4711'), ...lines, batchTotal(1, 12_000)))
    expect(problems).toEqual([])
    expect(statements[0]?.entries[0]?.details[0]?.documents).toHaveLength(120)
  })

  it('says what does not fit together', () => {
    const { problems } = readLockbox(
      fileOf(
        check(1, 150_000, '4711'),
        overflow(1, 2, false, '90000912', digits(150_000, 10)),
        overflow(7, 1, true, '90000999', digits(1, 10)),
        batchTotal(3, 99),
        'X what is this',
        '9000002',
      ),
    )
    expect(problems.map(({ code, position }) => `${position} ${code}`)).toEqual([
      'line 5 lockbox/sequence-gap',
      'line 7 count-differs',
      'line 7 control-total-differs',
      'line 8 lockbox/unknown-record',
      'line 9 record-count-differs',
      'line 4 lockbox/overflow-unfinished',
      'file lockbox/overflow-without-check',
    ])
  })

  it('never throws, whatever its lines hold', () => {
    const line = fc.oneof(
      fc.constantFrom(check(1, 1, '1'), overflow(1, 1, true, 'A', '000000000x'), BATCH, batchTotal(1, 1), '6', '4', '7', '9abc'),
      fc.string({ maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const { documents } = inspectLockbox(fileOf(...lines))
        expect(documents.length).toBeLessThanOrEqual(lines.length)
      }),
      { numRuns: 300, seed: 6 },
    )
  })
})

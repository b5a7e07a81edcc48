import { expect, test } from 'vitest'
import type { BankEntry, BankStatement } from '@/formats/bank/bank-statement'
import { readBankFile } from './read-bank-file'

const ENTRY: BankEntry = {
  reference: 'BK1',
  customerReference: '4711',
  day: null,
  amount: '6744.99',
  currency: 'USD',
  direction: 'credit',
  isBooked: true,
  code: '142',
  party: null,
  text: 'PINEWOOD EREF:4711',
  details: [],
  position: 'line 5',
}

function read(...entries: BankEntry[]) {
  const statement: BankStatement = {
    number: '1',
    account: '445',
    bank: null,
    currency: 'USD',
    day: null,
    opening: null,
    closing: null,
    isOneCurrency: true,
    entries,
    position: 'line 1',
  }
  return readBankFile('bank-bai2', { statements: [statement], problems: [] })
}

test('a booking keeps the number that the payer gave along before others of its text', () => {
  const { rows } = read(ENTRY, { ...ENTRY, customerReference: null, text: 'JADE MALL PAYMENT FK580981076', direction: 'debit' })
  expect(rows).toMatchObject([
    { kind: 'bank-entry', position: 'line 5', values: { reference: 'BK1', amountMinor: '674499', paymentNumbers: ['4711'] } },
    { values: { amountMinor: '-674499', paymentNumbers: ['FK580981076'] } },
  ])
})

test('a batch booking is one row per payment inside it', () => {
  const detail = { currency: 'USD', party: null, text: '', documents: [] }
  const { rows } = read({
    ...ENTRY,
    amount: '30.00',
    details: [
      { ...detail, reference: 'A100', amount: '10.00' },
      { ...detail, reference: 'A200', amount: '20.00' },
    ],
  })
  expect(rows.map(({ values }) => [values['amountMinor'], values['paymentNumbers']])).toEqual([
    ['1000', ['A100']],
    ['2000', ['A200']],
  ])
})

test('an announced booking is left, one without a currency is kept as rejected', () => {
  const read1 = read({ ...ENTRY, isBooked: false })
  expect([read1.rows.length, read1.blank]).toEqual([0, 1])
  expect(read({ ...ENTRY, amount: '1.005' }).rejected).toHaveLength(1)
})

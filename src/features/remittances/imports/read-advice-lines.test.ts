import { expect, test } from 'vitest'
import type { FieldRow } from '@/formats/fields/read-fields'
import { findPaymentFacts } from './find-payment-facts'
import { readAdviceLines } from './read-advice-lines'

const row = (position: number, values: FieldRow['values']): FieldRow => ({ row: position, position: `row ${position}`, values })

test('a cash discount on a row of its own joins its invoice', () => {
  const lines = readAdviceLines([
    row(2, { reference: '90000912', paid: '83496' }),
    row(3, { reference: '0090000912', paid: '-835', description: 'cash discount' }),
  ])
  expect(lines).toMatchObject([{ kind: 'invoice', grossMinor: '83496', discountMinor: '835', paidMinor: '82661' }])
})

test('a deduction that names the invoice itself has no claim number and belongs to it', () => {
  const [, taken] = readAdviceLines([
    row(2, { reference: '9001', paid: '10000' }),
    row(3, { reference: '9001', paid: '-500', description: 'Shortage' }),
  ])
  expect(taken).toMatchObject({ kind: 'adjustment', deductedMinor: '500', claimNumber: null, appliesTo: '9001' })
})

test('an invoice paid short without a word leaves a netted short pay', () => {
  const lines = readAdviceLines([row(2, { reference: '9001', gross: '10000', discount: '200', paid: '9000' })])
  expect(lines).toMatchObject([
    { kind: 'invoice', paidMinor: '9000' },
    { kind: 'short-pay', deductedMinor: '800', paidMinor: '0', isNetted: true, appliesTo: '9001' },
  ])
})

test('tax withheld under a title of its own is no silent short pay', () => {
  const lines = readAdviceLines([row(2, { reference: '9001', gross: '10000', discount: '0', withheld: '-300', paid: '9500' })])
  expect(lines.slice(1)).toMatchObject([
    { kind: 'adjustment', deductedMinor: '300', ownCode: 'Withholding', isNetted: true, appliesTo: '9001' },
    { kind: 'short-pay', deductedMinor: '200' },
  ])
})

test('a hold is a deduction, its release gives it back; money on a number like that of an agreement pays an invoice', () => {
  const lines = readAdviceLines([
    row(2, { reference: 'PROVISION FOR RECEIVABLES', paid: '-5000' }),
    row(3, { reference: 'PROVISION FOR RECEIVABLESR', paid: '5000' }),
    row(4, { reference: '2024-00012345', paid: '700' }),
  ])
  expect(lines.map(({ kind, claimNumber }) => [kind, claimNumber])).toEqual([
    ['adjustment', 'PROVISION FOR RECEIVABLES'],
    ['credit', 'PROVISION FOR RECEIVABLES'],
    ['invoice', null],
  ])
})

test('a positive line with a reason code gives money back', () => {
  expect(readAdviceLines([row(2, { reference: 'CB-1', paid: '500', code: 'SHT' })])).toMatchObject([
    { kind: 'credit', paidMinor: '500', deductedMinor: '0', claimNumber: 'CB-1', ownCode: 'SHT' },
  ])
})

test('what stands above the lines is found by its labels, in one cell or two, or on a stub', () => {
  expect(findPaymentFacts({ preamble: [['Payment no: 88319', 'Date: 05/17/2024']] })).toMatchObject({
    number: '88319',
    paidOn: '2024-05-17',
  })
  expect(findPaymentFacts({ preamble: [['付款单号', 'FK7', '付款日期', '2024-09-23']] })).toMatchObject({
    number: 'FK7',
    paidOn: '2024-09-23',
  })
  expect(findPaymentFacts({ preamble: [['CHECK STUB', '128176', '03/28/2024', '3041.50']] })).toEqual({
    number: '128176',
    paidOn: '2024-03-28',
    total: '3041.50',
    method: 'CHK',
  })
})

test('a payment is not older than the documents it pays', () => {
  const preamble = [['Payment Date', '04/05/2024']]
  expect(findPaymentFacts({ preamble }, ['2024-03-20']).paidOn).toBe('2024-04-05')
  expect(findPaymentFacts({ preamble }, ['2024-04-20']).paidOn).toBe('2024-05-04')
})

import { describe, expect, it } from 'vitest'
import type { PaidAdjustment, PaidDocument } from '@/formats/paid-document'
import { adviceOfDocuments } from './advice-of-documents'
import type { RemittanceValues } from './remittance-values'

const INVOICE: PaidDocument = {
  number: '90000912',
  kind: 'invoice',
  due: null,
  discount: null,
  paid: null,
  poNumber: null,
  adjustments: [],
  text: '',
}

const taken = (amount: string, direction: PaidAdjustment['direction'] = null): PaidAdjustment => ({
  amount,
  direction,
  reason: '022',
  text: 'goods billed not shipped',
})

function advice(total: string, ...documents: PaidDocument[]) {
  const { row, problems } = adviceOfDocuments({
    number: '4711',
    paidOn: '2024-03-12',
    currency: 'USD',
    total,
    method: null,
    source: 'bank',
    payer: 'Pinewood Stores',
    documents,
    position: 'entry 1',
  })
  return { values: row?.values as (RemittanceValues & { customerName: string }) | undefined, codes: problems.map(({ code }) => code) }
}

const linesOf = (values: RemittanceValues | undefined) =>
  values?.lines.map(({ kind, reference, paidMinor, deductedMinor, isNetted }) => [kind, reference, paidMinor, deductedMinor, isNetted])

describe('the advice of a payment that names its documents', () => {
  it('keeps what is taken off an invoice inside its line', () => {
    const { values, codes } = advice('960.00', { ...INVOICE, due: '1000.00', discount: '20.00', adjustments: [taken('20.00')] })
    expect(codes).toEqual([])
    expect(values).toMatchObject({ totalMinor: '96000', computedMinor: '96000', customerName: 'Pinewood Stores' })
    expect(values?.lines[0]).toMatchObject({ grossMinor: '100000', discountMinor: '2000', paidMinor: '96000' })
    expect(values?.lines[1]).toMatchObject({
      kind: 'adjustment',
      deductedMinor: '2000',
      ownCode: '022',
      appliesTo: '90000912',
      isNetted: true,
      text: 'goods billed not shipped',
    })
  })

  it.each([
    ['980.00', 'debit'],
    ['980.00', 'credit'],
  ] as const)('decides the sign of an adjustment by the payment: %s, %s', (total, direction) => {
    const { values, codes } = advice(total, { ...INVOICE, due: '1000.00', adjustments: [taken('20.00', direction)] })
    expect(codes).toEqual([])
    expect(linesOf(values)?.[1]).toEqual(['adjustment', '90000912', '0', '2000', true])
  })

  it('reads money on top as a credit when only that makes the payment', () => {
    const { values } = advice('1010.00', {
      ...INVOICE,
      due: '1000.00',
      adjustments: [taken('20.00', 'credit'), taken('10.00', 'debit')],
    })
    expect(
      linesOf(values)
        ?.slice(1)
        .map(([kind]) => kind),
    ).toEqual(['credit', 'adjustment'])
  })

  it('takes a credit note and an adjustment without a document off the payment', () => {
    const { values, codes } = advice(
      '950.00',
      { ...INVOICE, paid: '1000.00' },
      { ...INVOICE, number: 'CM-7', kind: 'credit-note', paid: '30.00' },
      { ...INVOICE, number: null, adjustments: [taken('20.00')] },
    )
    expect(codes).toEqual([])
    expect(linesOf(values)).toEqual([
      ['invoice', '90000912', '100000', '0', false],
      ['adjustment', 'CM-7', '-3000', '3000', false],
      ['adjustment', null, '-2000', '2000', false],
    ])
  })

  it('sees what is left unpaid without a word', () => {
    const { values } = advice('900.00', { ...INVOICE, due: '1000.00', paid: '900.00' })
    expect(linesOf(values)?.[1]).toEqual(['short-pay', '90000912', '0', '10000', true])
  })

  it('gives a single document without an amount what the others leave', () => {
    expect(linesOf(advice('900.00', INVOICE).values)).toEqual([['invoice', '90000912', '90000', '0', false]])
    const other = { ...INVOICE, number: '90000913', paid: '300.00' }
    expect(linesOf(advice('900.00', INVOICE, other).values)?.[0]).toEqual(['invoice', '90000912', '60000', '0', false])
    expect(advice('300.00', INVOICE, other)).toEqual({ values: undefined, codes: ['remittance/amounts-missing'] })
  })

  it('keeps several documents without amounts, to be settled by what is open of them', () => {
    const { values, codes } = advice('900.00', INVOICE, { ...INVOICE, number: '90000913' })
    expect([values?.areAmountsOpen, values?.totalMinor, values?.computedMinor, codes]).toEqual([true, '90000', '0', []])
    expect(values?.lines.map(({ reference }) => reference)).toEqual(['90000912', '90000913'])
  })

  it('says when the documents do not make the payment, and when an amount cannot be kept', () => {
    expect(advice('900.00', { ...INVOICE, paid: '1000.00' }).codes).toEqual(['remittance/does-not-balance'])
    expect(advice('900.00', { ...INVOICE, paid: '900.001' })).toEqual({ values: undefined, codes: ['amount-unreadable'] })
  })
})

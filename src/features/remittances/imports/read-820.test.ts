import { buildX12 } from '@tests/factories/build-x12'
import { describe, expect, test } from 'vitest'
import { readX12, setsOf } from '@/formats/x12/read-x12'
import { read820 } from './read-820'

const ENVELOPE = { sender: 'RETAILER', receiver: 'SUPPLIER', release: '00401', groupControl: '395', sentAt: null }

function read(total: string, lines: readonly string[]) {
  const file = readX12(Buffer.from(buildX12([['820', `BPR*I*${total}*C*ACH************20240510`, 'TRN*3*4711', 'CUR*PR*USD', ...lines]])))
  const [first] = [...setsOf(file)]
  if (!first) throw new Error('no set')
  const reading = read820(first.set, ENVELOPE)
  const values = reading.rows[0]?.values
  const kept = Array.isArray(values?.['lines']) ? values['lines'] : []
  return { reading, values, lines: kept }
}

describe('an 820 adds up by the convention of its sender', () => {
  test('adjustments under an invoice line are inside its payment', () => {
    const { values, lines } = read('88.00', ['RMR*IV*90*PO*88*100*2', 'ADX*-10*59*CM*90', 'REF*6O*022', 'REF*MC*555'])
    expect(values).toMatchObject({ totalMinor: '8800', computedMinor: '8800', paidOn: '2024-05-10', method: 'ACH' })
    expect(lines).toMatchObject([
      { kind: 'invoice', grossMinor: '10000', discountMinor: '200', paidMinor: '8800' },
      { kind: 'adjustment', deductedMinor: '1000', claimNumber: '555', ownCode: '022', reasonCode: '59', appliesTo: '90', isNetted: true },
    ])
  })

  test('adjustments before the invoice lines are taken off the payment', () => {
    const { values, lines } = read('95.00', ['ENT*1', 'ADX*-5*01*CM*777', 'REF*PO*4500', 'RMR*IV*90*PI*100*100'])
    expect(values).toMatchObject({ computedMinor: '9500' })
    expect(lines[0]).toMatchObject({ kind: 'adjustment', paidMinor: '-500', deductedMinor: '500', claimNumber: '777', poNumber: '4500' })
  })

  test('a sender who adds nested adjustments to full payments is understood by the total', () => {
    const { values, lines } = read('90.00', ['RMR*IV*90*PI*100*100', 'ADX*-10*59*CM*555'])
    expect(values).toMatchObject({ computedMinor: '9000' })
    expect(lines[1]).toMatchObject({ isNetted: false, paidMinor: '-1000', deductedMinor: '1000', claimNumber: '555' })
  })

  test('in release 003030 a positive adjustment lowers the payment', () => {
    const { values } = read('95.00', ['ADX*5*01*CM*777', 'RMR*IV*90*PI*100*100'])
    expect(values).toMatchObject({ computedMinor: '9500', lines: [{ kind: 'adjustment', deductedMinor: '500' }, {}] })
  })
})

test('negative lines of claims carry their own reason and amount once', () => {
  const { lines } = read('92.00', ['RMR*IV*90*PI*100*100', 'RMR*OS*R77*PI*-8***11*-8', 'REF*PO*4500'])
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatchObject({ kind: 'adjustment', deductedMinor: '800', reasonCode: '11', claimNumber: 'R77', poNumber: '4500' })
})

test('money given back is a credit, not a deduction', () => {
  const { lines } = read('108.00', ['RMR*IV*90*PI*100*100', 'RMR*CM*R77*PI*8'])
  expect(lines[1]).toMatchObject({ kind: 'credit', paidMinor: '800', deductedMinor: '0' })
})

test('what a line leaves unpaid without a word is a short pay of its own', () => {
  const { values, lines } = read('93.00', ['RMR*IV*0090-1*PI*93*100*2'])
  expect(values).toMatchObject({ computedMinor: '9300' })
  expect(lines[1]).toMatchObject({ kind: 'short-pay', deductedMinor: '500', appliesTo: '0090-1', isNetted: true, paidMinor: '0' })
})

test('an advice that does not add up is imported and says both figures', () => {
  const { reading } = read('99.00', ['RMR*IV*90*PI*100*100'])
  expect(reading.problems).toContainEqual(
    expect.objectContaining({
      code: 'remittance/does-not-balance',
      field: 'BPR02',
      message: 'payment 4711 states 99.00, its lines add up to 100.00',
    }),
  )
  expect(reading.totals).toEqual({ own: '99.00', computed: '100.00', currency: 'USD' })
})

test('an amount that is no number is a problem at its element and the advice goes in', () => {
  const { reading } = read('100.00', ['RMR*IV*90*PI*xx.xx*100', 'RMR*IV*91*PI*100*100'])
  expect(reading.rows).toHaveLength(1)
  expect(reading.problems).toContainEqual(expect.objectContaining({ field: 'RMR04', code: 'amount-unreadable' }))
})

test('an advice without a payment number is rejected with its text', () => {
  const file = readX12(Buffer.from(buildX12([['820', 'BPR*I*1*C*ACH', 'RMR*IV*90*PI*1*1']])))
  const [first] = [...setsOf(file)]
  if (!first) throw new Error('no set')
  expect(read820(first.set, ENVELOPE).rejected[0]).toMatchObject({ problem: { field: 'TRN02', code: 'payment-number-missing' } })
})

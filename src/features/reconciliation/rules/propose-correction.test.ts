import { expect, test } from 'vitest'
import { DIFFERENCE_KINDS } from './difference-kinds'
import { proposeCorrection } from './propose-correction'

test('a price is corrected by whoever departs from what was agreed', () => {
  const price = { kind: 'order-price', sap: '74.50', other: '60.08' } as const
  expect(proposeCorrection({ ...price, agreed: '74.5' })).toEqual({ system: 'customer', action: 'order-price-refused', value: '74.50' })
  expect(proposeCorrection({ ...price, agreed: '60.08' })).toEqual({ system: 'sap', action: 'order-price', value: '60.08' })
  expect(proposeCorrection({ ...price, agreed: '70.00' })).toEqual({ system: 'sap', action: 'order-price-both', value: '70.00' })
})

test('a price that no agreement covers is asked for, never guessed', () => {
  expect(proposeCorrection({ kind: 'order-price', sap: '74.50', other: '60.08', agreed: null })).toEqual({
    system: 'sap',
    action: 'order-price-unclear',
    value: null,
  })
})

test('the customer says how much was ordered, the dock says how much was announced', () => {
  expect(proposeCorrection({ kind: 'order-quantity', sap: '24', other: '30', agreed: null })).toMatchObject({ system: 'sap', value: '30' })
  expect(proposeCorrection({ kind: 'shipped-quantity', sap: '120', other: '100', agreed: null })).toMatchObject({
    system: 'warehouse',
    value: '120',
  })
})

test.each(DIFFERENCE_KINDS.map((kind) => [kind] as const))('%s has a proposal', (kind) => {
  expect(proposeCorrection({ kind, sap: '1', other: '2', agreed: '2' }).action).toContain(kind)
})

import { expect, test } from 'vitest'
import { decisionsFrom } from './exception-kinds'
import { readStepFigure } from './exception-step'

test.each([
  ['agreed-price', '149.00', { type: 'price', micros: 149_000_000n }],
  ['ordered-price', '0.0875', { type: 'price', micros: 87_500n }],
  ['case-pack', '12', { type: 'quantity', quantity: 12n }],
  ['ordered-terms', '60', { type: 'days', days: 60 }],
  ['same-content', '4500118', { type: 'text', text: '4500118' }],
  ['price', null, null],
])('%s %s is read as what it is', (step, text, expected) => {
  expect(readStepFigure(step, text)).toEqual(expected)
})

test('what is held can still be released, what is released stays', () => {
  expect(decisionsFrom('held')).toEqual(['released', 'rejected', 'corrected'])
  expect(decisionsFrom('released')).toEqual([])
})

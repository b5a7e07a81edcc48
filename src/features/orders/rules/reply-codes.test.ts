import { expect, test } from 'vitest'
import type { ExceptionKind, ExceptionState } from './exception-kinds'
import { replyToLine, replyToOrder } from './reply-codes'

const found = (kind: ExceptionKind, field: string, state: ExceptionState) => ({ kind, field, state, correctedValue: null })

test.each([
  ['as ordered', [], 'IA'],
  ['released', [found('price', 'price', 'released')], 'IA'],
  ['held', [found('price', 'price', 'held')], 'IH'],
  ['nobody decided yet', [found('terms', 'net-days', 'open')], 'IH'],
  ['another price', [found('price', 'price', 'corrected')], 'IP'],
  ['another quantity', [found('pack', 'quantity', 'corrected')], 'IQ'],
  ['price and quantity', [found('price', 'price', 'corrected'), found('pack', 'quantity', 'corrected')], 'IC'],
  ['rejected', [found('price', 'price', 'rejected'), found('pack', 'quantity', 'held')], 'IR'],
  ['unknown item', [found('unknown-item', 'item', 'rejected')], 'R2'],
  ['not sold any more', [found('item-status', 'status', 'rejected')], 'R4'],
  ['unit nobody knows', [found('unit', 'unit', 'rejected')], 'R3'],
])('a line %s is answered %s', (_name, exceptions, code) => {
  expect(replyToLine(exceptions)).toBe(code)
})

test.each([
  [['IA', 'IA'], 'AD'],
  [['IA', 'IP'], 'AC'],
  [['IA', 'IH'], 'AH'],
  [['IR', 'R4'], 'RD'],
  [['IR', 'IA'], 'AC'],
] as const)('lines %s make the order %s', (lines, code) => {
  expect(replyToOrder(lines)).toBe(code)
})

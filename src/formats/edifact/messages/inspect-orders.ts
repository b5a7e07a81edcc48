import { multiplyDecimals, roundDecimal, sumDecimals } from '@/formats/decimal-text'
import type { MessageDraft } from '../draft-message'
import type { EdifactSegment } from '../edifact-segment'
import { amountIn, findIn, messageParts } from '../message-lines'

/** Basis quantities that a price can be broken down from exactly. */
const BASIS_FACTOR: Readonly<Record<string, string>> = { '1': '1', '10': '0.1', '100': '0.01', '1000': '0.001' }

/** ORDERS and ORDRSP: the lines against the total, where one is stated (MOA 86, 79, 128). Source: D.96A ORDERS. */
export function inspectOrders(draft: MessageDraft): void {
  const { document } = draft
  const { lines, summary } = messageParts(draft, 'LIN')
  if (document.kind === 'edifact-orders' && document.number !== null) draft.refer('po', document.number)
  const amounts = lines.map((line) => lineAmount(draft, line))
  const stated = amountIn(draft, summary, '86', '79', '128', '24')
  document.amounts.gross = amounts.includes(null) ? null : sumDecimals(amounts.map((amount) => amount ?? '0'))
  document.amounts.total = stated ?? document.amounts.gross
  draft.balance(stated, document.amounts.gross, findIn(summary, 'MOA', '86', '79', '128', '24'))
}

/** Line amount as stated (MOA 203), else quantity × price; PRI may be for a basis quantity of more than one. */
function lineAmount(draft: MessageDraft, line: readonly EdifactSegment[]): string | null {
  const stated = amountIn(draft, line, '203')
  if (stated !== null) return stated
  const quantity = draft.decimal(findIn(line, 'QTY', '21', '113', '145', '12'), 1, 2)
  const price = findIn(line, 'PRI', 'AAA', 'AAB', 'CAL')
  const amount = draft.decimal(price, 1, 2)
  const factor = BASIS_FACTOR[String(Number(draft.decimal(price, 1, 5) ?? '1'))]
  if (quantity === null || amount === null || factor === undefined) return null
  return roundDecimal(multiplyDecimals(multiplyDecimals(quantity, amount), factor), 2)
}

import { multiplyDecimals, roundDecimal, sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from './draft-set'
import { element, findSegments } from './read-element'

/** Basis of unit price: the price is for a hundred or a thousand. Source: X12 element 639. */
const PRICE_FACTOR: Readonly<Record<string, string>> = { HP: '0.01', TP: '0.001' }

/**
 * Quantity × price over PO1 or IT1 lines, rounded half up to two decimals a line, the way invoices extend.
 * Null when a line carries no readable price: then there is nothing to compare a total with.
 */
export function extendLines(draft: SetDraft, id: 'PO1' | 'IT1'): string | null {
  const amounts: string[] = []
  for (const line of findSegments(draft.set, id)) {
    const quantity = draft.decimal(line, 2)
    const price = draft.decimal(line, 4)
    if (quantity === null || price === null) return null
    const factor = PRICE_FACTOR[element(line, 5)]
    const extended = multiplyDecimals(quantity, price)
    amounts.push(roundDecimal(factor === undefined ? extended : multiplyDecimals(extended, factor), 2))
  }
  return sumDecimals(amounts)
}

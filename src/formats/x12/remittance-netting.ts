import { isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { RemittanceLines } from './remittance-lines'

/** How a sender adds up: which ADX lie inside RMR04 already, and whether a positive ADX lowers the payment. */
export type Netting = { isOuterNetted: boolean; isNestedNetted: boolean; isSignTurned: boolean }

/** In the order of likelihood; the first whose sum equals the stated total is what the sender meant. */
const CONVENTIONS: readonly Omit<Netting, 'isSignTurned'>[] = [
  { isOuterNetted: false, isNestedNetted: true },
  { isOuterNetted: true, isNestedNetted: true },
  { isOuterNetted: false, isNestedNetted: false },
  { isOuterNetted: true, isNestedNetted: false },
]

/**
 * Finds the convention whose sum equals the stated total; the standard's own when none does. Up to release 003030 a
 * positive ADX lowered the payment; the balance has the last word. Source: X12 segment ADX of 003030 and 005020.
 */
export function settleNetting(
  lines: RemittanceLines,
  total: string | null,
  release: string | null,
): { netting: Netting; computed: string } {
  const isOld = /^0030[0-3]\d/.test(release ?? '')
  const choices = [isOld, !isOld].flatMap((isSignTurned) => CONVENTIONS.map((convention) => ({ ...convention, isSignTurned })))
  const sums = choices.map((netting) => ({ netting, computed: paidBy(lines, netting) }))
  const [byStructure] = sums
  if (!byStructure) throw new Error('a remittance is netted in one way at least')
  return sums.find(({ computed }) => total !== null && isZeroDecimal(subtractDecimals(computed, total))) ?? byStructure
}

/** What the lines pay under a convention. */
function paidBy({ lines, outer }: RemittanceLines, { isOuterNetted, isNestedNetted, isSignTurned }: Netting): string {
  const adjustments = [
    ...(isOuterNetted ? [] : outer.map(({ amount }) => amount ?? '0')),
    ...(isNestedNetted ? [] : lines.flatMap((line) => line.nested.map(({ amount }) => amount ?? '0'))),
  ]
  return sumDecimals([...lines.map((line) => line.paid ?? '0'), ...(isSignTurned ? adjustments.map(negateDecimal) : adjustments)])
}

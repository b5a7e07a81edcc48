import { absoluteDecimal, multiplyDecimals, roundDecimal } from '@/formats/decimal-text'
import type { SetDraft } from './draft-set'
import { element } from './read-element'
import type { X12Segment } from './x12-segment'

/** A line of an 812: its amount as decimal text without sign, and whether the sender takes it (debit) or gives it. */
export type MemoLine = { amount: string | null; isDebit: boolean }

/**
 * CDD04 (N2), else quantity × unit price difference (CDD09), else quantity × unit price (CDD11). The flag of the line
 * wins over that of the memo. Source: X12 004010 segment CDD.
 */
export function memoLine(draft: SetDraft, cdd: X12Segment, memoFlag: string): MemoLine {
  const quantity = draft.decimal(cdd, 7)
  const price = draft.decimal(cdd, 9) ?? draft.decimal(cdd, 11)
  const computed = quantity === null || price === null ? null : roundDecimal(multiplyDecimals(quantity, price), 2)
  const amount = draft.cents(cdd, 4) ?? computed
  return { amount: amount === null ? null : absoluteDecimal(amount), isDebit: (element(cdd, 2) || memoFlag) !== 'C' }
}

/** BCD09 is the order; some senders leave out the date before it or add one, so that the number stands a place further. */
export function memoOrder(bcd: X12Segment | undefined): string | null {
  const [ninth, tenth] = [element(bcd, 9), element(bcd, 10)]
  if (ninth !== '') return ninth
  // BCD10 is the purpose of the memo, a code of two digits.
  return tenth === '' || /^\d{2}$/.test(tenth) ? null : tenth
}

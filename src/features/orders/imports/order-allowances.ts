import { absoluteDecimal, sumDecimals } from '@/formats/decimal-text'
import { toMinorText } from '@/formats/exact-text'
import type { SetDraft } from '@/formats/x12/draft-set'
import { takesOff } from '@/formats/x12/line-allowances'
import { extendLines, type LineId } from '@/formats/x12/line-figures'
import type { Allowance } from '@/formats/x12/read-allowance'
import { placeCharges } from '@/formats/x12/settle-charges'
import type { StatedAllowance } from './purchase-order-values'

/** What the order as a whole takes off: allowances before its first line and after its last. */
export function orderAllowance(draft: SetDraft, lineId: LineId, chargeId: 'SAC' | 'G72', currency: string | null): StatedAllowance {
  const { inHeader, inSummary } = placeCharges(draft, lineId, chargeId, extendLines(draft, lineId))
  return stateAllowances([...inHeader, ...inSummary].filter(takesOff), currency)
}

/** Allowances of one place together; nothing where none is stated, so that an order without any says what it always said. */
export function stateAllowances(allowances: readonly Allowance[], currency: string | null): StatedAllowance {
  const [first] = allowances
  if (first === undefined) return {}
  const minor = toMinorText(sumDecimals(allowances.map(({ amount }) => absoluteDecimal(amount))), currency)
  if (minor === null) return {}
  return {
    allowanceMinor: minor,
    allowanceAgreement: allowances.find(({ reference }) => reference !== null)?.reference ?? null,
    allowancePosition: first.segment.position,
  }
}

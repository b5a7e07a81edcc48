import { absoluteDecimal, sumDecimals } from '@/formats/decimal-text'
import { toMinorText } from '@/formats/exact-text'
import type { SetDraft } from '@/formats/x12/draft-set'
import { lineAllowances } from '@/formats/x12/line-allowances'
import { type LineId, setLines } from '@/formats/x12/line-figures'
import { element } from '@/formats/x12/read-element'
import { itemNumbers, LineNumbers, lineMicros, lineUnits } from '@/formats/x12/set-values'

/** A line of row kind 'sent-invoice'. The allowance is positive where it lowers the invoice. */
export type SentLine = {
  line: string
  upc: string | null
  vendorPart: string | null
  customerItem: string | null
  quantity: string
  unit: string | null
  priceMicros: string | null
  allowanceMinor: string
  agreementNumber: string | null
  position: string
}

/** Where a line says its number and its unit; grocery invoices number no line. */
const PLACES: Readonly<Partial<Record<LineId, { number: number; unit: number }>>> = {
  IT1: { number: 1, unit: 3 },
  G17: { number: 0, unit: 2 },
  G83: { number: 1, unit: 3 },
}

/** The lines of an invoice set with what was taken off each; bill backs are settled apart and take nothing off. */
export function sentLines(draft: SetDraft, lineId: LineId, chargeId: 'SAC' | 'G72', currency: string | null): SentLine[] {
  const numbers = new LineNumbers()
  const { number, unit } = PLACES[lineId] ?? { number: 1, unit: 3 }
  return setLines(draft.set, lineId).map((line) => {
    const allowances = lineAllowances(draft, line, chargeId)
    return {
      line: numbers.next(number === 0 ? '' : element(line.line, number)),
      ...itemNumbers(line.line),
      quantity: lineUnits(draft, line),
      unit: element(line.line, unit) || null,
      priceMicros: lineMicros(draft, line),
      allowanceMinor: toMinorText(sumDecimals(allowances.map(({ amount }) => absoluteDecimal(amount))), currency) ?? '0',
      agreementNumber: allowances.find(({ reference }) => reference !== null)?.reference ?? null,
      position: line.line.position,
    }
  })
}

import { isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import { checkLineCount } from '../collect-references'
import type { SetDraft } from '../draft-set'
import { extendLines } from '../extend-lines'
import { element, findSegment, findSegments } from '../read-element'
import type { X12Segment } from '../x12-segment'

type Charge = { sac: X12Segment; isCharge: boolean; amount: string }

/**
 * 810 invoice. Allowances and charges (SAC) stand per line, in the summary, or in both as a repetition: adding both
 * would count them twice. TDS01, SAC05 and TDS04 are N2, IT104 is R. Source: X12 004010 set 810.
 */
export function inspect810(draft: SetDraft): void {
  const { set, document } = draft
  const big = findSegment(set, 'BIG')
  const tds = findSegment(set, 'TDS')
  document.number = draft.text(big, 2)
  document.date = draft.date(big, 1)
  document.currency = draft.text(findSegment(set, 'CUR'), 2)
  document.lines = findSegments(set, 'IT1').length
  draft.refer('invoice', document.number)
  draft.refer('po', draft.text(big, 4))
  checkLineCount(draft, 'IT1')

  document.amounts.total = draft.cents(tds, 1)
  document.amounts.gross = extendLines(draft, 'IT1')
  document.amounts.discount = draft.cents(tds, 4)
  const counted = countedCharges(draft, document.amounts.total, document.amounts.gross)
  document.adjustments = counted.charges.map(({ sac, amount }) => ({
    amount,
    reason: draft.text(sac, 2) ?? draft.text(sac, 4),
    reference: draft.text(sac, 13),
    appliesTo: null,
  }))
  document.amounts.adjustments = sumDecimals(counted.charges.map((charge) => charge.amount))
  draft.balance(document.amounts.total, counted.total, tds, 'TDS01')
}

/**
 * The allowances and charges that make the lines add up to the stated total: of the lines, of the summary, of both, or
 * the charges alone where allowances are only information. If none does, the summary counts, else the lines.
 */
function countedCharges(draft: SetDraft, stated: string | null, gross: string | null): { charges: Charge[]; total: string | null } {
  const { inHeader, inLines, inSummary } = chargesByPlace(draft)
  const taxes = findSegments(draft.set, 'TXI').map((txi) => draft.decimal(txi, 2) ?? '0')
  const likely = [...inHeader, ...(inSummary.length > 0 ? inSummary : inLines)]
  const sets = [likely, [...inHeader, ...inLines], [...inHeader, ...inLines, ...inSummary], inLines, inSummary]
  const onlyCharges = sets.map((set) => set.filter((charge) => charge.isCharge))
  if (gross === null) return { charges: likely, total: null }
  for (const charges of [...sets, ...onlyCharges, []]) {
    for (const tax of [taxes, []]) {
      const total = sumDecimals([gross, ...charges.map((charge) => charge.amount), ...tax])
      if (stated === null || isZeroDecimal(subtractDecimals(total, stated))) return { charges, total }
    }
  }
  return { charges: likely, total: sumDecimals([gross, ...likely.map((charge) => charge.amount), ...taxes]) }
}

function chargesByPlace(draft: SetDraft): { inHeader: Charge[]; inLines: Charge[]; inSummary: Charge[] } {
  const inHeader: Charge[] = []
  const inLines: Charge[] = []
  const inSummary: Charge[] = []
  let place = inHeader
  for (const segment of draft.set.segments) {
    if (segment.id === 'IT1') place = inLines
    if (segment.id === 'TDS') place = inSummary
    if (segment.id !== 'SAC') continue
    const kind = element(segment, 1)
    const amount = draft.cents(segment, 5)
    // N is "no allowance or charge": information only.
    if (amount === null || isZeroDecimal(amount) || kind === 'N') continue
    place.push({ sac: segment, isCharge: kind === 'C', amount: kind === 'C' ? amount : negateDecimal(amount) })
  }
  return { inHeader, inLines, inSummary }
}

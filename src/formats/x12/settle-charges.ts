import { isZeroDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { SetDraft } from './draft-set'
import { extendLine, extendLines, type LineId, lineQuantity, setLines } from './line-figures'
import { type Allowance, type AllowanceBase, readG72, readSac } from './read-allowance'
import type { X12Segment } from './x12-segment'

/** Where allowances and charges of an invoice stand: before the first line, under lines, after the total. */
export type PlacedCharges = { inHeader: Allowance[]; inLines: Allowance[]; inSummary: Allowance[] }

/** Which of them count, and what lines, charges and tax add up to; null where a line carries no price. */
export type SettledCharges = { charges: Allowance[]; total: string | null }

/** Reads SAC or G72 by place; a line's percentage is taken of that line, any other of all lines. */
export function placeCharges(draft: SetDraft, lineId: LineId, chargeId: 'SAC' | 'G72', gross: string | null): PlacedCharges {
  const read = chargeId === 'SAC' ? readSac : readG72
  const lines = setLines(draft.set, lineId)
  const lineOf = new Map<X12Segment, AllowanceBase>(
    lines.flatMap((line) => {
      const owned = line.details.filter(({ id }) => id === chargeId)
      const base = owned.length === 0 ? null : { amount: extendLine(draft, line), quantity: lineQuantity(draft, line) }
      return base === null ? [] : owned.map((charge): [X12Segment, AllowanceBase] => [charge, base])
    }),
  )
  const first = lines[0]?.line.index ?? Number.POSITIVE_INFINITY
  const placed: PlacedCharges = { inHeader: [], inLines: [], inSummary: [] }
  for (const segment of draft.set.segments) {
    if (segment.id !== chargeId) continue
    const charge = read(draft, segment, lineOf.get(segment) ?? { amount: gross, quantity: null })
    if (charge === null || isZeroDecimal(charge.amount)) continue
    if (lineOf.has(segment)) placed.inLines.push(charge)
    else (segment.index < first ? placed.inHeader : placed.inSummary).push(charge)
  }
  return placed
}

/**
 * The allowances and charges that make the lines add up to the stated total: of the lines, of the summary, of both, or
 * the charges alone where allowances are only information. If none does, the summary counts, else the lines.
 * What is billed back counts only where nothing else explains the total.
 */
export function settleCharges(
  placed: PlacedCharges,
  gross: string | null,
  stated: string | null,
  taxes: readonly string[],
): SettledCharges {
  const onInvoice = pick(placed, (charge) => charge.isOnInvoice)
  const likely = likelyOf(onInvoice)
  if (gross === null) return { charges: likely, total: null }
  const choices = [...choicesOf(onInvoice), ...choicesOf(placed), []]
  for (const charges of choices) {
    for (const tax of [taxes, []]) {
      const total = sumDecimals([gross, ...charges.map((charge) => charge.amount), ...tax])
      if (stated === null || isZeroDecimal(subtractDecimals(total, stated))) return { charges, total }
    }
  }
  return { charges: likely, total: sumDecimals([gross, ...likely.map((charge) => charge.amount), ...taxes]) }
}

function likelyOf({ inHeader, inLines, inSummary }: PlacedCharges): Allowance[] {
  return [...inHeader, ...(inSummary.length > 0 ? inSummary : inLines)]
}

function choicesOf(placed: PlacedCharges): Allowance[][] {
  const { inHeader, inLines, inSummary } = placed
  const sets = [likelyOf(placed), [...inHeader, ...inLines], [...inHeader, ...inLines, ...inSummary], inLines, inSummary]
  return [...sets, ...sets.map((set) => set.filter((charge) => charge.isCharge))]
}

function pick({ inHeader, inLines, inSummary }: PlacedCharges, keep: (charge: Allowance) => boolean): PlacedCharges {
  return { inHeader: inHeader.filter(keep), inLines: inLines.filter(keep), inSummary: inSummary.filter(keep) }
}

/** Writes gross, adjustments and balance of an invoice into its document; `total` is what the sender states. */
export function settleInvoice(
  draft: SetDraft,
  lineId: LineId,
  chargeId: 'SAC' | 'G72',
  total: { amount: string | null; at: X12Segment | undefined; field: string },
  taxes: readonly string[] = [],
): void {
  const { document } = draft
  document.amounts.total = total.amount
  document.amounts.gross = extendLines(draft, lineId)
  const counted = settleCharges(placeCharges(draft, lineId, chargeId, document.amounts.gross), document.amounts.gross, total.amount, taxes)
  document.adjustments = counted.charges.map(({ amount, reason, reference }) => ({ amount, reason, reference, appliesTo: null }))
  document.amounts.adjustments = sumDecimals(counted.charges.map((charge) => charge.amount))
  draft.balance(total.amount, counted.total, total.at, total.field)
}

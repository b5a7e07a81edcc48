import { type Cents, times, total } from './amounts'
import type { Day } from './calendar'
import type { ClaimKind } from './claim-codes'
import type { Dice } from './dice'
import type { Item } from './items'
import type { Sale, SaleLine, TrueVerdict, World } from './world'

/** What an event tells about the claim that follows from it; numbers and payment are added later. */
export type ClaimSketch = {
  kind: ClaimKind
  because: string
  amount: Cents
  validAmount: Cents
  verdict?: TrueVerdict
  line?: SaleLine
  item?: Item
  quantity?: number
  unit?: Cents
  reference?: string
  /** Set when the claim is not taken off together with its invoice. */
  laterBy?: Day
}

/** Changes the world first, then states the claim; null when this sale does not fit. */
export type ClaimEvent = (sale: Sale, random: Dice, world: World) => ClaimSketch | null

/** A claim of so many units of one line at its net invoice price. */
export function unitsClaim(kind: ClaimKind, because: string, line: SaleLine, quantity: number, validQuantity: number): ClaimSketch {
  const unit = netUnit(line)
  return { kind, because, line, quantity, unit, amount: times(unit, quantity), validAmount: times(unit, Math.min(validQuantity, quantity)) }
}

export function netUnit(line: SaleLine): Cents {
  return line.billedPrice - line.allowance
}

export function invoiceAmount(sale: Sale): Cents {
  return total(sale.lines, (line) => times(netUnit(line), line.shipped))
}

/** The line with the highest value; small lines are seldom worth a claim. */
export function biggestLine(sale: Sale): SaleLine | null {
  return sale.lines.reduce<SaleLine | null>(
    (best, line) => (best === null || times(line.agreedPrice, line.shipped) > times(best.agreedPrice, best.shipped) ? line : best),
    null,
  )
}

/** A line of full cases with more than one unit to the case. */
export function casedLine(sale: Sale, random: Dice, casesMin = 2): SaleLine | null {
  const fits = sale.lines.filter((line) => line.item.casePack > 1 && line.shipped >= casesMin * line.item.casePack)
  return fits.length === 0 ? null : random.pick(fits)
}

/** One to three cases of a line, in units, never all of it. */
export function someCases(line: SaleLine, random: Dice): number {
  const cases = Math.floor(line.shipped / line.item.casePack)
  return Math.min(random.whole(1, 3), Math.max(1, cases - 1)) * line.item.casePack
}

/** Fewer units from this step on. */
export function reduce(line: SaleLine, by: number, steps: readonly ('announced' | 'loaded' | 'arrived' | 'received')[]): void {
  for (const step of steps) line[step] -= by
}

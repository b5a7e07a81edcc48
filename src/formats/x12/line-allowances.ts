import type { SetDraft } from './draft-set'
import { extendLine, lineQuantity, type SetLine } from './line-figures'
import { type Allowance, readG72, readSac } from './read-allowance'

/** What a line takes off by itself; charges, and bill backs that are settled apart, take nothing off. */
export function lineAllowances(draft: SetDraft, line: SetLine, chargeId: 'SAC' | 'G72'): Allowance[] {
  const read = chargeId === 'SAC' ? readSac : readG72
  const charges = line.details.filter(({ id }) => id === chargeId)
  if (charges.length === 0) return []
  const base = { amount: extendLine(draft, line), quantity: lineQuantity(draft, line) }
  return charges.flatMap((charge) => {
    const allowance = read(draft, charge, base)
    return allowance !== null && takesOff(allowance) ? [allowance] : []
  })
}

/** Whether an allowance lowers the invoice itself. */
export function takesOff({ isCharge, isOnInvoice }: Allowance): boolean {
  return !isCharge && isOnInvoice
}

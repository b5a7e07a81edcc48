/** An invoice that a cheque names without saying what it pays of it; `openMinor` is null for one that is not known here. */
export type NamedInvoice = { reference: string; openMinor: bigint | null }

/**
 * - 'spread': every invoice gets what is open of it; `residualMinor` is what the cheque is short of them together.
 * - 'open': a person has to say. 'unknown-invoice': one of them, or what is open of it, is not known. 'too-much': more came than is
 *   open. 'one-may-be-left-out': so much is missing that an invoice may not have been meant at all.
 */
export type ChequeSpread =
  | { kind: 'spread'; openMinor: bigint; residualMinor: bigint }
  | { kind: 'open'; because: 'unknown-invoice' | 'too-much' | 'one-may-be-left-out'; openMinor: bigint | null }

/**
 * Decides what a cheque pays that only lists invoices: all of them, when their open amounts make the cheque, or are short of it by
 * less than the smallest of them. Amounts in minor units of one currency. Source: BAI lockbox layout, invoices without amounts.
 */
export function spreadCheque(totalMinor: bigint, invoices: readonly NamedInvoice[]): ChequeSpread {
  const amounts = invoices.flatMap(({ openMinor }) => (openMinor === null || openMinor <= 0n ? [] : [openMinor]))
  if (amounts.length < invoices.length || amounts.length === 0) return { kind: 'open', because: 'unknown-invoice', openMinor: null }
  const openMinor = amounts.reduce((sum, amount) => sum + amount, 0n)
  const residualMinor = openMinor - totalMinor
  const smallest = amounts.reduce((least, amount) => (amount < least ? amount : least))
  if (residualMinor < 0n) return { kind: 'open', because: 'too-much', openMinor }
  if (residualMinor >= smallest) return { kind: 'open', because: 'one-may-be-left-out', openMinor }
  return { kind: 'spread', openMinor, residualMinor }
}

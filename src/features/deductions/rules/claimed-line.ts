import { divideRounded, type Money, money } from '@/core/money'
import type { InvoiceLineFacts, ItemFacts, ValidityFacts } from './validity-facts'

/** The line a claim is about: article, quantity and unit price, completed from the invoice where the claim is silent. */
export type ClaimedLine = {
  item: ItemFacts | null
  itemId: string | null
  invoiceLine: InvoiceLineFacts | null
  /** Eaches; null when neither the claim nor the arithmetic of amount and price gives a whole number. */
  quantity: bigint | null
  unitMicros: bigint | null
  /** Eaches shipped of the article on the delivery. */
  shipped: bigint | null
}

export function takenAmount(facts: ValidityFacts): Money {
  return money(facts.deduction.amountMinor, facts.deduction.currency)
}

/** Finds the claimed article and quantity: from the claim, else the only invoice line whose price divides the amount. */
export function findClaimedLine(facts: ValidityFacts): ClaimedLine {
  const { deduction, invoice } = facts
  const lines = invoice?.lines ?? []
  const named = deduction.itemId === null ? null : (lines.find((line) => line.itemId === deduction.itemId) ?? null)
  const guessed = named ?? (deduction.itemId === null ? onlyDividing(lines, deduction.amountMinor) : null)
  const itemId = deduction.itemId ?? guessed?.itemId ?? null
  const unitMicros = deduction.unitMicros ?? netUnitMicros(guessed)
  return {
    item: facts.items.find((item) => item.id === itemId) ?? null,
    itemId,
    invoiceLine: guessed,
    quantity: deduction.quantity ?? wholeQuantity(deduction.amountMinor, unitMicros),
    unitMicros,
    shipped: sumOf(facts.delivery?.lines ?? [], itemId),
  }
}

/** Up to this many pieces may as well have been left out of one carton by hand. */
const LEFT_OUT_MAX = 5n

/** True when whole cases were written down as one each: the gap is a number of cases times the case pack less one. */
export function isCaseCountedAsEach({ item, quantity, shipped }: ClaimedLine): boolean {
  if (item === null || quantity === null || shipped === null || item.casePack <= 1) return false
  const lost = BigInt(item.casePack) - 1n
  if (quantity === lost && lost <= LEFT_OUT_MAX) return false
  return quantity > 0n && quantity % lost === 0n && (quantity / lost) * BigInt(item.casePack) <= shipped
}

/** Net price of one each on an invoice line, micros, after the line's own allowance. */
export function netUnitMicros(line: InvoiceLineFacts | null): bigint | null {
  return line === null || line.quantity === 0n ? null : divideRounded(line.netMinor * 10_000n, line.quantity, 'half-even')
}

function onlyDividing(lines: readonly InvoiceLineFacts[], amountMinor: bigint): InvoiceLineFacts | null {
  const dividing = lines.filter((line) => {
    const quantity = wholeQuantity(amountMinor, netUnitMicros(line))
    return quantity !== null && quantity <= line.quantity
  })
  return dividing.length === 1 ? (dividing[0] ?? null) : null
}

// Two decimals of money are ten thousand micros.
function wholeQuantity(amountMinor: bigint, unitMicros: bigint | null): bigint | null {
  if (unitMicros === null || unitMicros <= 0n) return null
  const micros = amountMinor * 10_000n
  return micros % unitMicros === 0n ? micros / unitMicros : null
}

function sumOf(lines: readonly { itemId: string | null; quantity: bigint }[], itemId: string | null): bigint | null {
  const own = lines.filter((line) => itemId !== null && line.itemId === itemId)
  return own.length === 0 ? null : own.reduce((sum, line) => sum + line.quantity, 0n)
}

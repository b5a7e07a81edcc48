import { readStepFigure } from './exception-step'
import type { DecidedException } from './reply-codes'

/** Price in millionths and quantity that a line is confirmed with: what was corrected, else as ordered. */
export function confirmedValues(
  ordered: { quantity: bigint; priceMicros: bigint | null },
  exceptions: readonly DecidedException[],
): { quantity: bigint; priceMicros: bigint | null } {
  const corrected = (field: string) => exceptions.find((one) => one.field === field && one.state === 'corrected')?.correctedValue ?? null
  const price = readStepFigure('price', corrected('price'))
  const quantity = readStepFigure('quantity', corrected('quantity'))
  return {
    quantity: quantity?.type === 'quantity' ? quantity.quantity : ordered.quantity,
    priceMicros: price?.type === 'price' ? price.micros : ordered.priceMicros,
  }
}

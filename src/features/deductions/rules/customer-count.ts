import type { ReceiptFacts } from './shipment-facts'
import type { ValidityFacts } from './validity-facts'

/** What the customer's own receipts say about one article of one shipment, in eaches. */
export type CustomerCount = {
  first: bigint
  /** Booked later, on the same order. */
  later: bigint
  /** Booked on another order although it came with this shipment. */
  elsewhere: bigint
  /** Each line on which the article was counted. */
  receipts: readonly { receipt: ReceiptFacts; quantity: bigint; line: string | null; position: string }[]
}

/** Adds up the customer's receipts of an article; null when the customer sent no receipt at all for this shipment or order. */
export function countReceived(facts: ValidityFacts, itemId: string | null): CustomerCount | null {
  const onShipment = facts.receipts.filter((receipt) => receipt.isOnThisShipment)
  const relevant = onShipment.length > 0 ? onShipment : facts.receipts.filter((receipt) => receipt.isOnThisOrder)
  if (itemId === null || relevant.length === 0) return null
  const counted = relevant.flatMap((receipt) =>
    receipt.lines
      .filter((line) => line.itemId === itemId && line.received !== 0n)
      .map(({ received, line, position }) => ({ receipt, quantity: received, line: line || null, position })),
  )
  const firstDay = relevant
    .filter((receipt) => receipt.isOnThisOrder && receipt.purpose === 'first')
    .map((receipt) => receipt.receivedOn)[0]
  const total = (matches: (receipt: ReceiptFacts) => boolean) =>
    counted.reduce((sum, { receipt, quantity }) => (matches(receipt) ? sum + quantity : sum), 0n)
  const isLater = (receipt: ReceiptFacts) =>
    receipt.isOnThisOrder &&
    (receipt.purpose !== 'first' ||
      (firstDay !== undefined && firstDay !== null && receipt.receivedOn !== null && receipt.receivedOn > firstDay))
  return {
    first: total((receipt) => receipt.isOnThisOrder && !isLater(receipt)),
    later: total(isLater),
    elsewhere: total((receipt) => !receipt.isOnThisOrder),
    receipts: counted,
  }
}

import { takenAmount } from './claimed-line'
import { quantity, refute, settle, sourceOf, startReckoning, undecided, words } from './reckoning'
import type { ItemFacts, ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

type Line = { line: string; itemId: string | null; quantity: bigint; position: string }
type Shipment = { document: 'ship-notice' | 'delivery'; id: string; number: string; lines: readonly Line[] }

/** X12 ACK01: item accepted, substitution made. */
const SUBSTITUTION_MADE = 'IS'

/**
 * Judges "other goods than ordered": every article that left us is compared with the articles ordered. An article nobody
 * ordered is owed, unless our confirmation had named the substitution before the goods left. What the customer counted
 * can only raise the question, never answer it: then our own stock count decides.
 */
export function judgeSubstitution(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const { order } = facts
  if (!order) return undecided(taken, reckoning, 'order-unknown', ['order'])
  const shipment = shipmentOf(facts)
  if (!shipment) return undecided(taken, reckoning, 'shipment-unknown', ['ship-notice'])
  const ordered = new Set(order.lines.map((line) => line.itemId))
  for (const line of order.lines)
    reckoning.read('orderedArticle', words(nameOf(facts.items, line.itemId)), {
      says: numbersOf(facts.items, line.itemId),
      ...sourceOf('purchase-order', { id: order.id, number: order.number, position: line.position }),
      line: line.line,
    })
  const isOther = (line: { itemId: string | null }) => line.itemId !== null && !ordered.has(line.itemId)
  for (const line of shipment.lines)
    reckoning.read(isOther(line) ? 'otherArticle' : 'shippedArticle', words(nameOf(facts.items, line.itemId)), {
      says: numbersOf(facts.items, line.itemId),
      ...sourceOf(shipment.document, { id: shipment.id, number: shipment.number, position: line.position }),
      line: line.line,
    })
  if (shipment.lines.some((line) => line.itemId === null)) return undecided(taken, reckoning, 'article-unknown', ['claim-detail'])
  const confirmed = order.confirmations.find((confirmation) => confirmation.status === SUBSTITUTION_MADE)
  if (shipment.lines.some(isOther)) {
    if (!confirmed)
      return settle(taken, reckoning, {
        owedMinor: taken.minor,
        because: 'other-article-shipped',
        confidencePpm: 930_000,
        liable: 'us',
        rootCause: 'other-article-shipped',
      })
    reckoning.read('substitutionConfirmed', words(SUBSTITUTION_MADE), {
      ...sourceOf('order-confirmation', { id: confirmed.id, number: order.number, position: confirmed.position }),
      line: confirmed.line,
    })
    return refute(taken, reckoning, { because: 'substitution-confirmed', confidencePpm: 800_000, rootCause: 'substitution-confirmed' })
  }
  const counted = facts.receipts.flatMap((receipt) => receipt.lines.filter(isOther).map((line) => ({ receipt, line })))
  for (const { receipt, line } of counted)
    reckoning.read('otherArticleCounted', quantity(line.received), {
      ...sourceOf('receipt', { id: receipt.id, number: receipt.number, position: line.position }),
      line: line.line,
    })
  if (counted.length > 0) return undecided(taken, reckoning, 'other-article-counted', ['warehouse-count'])
  return refute(taken, reckoning, { because: 'shipped-as-ordered', confidencePpm: 930_000, rootCause: 'shipped-as-ordered' })
}

// The ship notice says what was packed; the delivery of our own system stands in for it.
function shipmentOf({ shipNotice, delivery }: ValidityFacts): Shipment | null {
  if (shipNotice && shipNotice.lines.length > 0) return { document: 'ship-notice', ...shipNotice }
  return delivery && delivery.lines.length > 0 ? { document: 'delivery', ...delivery } : null
}

function nameOf(items: readonly ItemFacts[], itemId: string | null): string {
  return items.find((item) => item.id === itemId)?.material ?? '–'
}

// Papers name an article by any of its numbers.
function numbersOf(items: readonly ItemFacts[], itemId: string | null): string {
  const item = items.find((candidate) => candidate.id === itemId)
  return [item?.upc, item?.vendorPart, item?.material].filter(Boolean).join(' / ') || '–'
}

import type { ValidityFacts } from './validity-facts'

export const LEDGER_STEPS = ['ordered', 'confirmed', 'shipped', 'shipNotice', 'invoiced', 'signed', 'received'] as const
export type LedgerStep = (typeof LEDGER_STEPS)[number]

/** Quantities of one article along the way, in eaches; null where no document speaks. */
export type LedgerLine = {
  line: string
  itemId: string | null
  itemNumber: string | null
  description: string | null
  quantities: Readonly<Record<LedgerStep, bigint | null>>
  /** Invoiced less received, never negative; null when one of them is unknown. */
  short: bigint | null
  /** Deducted from this article by the deduction at hand, minor units. */
  deductedMinor: bigint
  isClaimed: boolean
}

/** The first step at which a quantity falls below the one before it. */
export type LedgerBreak = { step: LedgerStep; line: string; before: bigint; after: bigint }

export type QuantityLedger = { lines: LedgerLine[]; firstBreak: LedgerBreak | null }

/** The quantity ledger of the deduction's order and delivery, one line per article. */
export function buildQuantityLedger(facts: ValidityFacts): QuantityLedger {
  const itemIds = [
    ...new Set(
      [...linesOf(facts.order), ...linesOf(facts.delivery), ...linesOf(facts.invoice)].flatMap((line) =>
        line.itemId === null ? [] : [line.itemId],
      ),
    ),
  ]
  const signedShare = shareSigned(facts)
  const lines = itemIds.map((itemId, index) => buildLine(facts, itemId, index, signedShare))
  return { lines, firstBreak: findFirstBreak(lines) }
}

function buildLine(facts: ValidityFacts, itemId: string, index: number, isSignedInFull: boolean): LedgerLine {
  const item = facts.items.find((candidate) => candidate.id === itemId)
  const order = facts.order
  const orderLine = order?.lines.find((line) => line.itemId === itemId)
  const changed = order?.changes.filter((change) => change.line === orderLine?.line && change.quantityNew !== null).at(-1)
  const confirmed = order?.confirmations.find((line) => line.line === orderLine?.line)
  const shipped = total(facts.delivery?.lines, itemId)
  const invoiced = total(facts.invoice?.lines, itemId)
  const onOrder = facts.receipts.filter((receipt) => receipt.isOnThisOrder && receipt.purpose === 'first')
  const received =
    onOrder.length === 0
      ? null
      : onOrder.flatMap((receipt) => receipt.lines).reduce((sum, line) => (line.itemId === itemId ? sum + line.received : sum), 0n)
  const isClaimed = facts.deduction.itemId === itemId
  return {
    line: orderLine?.line ?? String(index + 1),
    itemId,
    itemNumber: item?.vendorPart ?? item?.material ?? null,
    description: item?.description ?? null,
    quantities: {
      ordered: changed?.quantityNew ?? orderLine?.quantity ?? null,
      confirmed: confirmed?.quantity ?? null,
      shipped,
      shipNotice: total(facts.shipNotice?.lines, itemId),
      invoiced,
      signed: isSignedInFull ? shipped : null,
      received,
    },
    short: invoiced === null || received === null ? null : invoiced > received ? invoiced - received : 0n,
    deductedMinor: isClaimed ? facts.deduction.amountMinor : 0n,
    isClaimed,
  }
}

// A delivery receipt counts cartons of the whole shipment: only a full count says something about each article.
function shareSigned(facts: ValidityFacts): boolean {
  const pod = facts.papers.find((paper) => paper.kind === 'proof-of-delivery' && paper.piecesReceived !== null)
  return pod !== undefined && pod.piecesShipped !== null && pod.piecesReceived !== null && pod.piecesReceived >= pod.piecesShipped
}

function findFirstBreak(lines: readonly LedgerLine[]): LedgerBreak | null {
  for (const [at, step] of LEDGER_STEPS.entries()) {
    for (const line of lines) {
      const after = line.quantities[step]
      const before = LEDGER_STEPS.slice(0, at)
        .map((earlier) => line.quantities[earlier])
        .findLast((quantity) => quantity !== null)
      if (after !== null && before !== undefined && before !== null && after < before) return { step, line: line.line, before, after }
    }
  }
  return null
}

type QuantityLine = { itemId: string | null; quantity: bigint }

function linesOf(document: { lines: readonly { itemId: string | null }[] } | null): readonly { itemId: string | null }[] {
  return document?.lines ?? []
}

function total(lines: readonly QuantityLine[] | undefined, itemId: string): bigint | null {
  const own = lines?.filter((line) => line.itemId === itemId) ?? []
  return own.length === 0 ? null : own.reduce((sum, line) => sum + line.quantity, 0n)
}

import { multiplyDecimals, roundDecimal } from '@/formats/decimal-text'
import type { SetDraft } from './draft-set'
import { element } from './read-element'
import type { X12Segment } from './x12-segment'

/** One article that a distributor sold, returned or moved, as an 867 tells it. Quantity and amount are decimal text. */
export type TransferredLine = {
  lin: X12Segment
  /** PTD01: SD sold to a dealer or consumer, PS stock, PL … as it stands. */
  transfer: string | null
  quantity: string | null
  unit: string | null
  price: string | null
  amount: string | null
  /** Day of the sale (DTM), and the place that sold (N1 of the header). */
  day: X12Segment | undefined
  /** Who bought, as the line's own N1 says. */
  soldTo: string | null
}

/**
 * QTY stands before or behind its LIN, whichever the sender prefers; UIT02 is the price, AMT02 the amount. Lines of a
 * PTD share its date and buyer. Source: X12 004010 set 867, loops PTD and QTY.
 */
export function transferredLines(draft: SetDraft): TransferredLine[] {
  const lines: TransferredLine[] = []
  let loop = emptyLoop()
  let pending: X12Segment | null = null
  for (const segment of draft.set.segments) {
    const last = lines.at(-1)
    if (segment.id === 'PTD') {
      loop = { ...emptyLoop(), transfer: element(segment, 1) || null, isOpen: true }
      pending = null
    } else if (segment.id === 'CTT') break
    else if (segment.id === 'QTY') {
      if (last && last.quantity === null && loop.isFilled) Object.assign(last, quantityOf(draft, segment))
      else pending = segment
    } else if (segment.id === 'LIN') {
      lines.push({
        lin: segment,
        transfer: loop.transfer,
        ...quantityOf(draft, pending),
        price: null,
        amount: null,
        day: loop.day,
        soldTo: loop.soldTo,
      })
      loop.isFilled = true
      pending = null
    } else if (segment.id === 'DTM' && loop.isOpen) {
      if (loop.isFilled && last) last.day = segment
      else loop.day = segment
    } else if (segment.id === 'N1' && loop.isOpen && element(segment, 1) === 'ST') {
      if (loop.isFilled && last) last.soldTo = element(segment, 4) || element(segment, 2) || null
      else loop.soldTo = element(segment, 4) || element(segment, 2) || null
    } else if (segment.id === 'UIT' && last) last.price = draft.decimal(segment, 2)
    else if (segment.id === 'AMT' && last) last.amount = draft.decimal(segment, 2)
  }
  return lines.map((line) => ({ ...line, amount: line.amount ?? extended(line) }))
}

type Loop = { transfer: string | null; day: X12Segment | undefined; soldTo: string | null; isOpen: boolean; isFilled: boolean }

function emptyLoop(): Loop {
  return { transfer: null, day: undefined, soldTo: null, isOpen: false, isFilled: false }
}

function quantityOf(draft: SetDraft, qty: X12Segment | null): Pick<TransferredLine, 'quantity' | 'unit'> {
  return qty === null ? { quantity: null, unit: null } : { quantity: draft.decimal(qty, 2), unit: element(qty, 3) || null }
}

function extended({ quantity, price }: TransferredLine): string | null {
  return quantity === null || price === null ? null : roundDecimal(multiplyDecimals(quantity, price), 2)
}

import type { Day } from './calendar'
import { deadlineOf } from './categories'
import { codeOf, wordsOf, x12CodeOf } from './claim-codes'
import { existing } from './dice'
import { paymentDayFrom } from './payment-days'
import type { ClaimSketch } from './sketch'
import type { Claim, Sale, TrueVerdict } from './world'

/** Turns what an event tells into the claim as the customer files and deducts it. `claimDay` and `payDay` may be fixed by the author. */
export function claimFrom(sale: Sale, sketch: ClaimSketch, fixed: { payDay?: Day; number?: string } = {}): Claim {
  const { customer } = sale
  const claimDay = sketch.laterBy === undefined ? Math.min(sale.receivedDay + 4, sale.payDay - 1) : sale.payDay + sketch.laterBy
  const payDay = fixed.payDay ?? (sketch.laterBy === undefined ? sale.payDay : paymentDayFrom(customer, claimDay + 1))
  return {
    number: fixed.number ?? '',
    customer,
    payer: sale.payer,
    sale,
    site: sale.site,
    kind: sketch.kind,
    code: existing(codeOf(customer, sketch.kind)),
    words: wordsOf(customer, sketch.kind),
    x12: x12CodeOf(sketch.kind),
    line: sketch.line ?? null,
    item: sketch.item ?? sketch.line?.item ?? null,
    quantity: sketch.quantity ?? null,
    unit: sketch.unit ?? null,
    amount: sketch.amount,
    validAmount: sketch.validAmount,
    verdict: sketch.verdict ?? verdictOf(sketch),
    because: sketch.because,
    reference: sketch.reference ?? '',
    claimDay: fixed.payDay === undefined ? claimDay : Math.min(claimDay, payDay - 2),
    payDay,
    deadlineDay: deadlineOf(customer, sketch.kind, { payment: payDay, invoice: sale.invoiceDay }),
    duplicateOf: null,
    outcome: { state: 'open' },
    isFeatured: fixed.number !== undefined,
  }
}

function verdictOf({ amount, validAmount }: ClaimSketch): TrueVerdict {
  if (validAmount === 0n) return 'invalid'
  return validAmount >= amount ? 'valid' : 'partly'
}

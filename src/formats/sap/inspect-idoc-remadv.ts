import { subtractDecimals } from '../decimal-text'
import { adjustmentsOf } from '../inspect-paid-documents'
import type { InspectedDocument } from '../inspection'
import { paidTotal, readIdocAdvice } from './idoc-remadv'
import type { Idoc } from './read-idoc'

/** Adds what a payment advice says: the payment, the documents it pays, and whether they make it. */
export function inspectRemadv(idoc: Idoc, document: InspectedDocument): void {
  const advice = readIdocAdvice(idoc)
  const computed = paidTotal(advice.documents)
  document.number = advice.number
  document.date = advice.paidOn
  document.currency = advice.currency
  document.lines = advice.documents.length
  document.amounts.total = advice.total ?? computed
  document.amounts.paid = computed
  document.references.invoice = [...new Set(advice.documents.flatMap(({ number }) => (number === null ? [] : [number])))]
  document.references.trace = advice.number === null ? [] : [advice.number]
  document.adjustments = advice.documents.flatMap(adjustmentsOf)
  document.balance =
    advice.total === null || computed === null
      ? null
      : { stated: advice.total, computed, difference: subtractDecimals(advice.total, computed) }
}

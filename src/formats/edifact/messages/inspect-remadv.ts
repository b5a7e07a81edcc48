import { isZeroDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { InspectedAdjustment } from '@/formats/inspection'
import type { MessageDraft } from '../draft-message'
import { component } from '../edifact-segment'
import { amountIn, findIn, messageParts } from '../message-lines'
import { type RemittanceDocument, remittanceDocuments, unexplainedShortPay } from '../remittance-documents'

/**
 * REMADV: documents paid (DOC with MOA 12 paid, 9 due, 52 discount) and what was taken off (AJT, element 4465).
 * Amounts are decimal text, negative when they lower the payment. Source: D.96A REMADV.
 */
export function inspectRemadv(draft: MessageDraft): void {
  const { document } = draft
  const { header, lines, summary } = messageParts(draft, 'DOC')
  const stated = amountIn(draft, summary, '12', '9') ?? amountIn(draft, header, '12', '9')
  const documents = remittanceDocuments(draft, lines, stated)
  const sumOf = (amounts: (string | null)[]) => sumDecimals(amounts.filter((amount) => amount !== null))
  if (document.number !== null) draft.refer('trace', document.number)
  document.date = draft.date('203', '138', '137')
  document.amounts.total = stated
  document.amounts.paid = sumOf(documents.map(({ paid }) => paid))
  document.amounts.gross = sumOf(documents.map(({ due }) => due))
  document.amounts.discount = sumOf(documents.map(({ discount }) => discount))
  document.adjustments = documents.flatMap(adjustmentsOf)
  document.amounts.adjustments = sumDecimals(document.adjustments.map(({ amount }) => amount))
  for (const { doc, isInvoice } of documents) draft.refer(isInvoice ? 'invoice' : 'claim', component(doc, 2))

  const { total, paid } = document.amounts
  // AJT is netted in MOA 12 with most senders; where the total says otherwise it is not.
  const taken = sumOf(documents.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount)))
  const choices = [paid, sumDecimals([paid, taken])]
  const computed = choices.find((sum) => total !== null && isZeroDecimal(subtractDecimals(sum, total))) ?? paid
  draft.balance(total, computed, findIn(summary, 'MOA', '12', '9') ?? findIn(header, 'MOA', '12', '9'))
}

function adjustmentsOf(document: RemittanceDocument): InspectedAdjustment[] {
  const { doc, isInvoice, paid } = document
  const number = component(doc, 2) || null
  const appliesTo = isInvoice ? number : null
  const stated = document.adjustments.flatMap(({ group, amount }) => {
    const reference = component(
      group.find(({ tag }) => tag === 'RFF'),
      1,
      2,
    )
    return amount === null ? [] : [{ amount, reason: component(group[0], 1) || null, reference: reference || null, appliesTo }]
  })
  if (stated.length === 0 && paid?.startsWith('-')) return [{ amount: paid, reason: null, reference: number, appliesTo: null }]
  const shortPay = unexplainedShortPay(
    document,
    stated.map(({ amount }) => amount),
  )
  return shortPay === null ? stated : [...stated, { amount: shortPay, reason: null, reference: null, appliesTo }]
}

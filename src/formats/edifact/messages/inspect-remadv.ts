import { absoluteDecimal, isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { InspectedAdjustment } from '@/formats/inspection'
import type { MessageDraft } from '../draft-message'
import { component, type EdifactSegment } from '../edifact-segment'
import { amountIn, findIn, messageParts } from '../message-lines'

type PaidDocument = {
  doc: EdifactSegment
  paid: string | null
  gross: string | null
  discount: string | null
  adjustments: InspectedAdjustment[]
}

/**
 * REMADV: documents paid (DOC with MOA 12 paid, 9 due, 52 discount) and what was taken off (AJT, element 4465).
 * Amounts are decimal text, negative when they lower the payment. Source: D.96A REMADV.
 */
export function inspectRemadv(draft: MessageDraft): void {
  const { document } = draft
  const { header, lines, summary } = messageParts(draft, 'DOC')
  const paidDocuments = lines.map((line) => readDocument(draft, line))
  const sumOf = (amounts: (string | null)[]) => sumDecimals(amounts.filter((amount) => amount !== null))
  if (document.number !== null) draft.refer('trace', document.number)
  document.date = draft.date('203', '137')
  document.amounts.total = amountIn(draft, summary, '12', '9') ?? amountIn(draft, header, '12', '9')
  document.amounts.paid = sumOf(paidDocuments.map(({ paid }) => paid))
  document.amounts.gross = sumOf(paidDocuments.map(({ gross }) => gross))
  document.amounts.discount = sumOf(paidDocuments.map(({ discount }) => discount))
  document.adjustments = paidDocuments.flatMap((paid) => paid.adjustments)
  document.amounts.adjustments = sumDecimals(document.adjustments.map(({ amount }) => amount))
  for (const { doc } of paidDocuments) draft.refer(isInvoice(doc) ? 'invoice' : 'claim', component(doc, 2))

  const { total, paid } = document.amounts
  // AJT is netted in MOA 12 with most senders; where the total says otherwise it is not.
  const choices = [paid, sumDecimals([paid, document.amounts.adjustments])]
  const computed = choices.find((sum) => total !== null && isZeroDecimal(subtractDecimals(sum, total))) ?? paid
  draft.balance(total, computed, findIn(summary, 'MOA', '12', '9'))
}

function readDocument(draft: MessageDraft, line: readonly EdifactSegment[]): PaidDocument {
  const [doc] = line
  if (!doc) throw new Error('a part of a remittance advice starts with its DOC')
  const groups = adjustmentGroups(line)
  const own = line.slice(0, line.findIndex(({ tag }) => tag === 'AJT') >>> 0)
  const read = { doc, paid: amountIn(draft, own, '12'), gross: amountIn(draft, own, '9'), discount: amountIn(draft, own, '52') }
  const invoice = isInvoice(doc) ? component(doc, 2) : null
  const adjustments = groups.flatMap((group) => readAdjustment(draft, group, invoice))
  if (adjustments.length === 0 && read.paid?.startsWith('-')) {
    adjustments.push({ amount: read.paid, reason: null, reference: component(doc, 2) || null, appliesTo: null })
  }
  const shortPay = unexplainedShortPay(read, adjustments)
  if (shortPay !== null) adjustments.push({ amount: shortPay, reason: null, reference: null, appliesTo: invoice })
  return { ...read, adjustments }
}

function readAdjustment(draft: MessageDraft, group: readonly EdifactSegment[], invoice: string | null): InspectedAdjustment[] {
  const amount = draft.decimal(
    group.find(({ tag }) => tag === 'MOA'),
    1,
    2,
  )
  if (amount === null) return []
  const reference = component(
    group.find(({ tag }) => tag === 'RFF'),
    1,
    2,
  )
  return [{ amount, reason: component(group[0], 1) || null, reference: reference || null, appliesTo: invoice }]
}

/** AJT with the segments up to the next one. */
function adjustmentGroups(line: readonly EdifactSegment[]): EdifactSegment[][] {
  const groups: EdifactSegment[][] = []
  for (const segment of line) {
    if (segment.tag === 'AJT') groups.push([segment])
    else groups.at(-1)?.push(segment)
  }
  return groups
}

/** What is left of due - discount - paid after the stated adjustments; null when nothing is, or nothing is stated as due. */
function unexplainedShortPay(
  document: Omit<PaidDocument, 'doc' | 'adjustments'>,
  adjustments: readonly InspectedAdjustment[],
): string | null {
  if (document.gross === null || document.paid === null) return null
  const explained = adjustments.map(({ amount }) => negateDecimal(amount))
  const left = sumDecimals([document.paid, negateDecimal(document.gross), absoluteDecimal(document.discount ?? '0'), ...explained])
  return left.startsWith('-') && !isZeroDecimal(left) ? left : null
}

function isInvoice(doc: EdifactSegment): boolean {
  return component(doc, 1) === '380'
}

import { absoluteDecimal, compareDecimals, isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { MessageDraft } from './draft-message'
import { component, type EdifactSegment } from './edifact-segment'
import { amountIn } from './message-lines'

/** An AJT with what follows it. The amount is decimal text, negative where it lowers the payment. */
export type DocumentAdjustment = { group: EdifactSegment[]; amount: string | null }

/** One DOC of a remittance advice. Amounts are decimal text; null when absent. */
export type RemittanceDocument = {
  doc: EdifactSegment
  isInvoice: boolean
  /** The segments of the document itself, before its first AJT. */
  own: EdifactSegment[]
  /** MOA 12, 9 and 52. */
  paid: string | null
  due: string | null
  discount: string | null
  adjustments: DocumentAdjustment[]
}

/**
 * Reads the documents of a REMADV, cut at DOC, with the sign that makes the payment's `total`: some senders write credit and
 * debit notes without one. Source: D.96A REMADV: DOC, MOA, AJT; code lists 1001, 5025.
 */
export function remittanceDocuments(draft: MessageDraft, parts: readonly EdifactSegment[][], total: string | null): RemittanceDocument[] {
  const written = parts.flatMap((part) => {
    const [doc] = part
    return doc ? [readDocument(draft, doc, part)] : []
  })
  const lowering = written.map((document) => {
    const isUnsigned = !document.isInvoice && document.paid !== null && !document.paid.startsWith('-')
    return isUnsigned ? { ...document, paid: negateDecimal(document.paid ?? '0') } : document
  })
  return total !== null && !makes(written, total) && makes(lowering, total) ? lowering : written
}

/** What is taken off invoices is inside their paid amounts or beside them. */
function makes(documents: readonly RemittanceDocument[], total: string): boolean {
  const paid = sumDecimals(documents.map((document) => document.paid ?? '0'))
  const beside = sumDecimals(documents.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount ?? '0')))
  return [paid, sumDecimals([paid, beside])].some((sum) => compareDecimals(sum, total) === 0)
}

/**
 * What is left of due - discount - paid, less what stated adjustments explain: negative decimal text; null when nothing
 * is, or nothing is stated as due.
 */
export function unexplainedShortPay({ paid, due, discount }: RemittanceDocument, explained: readonly string[]): string | null {
  if (due === null || paid === null) return null
  const left = sumDecimals([paid, negateDecimal(due), absoluteDecimal(discount ?? '0'), ...explained.map(negateDecimal)])
  return left.startsWith('-') && !isZeroDecimal(left) ? left : null
}

function readDocument(draft: MessageDraft, doc: EdifactSegment, part: readonly EdifactSegment[]): RemittanceDocument {
  const groups = adjustmentGroups(part)
  const own = part.slice(0, part.length - groups.flat().length)
  const [paid, due, discount] = [amountIn(draft, own, '12'), amountIn(draft, own, '9'), amountIn(draft, own, '52')]
  const written = groups.map((group) => ({ group, amount: draft.decimal(firstAmount(group), 1, 2) }))
  const adjustments = areDeductionsPositive(written, paid, due, discount)
    ? written.map(({ group, amount }) => ({ group, amount: amount === null ? null : negateDecimal(amount) }))
    : written
  return { doc, isInvoice: component(doc, 1) === '380', own, paid, due, discount, adjustments }
}

/** Some senders write what they take off without a sign: then due less discount less what is taken off is what they pay. */
function areDeductionsPositive(
  adjustments: readonly DocumentAdjustment[],
  paid: string | null,
  due: string | null,
  discount: string | null,
): boolean {
  const sum = sumDecimals(adjustments.map(({ amount }) => amount ?? '0'))
  if (due === null || paid === null || isZeroDecimal(sum) || sum.startsWith('-')) return false
  const open = subtractDecimals(due, absoluteDecimal(discount ?? '0'))
  return compareDecimals(subtractDecimals(open, sum), paid) === 0
}

function firstAmount(group: readonly EdifactSegment[]): EdifactSegment | undefined {
  return group.find(({ tag }) => tag === 'MOA')
}

/** AJT with the segments up to the next one. */
function adjustmentGroups(part: readonly EdifactSegment[]): EdifactSegment[][] {
  const groups: EdifactSegment[][] = []
  for (const segment of part) {
    if (segment.tag === 'AJT') groups.push([segment])
    else groups.at(-1)?.push(segment)
  }
  return groups
}

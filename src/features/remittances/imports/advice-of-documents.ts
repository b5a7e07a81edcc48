import type { Problem } from '@/core/problem'
import { absoluteDecimal, isZeroDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import { toMinorText } from '@/formats/exact-text'
import type { PaidAdjustment, PaidDocument } from '@/formats/paid-document'
import type { StagedRow } from '@/formats/staged-row'
import { BLANK_LINE, type RemittanceLineValues, type RemittanceValues } from './remittance-values'

/** A payment that names the documents it pays: what a bank passes on, a lockbox types off a cheque, SAP sends as an advice. */
export type DocumentedPayment = {
  number: string
  paidOn: string | null
  currency: string | null
  /** The amount of the payment, decimal text. */
  total: string
  method: string | null
  source: string
  /** The payer by name, to find the customer by; null where nobody is named. */
  payer: string | null
  documents: readonly PaidDocument[]
  position: string
}

export type DocumentedAdvice = { row: StagedRow | null; problems: Problem[] }

/** How senders sign what they take off: a debit lowers, a credit lowers, or the sign says nothing and all of it lowers. */
const SIGNS = ['debit', 'credit', null] as const
type LoweringSign = (typeof SIGNS)[number]

/**
 * Turns the documents of a payment into an advice of kind 'remittance'. What is taken off a document lies inside its paid
 * amount. Several documents of which none states an amount are kept with their amounts open; null when only some do.
 */
export function adviceOfDocuments(payment: DocumentedPayment): DocumentedAdvice {
  const { documents, areAmountsOpen } = withAmounts(payment)
  const problem = (code: string, message: string): Problem => ({ position: payment.position, field: 'amount', code, message })
  if (documents === null) {
    const message = `payment ${payment.number} names ${payment.documents.length} documents without their amounts`
    return { row: null, problems: [problem('remittance/amounts-missing', message)] }
  }
  const totalMinor = toMinorText(payment.total, payment.currency)
  const sign = SIGNS.find((candidate) => isZeroDecimal(subtractDecimals(payment.total, sumOf(documents, candidate)))) ?? null
  const lines = documents.flatMap((document) => linesOf(document, sign, payment))
  if (totalMinor === null || lines.includes(null)) {
    return { row: null, problems: [problem('amount-unreadable', `payment ${payment.number} holds amounts that cannot be kept exactly`)] }
  }
  const known = lines.filter((line) => line !== null)
  const computedMinor = known.reduce((sum, line) => (line.isNetted ? sum : sum + BigInt(line.paidMinor)), 0n).toString()
  const values: RemittanceValues = {
    number: payment.number,
    paidOn: payment.paidOn,
    currency: payment.currency,
    totalMinor,
    computedMinor,
    method: payment.method,
    source: payment.source,
    lines: known,
  }
  if (areAmountsOpen) {
    const row = { kind: 'remittance', position: payment.position, values: { ...values, areAmountsOpen, customerName: payment.payer } }
    return { row, problems: [] }
  }
  const message = `payment ${payment.number} states ${payment.total}, its documents add up to ${sumOf(documents, sign)}`
  return {
    row: { kind: 'remittance', position: payment.position, values: { ...values, customerName: payment.payer } },
    problems: computedMinor === totalMinor ? [] : [problem('remittance/does-not-balance', message)],
  }
}

type SettledDocuments = { documents: readonly PaidDocument[] | null; areAmountsOpen: boolean }

/** A single document without an amount gets what the others leave of the payment. */
function withAmounts({ documents, total }: DocumentedPayment): SettledDocuments {
  const bare = documents.filter(({ paid, due, adjustments }) => paid === null && due === null && adjustments.length === 0)
  if (bare.length === 0) return { documents, areAmountsOpen: false }
  const [only] = bare
  if (bare.length === 1 && only) {
    const others = documents.filter((document) => document !== only)
    const rest = subtractDecimals(absoluteDecimal(total), sumOf(others, null))
    if (rest.startsWith('-') || isZeroDecimal(rest)) return { documents: null, areAmountsOpen: false }
    return { documents: documents.map((document) => (document === only ? { ...only, paid: rest } : document)), areAmountsOpen: false }
  }
  const isList = bare.length === documents.length && bare.every(({ number, kind }) => number !== null && kind === 'invoice')
  return isList
    ? { documents: documents.map((document) => ({ ...document, paid: '0' })), areAmountsOpen: true }
    : { documents: null, areAmountsOpen: false }
}

function sumOf(documents: readonly PaidDocument[], sign: LoweringSign): string {
  return sumDecimals(
    documents.map((document) => {
      if (document.kind === 'credit-note') return subtractDecimals('0', paidOf(document, sign))
      return document.number === null ? subtractDecimals('0', takenOff(document.adjustments, sign)) : paidOf(document, sign)
    }),
  )
}

/** What the payment gives for a document: as stated, else what is due less discount and adjustments. */
function paidOf(document: PaidDocument, sign: LoweringSign): string {
  if (document.paid !== null) return document.paid
  const due = subtractDecimals(document.due ?? '0', document.discount ?? '0')
  return subtractDecimals(due, takenOff(document.adjustments, sign))
}

function takenOff(adjustments: readonly PaidAdjustment[], sign: LoweringSign): string {
  return sumDecimals(adjustments.map((adjustment) => (isLowering(adjustment, sign) ? adjustment.amount : `-${adjustment.amount}`)))
}

function isLowering({ direction }: PaidAdjustment, sign: LoweringSign): boolean {
  return sign === null || direction === null || direction === sign
}

function linesOf(document: PaidDocument, sign: LoweringSign, { currency, position }: DocumentedPayment): (RemittanceLineValues | null)[] {
  const minor = (text: string) => toMinorText(text, currency)
  const paid = minor(paidOf(document, sign))
  const due = document.due === null ? null : minor(document.due)
  const discount = minor(document.discount ?? '0')
  if (paid === null || discount === null || (document.due !== null && due === null)) return [null]
  const blank = blankLine(document, position)
  if (document.kind === 'credit-note')
    return [{ ...blank, kind: 'adjustment', paidMinor: `-${paid}`.replace('-0', '0'), deductedMinor: paid, claimNumber: document.number }]
  const isNetted = document.number !== null
  const adjustments = document.adjustments.map((adjustment) => {
    const amount = minor(adjustment.amount)
    return amount === null ? null : adjustmentLine(blank, adjustment, BigInt(amount), isLowering(adjustment, sign), isNetted)
  })
  if (!isNetted) return adjustments
  const invoice: RemittanceLineValues = { ...blank, grossMinor: due, discountMinor: discount, paidMinor: paid }
  const taken = minor(takenOff(document.adjustments, sign)) ?? '0'
  const left = due === null ? 0n : BigInt(due) - BigInt(discount) - BigInt(taken) - BigInt(paid)
  return [invoice, ...adjustments, ...(left > 0n ? [shortPay(blank, left)] : [])]
}

function adjustmentLine(
  blank: RemittanceLineValues,
  { reason, text }: PaidAdjustment,
  minor: bigint,
  isDeduction: boolean,
  isNetted: boolean,
): RemittanceLineValues {
  return {
    ...blank,
    kind: isDeduction ? 'adjustment' : 'credit',
    paidMinor: isNetted ? '0' : (isDeduction ? -minor : minor).toString(),
    deductedMinor: isDeduction ? minor.toString() : '0',
    ownCode: reason,
    appliesTo: blank.reference,
    isNetted,
    text: text ?? blank.text,
  }
}

function shortPay(blank: RemittanceLineValues, left: bigint): RemittanceLineValues {
  return { ...blank, kind: 'short-pay', deductedMinor: left.toString(), appliesTo: blank.reference, isNetted: true }
}

function blankLine({ number, poNumber, text }: PaidDocument, position: string): RemittanceLineValues {
  return { ...BLANK_LINE, reference: number, poNumber, text: text === '' ? null : text, position }
}

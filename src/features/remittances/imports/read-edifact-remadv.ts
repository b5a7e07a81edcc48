import { minorDigits, scaledToText } from '@/core/money'
import type { MessageDraft } from '@/formats/edifact/draft-message'
import { component, type EdifactSegment } from '@/formats/edifact/edifact-segment'
import { findIn, messageParts } from '@/formats/edifact/message-lines'
import { currencyOf, type MessageReader, minorIn, referenceIn, startMessage } from '@/formats/edifact/message-reading'
import { type RemittanceDocument, remittanceDocuments } from '@/formats/edifact/remittance-documents'
import { BLANK_LINE, type RemittanceLineValues, type RemittanceValues } from './remittance-values'

/**
 * REMADV as a row of kind 'remittance'. An AJT under an invoice (DOC 380) is inside its MOA 12 or beside it: the sum that
 * equals the total decides. Other documents are claims. Source: D.96A REMADV: BGM, DTM, CUX, DOC, MOA, RFF, AJT, FTX.
 */
export const readEdifactRemadv: MessageReader = (message, addresses) => {
  const { draft, row, finish, reject } = startMessage(message, addresses)
  const bgm = draft.find('BGM')
  const number = component(bgm, 2)
  if (number === '') return reject('BGM', 'payment-number-missing', 'the advice has no payment number')
  const currency = currencyOf(draft)
  const { header, lines: parts, summary } = messageParts(draft, 'DOC')
  const total = findIn(summary, 'MOA', '12', '9') ?? findIn(header, 'MOA', '12', '9')
  const totalMinor = minorIn(draft, draft.decimal(total, 1, 2), total, currency)
  if (totalMinor === null) return reject('MOA', 'total-missing', 'the advice has no total')
  const documents = remittanceDocuments(draft, parts, draft.decimal(total, 1, 2))
  const netted = documents.flatMap((document) => readDocument(draft, document, currency, true))
  const beside = documents.flatMap((document) => readDocument(draft, document, currency, false))
  const lines = sumOf(netted) !== BigInt(totalMinor) && sumOf(beside) === BigInt(totalMinor) ? beside : netted
  const computed = sumOf(lines)
  const values: RemittanceValues = {
    number,
    paidOn: draft.date('203', '138', '137'),
    currency,
    totalMinor,
    computedMinor: computed.toString(),
    method: null,
    source: 'remadv',
    lines,
  }
  const digits = minorDigits(currency ?? 'USD')
  const totals = { own: scaledToText(BigInt(totalMinor), digits), computed: scaledToText(computed, digits), currency }
  if (totals.own !== totals.computed) {
    const words = `payment ${number} states ${totals.own}, its lines add up to ${totals.computed}`
    draft.problem(total ?? bgm, 'MOA', 'remittance/does-not-balance', words, {
      stated: totals.own,
      computed: totals.computed,
    })
  }
  return finish([row('remittance', values)], totals)
}

function sumOf(lines: readonly RemittanceLineValues[]): bigint {
  return lines.reduce((sum, line) => (line.isNetted ? sum : sum + BigInt(line.paidMinor)), 0n)
}

/** One DOC with its adjustments as lines of the advice. */
function readDocument(
  draft: MessageDraft,
  document: RemittanceDocument,
  currency: string | null,
  isNetted: boolean,
): RemittanceLineValues[] {
  const { doc, own } = document
  const minor = (decimal: string | null) => {
    const text = minorIn(draft, decimal, doc, currency)
    return text === null ? null : BigInt(text)
  }
  const paid = minor(document.paid) ?? 0n
  const reference = component(doc, 2) || null
  const blank: RemittanceLineValues = {
    ...BLANK_LINE,
    reference,
    poNumber: referenceIn(own, 'ON'),
    paidMinor: paid.toString(),
    position: doc.position,
  }
  if (!document.isInvoice) return [claimLine(blank, paid, document.adjustments[0]?.group ?? [], referenceIn(own, 'IV'))]
  const gross = minor(document.due)
  const discount = absolute(minor(document.discount) ?? 0n)
  const invoice = { ...blank, grossMinor: gross?.toString() ?? null, discountMinor: discount.toString() }
  const adjustments = document.adjustments.map(({ group, amount }) => adjustmentLine(blank, group, minor(amount) ?? 0n, isNetted))
  const taken = adjustments.reduce((sum, line) => sum + BigInt(line.deductedMinor), 0n)
  const left = gross === null ? 0n : gross - discount - paid - (isNetted ? taken : 0n)
  const shortPay: RemittanceLineValues = {
    ...blank,
    kind: 'short-pay',
    paidMinor: '0',
    deductedMinor: left.toString(),
    appliesTo: reference,
    isNetted: true,
  }
  return [invoice, ...adjustments, ...(left > 0n ? [shortPay] : [])]
}

/** A document that is no invoice: money withheld (negative) or given back outside any invoice. */
function claimLine(
  blank: RemittanceLineValues,
  paid: bigint,
  group: readonly EdifactSegment[],
  appliesTo: string | null,
): RemittanceLineValues {
  return {
    ...blank,
    ...reasonOf(group),
    kind: paid < 0n ? 'adjustment' : 'credit',
    deductedMinor: paid < 0n ? (-paid).toString() : '0',
    claimNumber: referenceIn(group, 'ACE') ?? blank.reference,
    appliesTo,
  }
}

function adjustmentLine(
  blank: RemittanceLineValues,
  group: readonly EdifactSegment[],
  amount: bigint,
  isNetted: boolean,
): RemittanceLineValues {
  const isDeduction = amount < 0n
  return {
    ...blank,
    ...reasonOf(group),
    kind: isDeduction ? 'adjustment' : 'credit',
    // Money given back inside an invoice line is part of its amount already, too.
    paidMinor: isNetted ? '0' : amount.toString(),
    deductedMinor: isDeduction ? (-amount).toString() : '0',
    claimNumber: referenceIn(group, 'ACE'),
    appliesTo: blank.reference,
    isNetted,
    position: group[0]?.position ?? blank.position,
  }
}

/** AJT 4465, and the text of FTX: 'PRC Preisabweichung' starts with the sender's own code. */
function reasonOf(group: readonly EdifactSegment[]): Pick<RemittanceLineValues, 'reasonCode' | 'ownCode' | 'text'> {
  const texts = group.filter(({ tag }) => tag === 'FTX').map((ftx) => (ftx.elements[4] ?? []).join(' ').trim())
  const text = texts.filter((words) => words !== '').join(' ') || null
  return { reasonCode: component(group[0], 1) || null, ownCode: /^([A-Z0-9]{2,4})\s+\S/.exec(text ?? '')?.[1] ?? null, text }
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}

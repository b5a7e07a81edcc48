import { minorDigits, scaledToText } from '@/core/money'
import type { MessageDraft } from '@/formats/edifact/draft-message'
import { component, type EdifactSegment } from '@/formats/edifact/edifact-segment'
import { amountIn, findIn, messageParts } from '@/formats/edifact/message-lines'
import { currencyOf, type MessageReader, minorIn, referenceIn, startMessage } from '@/formats/edifact/message-reading'
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
  const { lines: parts, summary } = messageParts(draft, 'DOC')
  const totalMinor = minorIn(draft, amountIn(draft, summary, '12', '9'), findIn(summary, 'MOA', '12', '9'), currency)
  if (totalMinor === null) return reject('MOA', 'total-missing', 'the advice has no total')
  const netted = parts.flatMap((part) => readDocument(draft, part, currency, true))
  const lines = sumOf(netted) === BigInt(totalMinor) ? netted : besideWhereItFits(draft, parts, currency, BigInt(totalMinor), netted)
  const computed = sumOf(lines)
  const values: RemittanceValues = {
    number,
    paidOn: draft.date('203', '137'),
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
    draft.problem(findIn(summary, 'MOA', '12', '9') ?? bgm, 'MOA', 'remittance/does-not-balance', words)
  }
  return finish([row('remittance', values)], totals)
}

function besideWhereItFits(
  draft: MessageDraft,
  parts: readonly EdifactSegment[][],
  currency: string | null,
  total: bigint,
  netted: RemittanceLineValues[],
): RemittanceLineValues[] {
  const beside = parts.flatMap((part) => readDocument(draft, part, currency, false))
  return sumOf(beside) === total ? beside : netted
}

function sumOf(lines: readonly RemittanceLineValues[]): bigint {
  return lines.reduce((sum, line) => (line.isNetted ? sum : sum + BigInt(line.paidMinor)), 0n)
}

/** One DOC with its adjustments as lines of the advice. */
function readDocument(
  draft: MessageDraft,
  part: readonly EdifactSegment[],
  currency: string | null,
  isNetted: boolean,
): RemittanceLineValues[] {
  const [doc] = part
  const groups = adjustmentGroups(part)
  const own = part.slice(0, part.length - groups.flat().length)
  const minor = (...qualifiers: string[]) => {
    const text = minorIn(draft, amountIn(draft, own, ...qualifiers), findIn(own, 'MOA', ...qualifiers), currency)
    return text === null ? null : BigInt(text)
  }
  const paid = minor('12') ?? 0n
  const reference = component(doc, 2) || null
  const blank: RemittanceLineValues = {
    ...BLANK_LINE,
    reference,
    poNumber: referenceIn(own, 'ON'),
    paidMinor: paid.toString(),
    position: doc?.position ?? '',
  }
  if (component(doc, 1) !== '380') return [claimLine(blank, paid, groups[0] ?? [], referenceIn(own, 'IV'))]
  const gross = minor('9')
  const discount = absolute(minor('52') ?? 0n)
  const invoice = { ...blank, grossMinor: gross?.toString() ?? null, discountMinor: discount.toString() }
  const adjustments = groups.map((group) => adjustmentLine(draft, blank, group, currency, isNetted))
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
  draft: MessageDraft,
  blank: RemittanceLineValues,
  group: readonly EdifactSegment[],
  currency: string | null,
  isNetted: boolean,
): RemittanceLineValues {
  const moa = group.find(({ tag }) => tag === 'MOA')
  const amount = BigInt(minorIn(draft, draft.decimal(moa, 1, 2), moa, currency) ?? '0')
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

/** AJT with the segments up to the next one. */
function adjustmentGroups(part: readonly EdifactSegment[]): EdifactSegment[][] {
  const groups: EdifactSegment[][] = []
  for (const segment of part) {
    if (segment.tag === 'AJT') groups.push([segment])
    else groups.at(-1)?.push(segment)
  }
  return groups
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}

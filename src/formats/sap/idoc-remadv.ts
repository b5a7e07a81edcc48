import { absoluteDecimal, isZeroDecimal, sumDecimals } from '../decimal-text'
import type { PaidAdjustment, PaidDocument } from '../paid-document'
import { decimalIn, fieldIn, idocDate, idocParts } from './idoc-parts'
import type { Idoc, IdocSegment } from './read-idoc'

export type IdocAdvice = {
  number: string | null
  paidOn: string | null
  currency: string | null
  /** Decimal text, positive. */
  total: string | null
  payer: string | null
  documents: PaidDocument[]
}

// 004 and 016 before discount, 003 discount, 006 what is paid, 001 the amount where nothing else is said.
const GROSS = ['004', '016']
const DISCOUNT = ['003']
const NET = ['006', '001', '002']

/**
 * A payment advice (PEXR2002): E1IDKU1 the payment, E1IDPU1 each document it pays. SAP writes a minus behind what it pays out;
 * a document of the other sign, or named a credit memo, lowers the payment.
 */
export function readIdocAdvice(idoc: Idoc): IdocAdvice {
  const { header, items } = idocParts(idoc, 'E1IDPU1')
  const sign = signOf(amountIn(header, ...NET)) ?? mostly(items.map((item) => signOf(amountIn(item, ...NET, ...GROSS))))
  const documents = items.map((item) => documentOf(item, sign))
  const total = amountIn(header, ...NET)
  return {
    number: fieldIn(header, 'E1EDK02', 'BELNR', '029', '010') ?? fieldIn(header, 'E1IDKU1', 'BGMREF'),
    paidOn: idocDate(fieldIn(header, 'E1EDK03', 'DATUM', '026', '015', '012') ?? idoc.control.get('CREDAT') ?? null),
    currency: currencyIn(header) ?? items.map(currencyIn).find((currency) => currency !== null) ?? fieldIn(header, 'E1EDK01', 'CURCY'),
    total: total === null ? null : absoluteDecimal(total),
    payer: fieldIn(header, 'E1EDKA1', 'NAME1', 'AG') ?? null,
    documents,
  }
}

function documentOf(item: readonly IdocSegment[], sign: string | null): PaidDocument {
  const gross = amountIn(item, ...GROSS)
  const net = amountIn(item, ...NET)
  const discount = amountIn(item, ...DISCOUNT)
  const name = fieldIn(item, 'E1IDPU1', 'DOCNAME') ?? ''
  const own = signOf(net ?? gross)
  const isCredit = /^(CRM|CRN|CM|KG|GS)/i.test(name) || (own !== null && sign !== null && own !== sign)
  const positive = (amount: string | null) => (amount === null || isZeroDecimal(amount) ? null : absoluteDecimal(amount))
  return {
    number: fieldIn(item, 'E1IDPU1', 'DOCNUMMR') ?? fieldIn(item, 'E1EDP02', 'BELNR', '010', '009'),
    kind: isCredit ? 'credit-note' : 'invoice',
    due: positive(gross),
    discount: positive(discount),
    paid: positive(net),
    poNumber: fieldIn(item, 'E1EDP02', 'BELNR', '001'),
    adjustments: item.flatMap(adjustmentOf),
    text: '',
  }
}

/** A segment that states a reason states what was taken off for it. */
function adjustmentOf({ fields }: IdocSegment): PaidAdjustment[] {
  const reason = fields.get('AJTGRUND')
  const amount = decimalIn(fields.get('MOABETR') ?? null)
  if (reason === undefined || amount === null || isZeroDecimal(amount)) return []
  return [{ amount: absoluteDecimal(amount), direction: null, reason, text: null }]
}

function amountIn(segments: readonly IdocSegment[], ...qualifiers: string[]): string | null {
  for (const name of ['E1IDPU5', 'E1IDLU5', 'E1IDKU5']) {
    const amount = decimalIn(fieldIn(segments, name, 'MOABETR', ...qualifiers))
    if (amount !== null) return amount
  }
  return null
}

function currencyIn(segments: readonly IdocSegment[]): string | null {
  return segments.find(({ fields }) => fields.has('CUXWAERZ'))?.fields.get('CUXWAERZ') ?? null
}

function signOf(amount: string | null): '-' | '+' | null {
  return amount === null || isZeroDecimal(amount) ? null : amount.startsWith('-') ? '-' : '+'
}

function mostly(signs: readonly ('-' | '+' | null)[]): '-' | '+' | null {
  const minus = signs.filter((sign) => sign === '-').length
  return signs.length === 0 ? null : minus * 2 > signs.length ? '-' : '+'
}

/** What the documents of an advice add up to, decimal text; null where one states no amount. */
export function paidTotal(documents: readonly PaidDocument[]): string | null {
  if (documents.some(({ paid }) => paid === null)) return null
  return sumDecimals(documents.map(({ paid, kind }) => (kind === 'credit-note' ? `-${paid}` : (paid ?? '0'))))
}

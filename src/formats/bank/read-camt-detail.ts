import { isZeroDecimal, sumDecimals } from '@/formats/decimal-text'
import type { PaidAdjustment, PaidDocument } from '@/formats/paid-document'
import { allAt, at, textAt, type XmlElement } from '@/formats/xml/read-xml'
import type { BankDetail } from './bank-statement'

/** One `TxDtls`: a payment with its references, the other party, and what it says it pays, in words or structured. */
export function readCamtDetail(element: XmlElement): BankDetail {
  const amount = at(element, 'Amt') ?? at(element, 'AmtDtls', 'TxAmt', 'Amt')
  const documents = allAt(element, 'RmtInf', 'Strd').flatMap(readStructured)
  const references = allAt(element, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref').map(({ text }) => text)
  const free = allAt(element, 'RmtInf', 'Ustrd').map(({ text }) => text)
  const added = textAt(element, 'AddtlTxInf')
  const numbers = documents.flatMap(({ number, text }) => [number, text])
  const endToEnd = textAt(element, 'Refs', 'EndToEndId')
  return {
    reference:
      endToEnd === null || endToEnd === 'NOTPROVIDED' ? (textAt(element, 'Refs', 'TxId') ?? textAt(element, 'Refs', 'ChqNb')) : endToEnd,
    amount: decimalOf(amount?.text ?? null),
    currency: amount?.attributes['Ccy'] ?? null,
    party: partyOf(element),
    text: [...free, ...references, ...numbers, added].filter((words) => words !== null && words !== '').join(' '),
    documents,
  }
}

/** The one who paid us, or whom we paid; the ultimate party where the bank names no other. */
function partyOf(element: XmlElement): string | null {
  const parties = at(element, 'RltdPties')
  const name = (role: string) => textAt(parties, role, 'Nm') ?? textAt(parties, role, 'Pty', 'Nm')
  const debtor = name('Dbtr') ?? name('UltmtDbtr')
  const creditor = name('Cdtr') ?? name('UltmtCdtr')
  return textAt(element, 'CdtDbtInd') === 'DBIT' ? creditor : (debtor ?? creditor)
}

/** One `Strd`: the amounts are of its document; where it names several, of the first. Source: ISO 20022 StructuredRemittanceInformation. */
function readStructured(element: XmlElement): PaidDocument[] {
  const named = allAt(element, 'RfrdDocInf')
  const amounts = at(element, 'RfrdDocAmt')
  const adjustments = allAt(amounts, 'AdjstmntAmtAndRsn').flatMap(readAdjustment)
  const text = allAt(element, 'AddtlRmtInf')
    .map((words) => words.text)
    .join(' ')
  const orders = named.filter((info) => typeOf(info) === 'PUOR')
  const documents = named.length > orders.length ? named.filter((info) => !orders.includes(info)) : named
  const creditAmount = nonZero(textAt(amounts, 'CdtNoteAmt'))
  const read = documents.map((info, index): PaidDocument => {
    const isFirst = index === 0
    const isCredit = /^(CREN|CNFA)$/.test(typeOf(info)) || (isFirst && creditAmount !== null)
    return {
      number: textAt(info, 'Nb'),
      kind: isCredit ? 'credit-note' : 'invoice',
      due: isFirst ? decimalOf(textAt(amounts, 'DuePyblAmt')) : null,
      discount: isFirst ? discountOf(amounts) : null,
      paid: isFirst ? (decimalOf(textAt(amounts, 'RmtdAmt')) ?? creditAmount) : null,
      poNumber: textAt(orders[0], 'Nb'),
      adjustments: isFirst ? adjustments : [],
      text,
    }
  })
  if (read.length > 0 || adjustments.length === 0) return read
  return [{ number: null, kind: 'invoice', due: null, discount: null, paid: null, poNumber: null, adjustments, text }]
}

function typeOf(info: XmlElement): string {
  return textAt(info, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(info, 'Tp', 'CdOrPrtry', 'Prtry') ?? ''
}

/** Versions up to 3 state one amount, later ones a list of them with a type. */
function discountOf(amounts: XmlElement | undefined): string | null {
  const stated = allAt(amounts, 'DscntApldAmt').map((discount) => decimalOf(discount.text || textAt(discount, 'Amt')))
  const known = stated.filter((amount) => amount !== null)
  return known.length === 0 ? null : sumDecimals(known)
}

function readAdjustment(element: XmlElement): PaidAdjustment[] {
  const amount = nonZero(textAt(element, 'Amt'))
  if (amount === null) return []
  const side = textAt(element, 'CdtDbtInd')
  return [
    {
      amount,
      direction: side === 'DBIT' ? 'debit' : side === 'CRDT' ? 'credit' : null,
      reason: textAt(element, 'Rsn'),
      text: textAt(element, 'AddtlInf'),
    },
  ]
}

function nonZero(text: string | null): string | null {
  const amount = decimalOf(text)
  return amount === null || isZeroDecimal(amount) ? null : amount
}

/** Plain decimal text, or null. */
export function decimalOf(text: string | null): string | null {
  return text !== null && /^\d+(\.\d*)?$|^\.\d+$/.test(text) ? text.replace(/\.$/, '') : null
}

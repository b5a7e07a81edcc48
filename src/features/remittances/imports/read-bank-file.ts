import { type BankDetail, type BankEntry, type BankFile, type BankStatement, signed } from '@/formats/bank/bank-statement'
import { isZeroDecimal } from '@/formats/decimal-text'
import { toMinorText } from '@/formats/exact-text'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import { adviceOfDocuments } from './advice-of-documents'

/** Staged values of row kind 'bank-entry': money in (positive) or out (negative) on one of our accounts. */
export type BankEntryValues = {
  /** The bank's own number of the booking. */
  reference: string
  account: string | null
  bookedOn: string | null
  currency: string
  amountMinor: string
  /** What the bank prints: payer and purpose. */
  text: string | null
  /** What may be the payer's payment number, the likeliest first: the reference given along, then numbers of the text. */
  paymentNumbers: string[]
}

/**
 * Bookings of a bank file, whatever its format, as rows of kind 'bank-entry'; a payment that names what it pays is an advice
 * of kind 'remittance' too. Announced bookings move no money and are left.
 */
export function readBankFile(kind: string, { statements, problems }: Pick<BankFile, 'statements' | 'problems'>): ReadFile {
  const read: ReadFile = {
    kind,
    rows: [],
    rejected: [],
    blank: 0,
    problems: [...problems],
    totals: { own: null, computed: null, currency: null },
  }
  for (const statement of statements) {
    // A day without bookings says nothing.
    if (statement.entries.length === 0) read.blank += 1
    for (const entry of statement.entries) stageEntry(read, statement, entry)
  }
  return read
}

function stageEntry(read: ReadFile, statement: BankStatement, entry: BankEntry): void {
  if (!entry.isBooked || isZeroDecimal(entry.amount)) {
    read.blank += 1
    return
  }
  addAdvices(read, statement, entry)
  const parts = partsOf(entry)
  const rows = parts.map((part, index) => stagePart(statement, entry, part, parts.length > 1 ? ` detail ${index + 1}` : ''))
  for (const row of rows) if (row !== null) read.rows.push(row)
  if (rows.includes(null)) {
    const { position } = entry
    const message = `${entry.amount} ${entry.currency ?? 'without a currency'} cannot be kept exactly`
    read.rejected.push({
      position,
      text: JSON.stringify(entry).slice(0, 4000),
      problem: { position, field: 'amount', code: 'amount-unreadable', message },
    })
  }
}

/** Only money that came in is an advice; where one payment is the whole entry, the entry says its amount. */
function addAdvices(read: ReadFile, statement: BankStatement, entry: BankEntry): void {
  const isSingle = entry.details.length === 1
  for (const [index, detail] of entry.details.entries()) {
    const total = detail.amount ?? (isSingle ? entry.amount : null)
    if (entry.direction === 'debit' || detail.documents.length === 0 || total === null) continue
    const position = isSingle ? entry.position : `${entry.position} detail ${index + 1}`
    const advice = adviceOfDocuments({
      number: detail.reference ?? entry.customerReference ?? entry.reference ?? position,
      paidOn: entry.day ?? statement.day,
      currency: detail.currency ?? entry.currency ?? statement.currency,
      total,
      method: entry.code === 'lockbox' ? 'CHK' : null,
      source: entry.code === 'lockbox' ? 'lockbox' : 'bank',
      payer: detail.party ?? entry.party,
      documents: detail.documents,
      position,
    })
    if (advice.row) read.rows.push(advice.row)
    read.problems.push(...advice.problems)
  }
}

type Part = Pick<BankDetail, 'reference' | 'party' | 'text'> & { amount: string }

/** A batch booking is one row per payment inside it where the bank tells the amount of each. */
function partsOf(entry: BankEntry): Part[] {
  const details = entry.details.flatMap(({ reference, amount, party, text }) =>
    amount === null ? [] : [{ reference, amount, party, text }],
  )
  if (details.length > 1 && details.length === entry.details.length) return details
  return [{ reference: entry.customerReference, amount: entry.amount, party: entry.party, text: entry.text }]
}

function stagePart(statement: BankStatement, entry: BankEntry, part: Part, place: string): StagedRow | null {
  const currency = entry.currency ?? statement.currency
  const amountMinor = toMinorText(signed(part.amount, entry.direction), currency)
  if (currency === null || amountMinor === null) return null
  const position = `${entry.position}${place}`
  const text = [part.party, part.text].filter((words) => words !== null && words !== '').join(' ')
  const values: BankEntryValues = {
    reference: entry.reference ?? part.reference ?? `${statement.number ?? ''} ${position}`.trim(),
    account: statement.account,
    bookedOn: entry.day ?? statement.day,
    currency,
    amountMinor,
    text: text === '' ? null : text,
    paymentNumbers: paymentNumbers(part.reference, text),
  }
  return { kind: 'bank-entry', position, values }
}

function paymentNumbers(reference: string | null, text: string): string[] {
  const words = text.match(/[A-Z0-9][A-Z0-9/-]*\d{3}[A-Z0-9/-]*/gi) ?? []
  return [...new Set([...(reference === null ? [] : [reference]), ...words])].slice(0, 20)
}

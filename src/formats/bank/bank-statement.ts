import type { CalendarDate } from '@/core/calendar-date'
import { minorDigits, parseScaled, scaledToText } from '@/core/money'
import type { Problem } from '@/core/problem'
import { isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { PaidDocument } from '@/formats/paid-document'

/** One payment inside a batch booking. */
export type BankDetail = {
  readonly reference: string | null
  /** Decimal text, positive; null when the bank states none. */
  readonly amount: string | null
  readonly currency: string | null
  readonly party: string | null
  readonly text: string
  readonly documents: readonly PaidDocument[]
}

/** One booking on our account: money in or out. */
export type BankEntry = {
  /** The bank's own number of the booking. */
  readonly reference: string | null
  /** What the payer gave along: payment number, end-to-end id, cheque number. */
  readonly customerReference: string | null
  /** Booking day; the value day where the bank states no other. Null when neither exists on the calendar. */
  readonly day: CalendarDate | null
  /** Decimal text, positive; `direction` says whether it raises or lowers the balance, reversals included. */
  readonly amount: string
  readonly currency: string | null
  readonly direction: 'credit' | 'debit'
  /** False for bookings that are only announced: they change no balance. */
  readonly isBooked: boolean
  /** BAI2 type code, MT940 transaction type, CAMT domain code. */
  readonly code: string | null
  readonly party: string | null
  readonly text: string
  readonly details: readonly BankDetail[]
  readonly position: string
}

/** A day of one account as the bank tells it. Balances are signed decimal text. */
export type BankStatement = {
  readonly number: string | null
  readonly account: string | null
  readonly bank: string | null
  readonly currency: string | null
  readonly day: CalendarDate | null
  readonly opening: string | null
  readonly closing: string | null
  /** False where balances and entries are in several currencies: then they cannot be added. */
  readonly isOneCurrency: boolean
  readonly entries: readonly BankEntry[]
  readonly position: string
}

export type BankFile = { readonly statements: readonly BankStatement[]; readonly problems: readonly Problem[] }

/** Credits and debits of the booked entries, both positive decimal text. */
export function statementTurnover({ entries }: Pick<BankStatement, 'entries'>): { credits: string; debits: string; net: string } {
  const sumOf = (direction: BankEntry['direction']) =>
    sumDecimals(entries.filter((entry) => entry.isBooked && entry.direction === direction).map((entry) => entry.amount))
  const credits = sumOf('credit')
  const debits = sumOf('debit')
  return { credits, debits, net: subtractDecimals(credits, debits) }
}

/** Opening + entries against closing; null where a balance is missing or in another currency. */
export function statementBalance(statement: BankStatement): { stated: string; computed: string; difference: string } | null {
  if (statement.opening === null || statement.closing === null || !statement.isOneCurrency) return null
  const computed = sumDecimals([statement.opening, statementTurnover(statement).net])
  return { stated: statement.closing, computed, difference: subtractDecimals(statement.closing, computed) }
}

/** The finding for a statement that does not balance; banks' files that were cut or edited do not. */
export function balanceProblem(statement: BankStatement, field: string): Problem[] {
  const balance = statementBalance(statement)
  if (balance === null || isZeroDecimal(balance.difference)) return []
  const message = `closing ${balance.stated}, opening and entries make ${balance.computed}: ${balance.difference} apart`
  return [{ position: statement.position, field, code: 'total-differs', message, facts: balance }]
}

/** Pads decimal text to the currency's digits ('9' euros are '9.00'); text with more decimals stays as it is. */
export function inCurrencyDigits(text: string, currency: string | null): string {
  const digits = minorDigits(currency ?? 'USD')
  const minor = parseScaled(text, digits)
  return minor === null ? text : scaledToText(minor, digits)
}

export function signed(amount: string, direction: BankEntry['direction']): string {
  return direction === 'debit' ? negateDecimal(amount) : amount
}

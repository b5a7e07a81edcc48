import { type CalendarDate, calendarDate } from '@/core/calendar-date'
import { minorDigits, parseScaled, scaledToText } from '@/core/money'
import type { Problem } from '@/core/problem'
import { isZeroDecimal, negateDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import type { PaidDocument } from '@/formats/paid-document'
import { decodeText } from '@/formats/text/decode-text'
import type { BankEntry, BankStatement } from './bank-statement'
import { LockboxTotals } from './check-lockbox-totals'
import { chooseLockboxProfile } from './choose-lockbox-profile'
import { cutAt, type LockboxFields, type LockboxProfile } from './lockbox-profile'

/** A lockbox file: one statement per batch, one entry per cheque, its documents under the entry's only detail. */
export type LockboxFile = { statements: BankStatement[]; problems: Problem[]; profile: LockboxProfile; records: number }

type Draft = { -readonly [Key in keyof BankStatement]: BankStatement[Key] } & { entries: BankEntry[] }
type Overflow = { documents: PaidDocument[]; sequence: number; isFinished: boolean }

/**
 * Reads a lockbox file by the profile of its bank: `profiles` are those an administrator wrote, tried before the usual
 * layouts. Overflow records belong to their cheque by batch and item; their sequence starts again at 01 after 99. Counts and
 * totals that differ are problems. Never throws on content.
 */
export function readLockbox(bytes: Uint8Array, profiles: readonly LockboxProfile[] = []): LockboxFile {
  const lines = decodeText(bytes).text.split(/\r\n|\r|\n/)
  const profile = chooseLockboxProfile(lines, profiles)
  const reading = new LockboxReading(profile)
  for (const [index, line] of lines.entries()) if (line.trim() !== '') reading.take(line, index + 1)
  return reading.end()
}

class LockboxReading {
  readonly #profile: LockboxProfile
  readonly #fields: LockboxFields
  readonly #problems: Problem[] = []
  readonly #statements: Draft[] = []
  readonly #totals: LockboxTotals
  #fileDate: CalendarDate | null = null
  #origin: string | null = null
  #lockbox: string | null = null
  #depositDate: CalendarDate | null = null
  #overflows = new Map<string, Overflow>()
  #records = 0

  constructor(profile: LockboxProfile) {
    this.#profile = profile
    this.#fields = profile.fields
    this.#totals = new LockboxTotals(profile.fields, this.#problems)
  }

  take(line: string, number: number): void {
    this.#records += 1
    const position = `line ${number}`
    const fields = this.#fields
    this.#totals.see(line, position)
    switch (line[0]) {
      case '1':
        this.#fileDate = dayOf(cutAt(line, fields.fileDate))
        this.#origin = cutAt(line, fields.fileOrigin) || null
        return
      case '5':
        this.#lockbox = cutAt(line, fields.lockbox) || null
        this.#depositDate = dayOf(cutAt(line, fields.depositDate))
        return
      case '6':
        return this.#takeCheck(line, position)
      case '4':
        return this.#takeOverflow(line, position)
      case '2':
      case '7':
      case '8':
      case '9':
        return
      default:
        this.#report(position, line[0] ?? '', 'lockbox/unknown-record', `'${line.slice(0, 20)}' is no record of a lockbox file`)
    }
  }

  end(): LockboxFile {
    for (const statement of this.#statements)
      for (const [index, entry] of statement.entries.entries()) statement.entries[index] = this.#finish(entry)
    for (const [key, { documents }] of this.#overflows)
      this.#report('file', '4', 'lockbox/overflow-without-check', `${documents.length} invoices of batch and item ${key} have no cheque`)
    return { statements: this.#statements, problems: this.#problems, profile: this.#profile, records: this.#records }
  }

  #takeCheck(line: string, position: string): void {
    const amount = moneyOf(cutAt(line, this.#fields.checkAmount), this.#profile.currency)
    if (amount === null)
      return this.#report(position, 'amount', 'amount-unreadable', `${cutAt(line, this.#fields.checkAmount)} is no amount`)
    const batch = cutAt(line, this.#fields.batch)
    const number = cutAt(line, this.#fields.checkNumber).replace(/^0+(?=.)/, '') || null
    const payer = cutAt(line, this.#fields.payer) || null
    const account = [cutAt(line, this.#fields.routing), cutAt(line, this.#fields.account)].filter((part) => part !== '').join(' ')
    const key = this.#keyOf(line)
    const detail = { reference: number, amount, currency: this.#profile.currency, party: payer, text: '', documents: [] }
    this.#statementOf(batch, position).entries.push({
      reference: [this.#depositDate ?? this.#fileDate, key].filter((part) => part !== null).join(' '),
      customerReference: number,
      day: this.#depositDate ?? this.#fileDate,
      amount,
      currency: this.#profile.currency,
      direction: 'credit',
      isBooked: true,
      code: key,
      party: payer,
      text: account === '' ? '' : `CHECK ${number ?? ''} OF ${account}`,
      details: [detail],
      position,
    })
  }

  #statementOf(batch: string, position: string): Draft {
    const last = this.#statements.at(-1)
    if (last?.number === batch && last.account === this.#lockbox) return last
    const day = this.#depositDate ?? this.#fileDate
    const { currency } = this.#profile
    const opened = { number: batch, account: this.#lockbox, bank: this.#origin, currency, day, position }
    const statement: Draft = { ...opened, opening: null, closing: null, isOneCurrency: true, entries: [] }
    this.#statements.push(statement)
    return statement
  }

  /** An overflow record may stand before or after its cheque. */
  #takeOverflow(line: string, position: string): void {
    const key = this.#keyOf(line)
    const overflow = this.#overflows.get(key) ?? { documents: [], sequence: 0, isFinished: false }
    this.#overflows.set(key, overflow)
    const sequence = cutAt(line, this.#fields.sequence)
    if (/^\d+$/.test(sequence)) {
      const next = (overflow.sequence % 99) + 1
      if (Number(sequence) !== next)
        this.#report(position, 'sequence', 'lockbox/sequence-gap', `the sequence says ${sequence}, the next is ${next}`)
      overflow.sequence = Number(sequence)
    }
    if (cutAt(line, this.#fields.lastFlag) === '9') overflow.isFinished = true
    for (const places of this.#fields.invoices) {
      const invoice = cutAt(line, places.invoice)
      const amount = this.#money(line, position, places.amount)
      const taken = this.#money(line, position, places.deduction)
      if (invoice === '' && amount === null) continue
      const isTaken = taken !== null && /[1-9]/.test(taken)
      const reason = cutAt(line, places.reason) || null
      overflow.documents.push({
        number: invoice === '' ? null : invoice,
        kind: amount?.startsWith('-') ? 'credit-note' : 'invoice',
        due: null,
        discount: null,
        paid: amount === null ? null : amount.replace('-', ''),
        poNumber: null,
        adjustments: isTaken ? [{ amount: taken, direction: null, reason, text: null }] : [],
        text: '',
      })
    }
  }

  #finish(entry: BankEntry): BankEntry {
    const overflow = this.#overflows.get(entry.code ?? '')
    this.#overflows.delete(entry.code ?? '')
    if (!overflow) return { ...entry, code: 'lockbox' }
    if (!overflow.isFinished && this.#fields.lastFlag !== undefined)
      this.#report(entry.position, 'last', 'lockbox/overflow-unfinished', 'the last invoice of the cheque is not marked as the last')
    const numbers = overflow.documents.map(({ number }) => number).filter((number) => number !== null)
    const documents = netted(overflow.documents, entry.amount)
    const details = entry.details.map((detail) => ({ ...detail, documents }))
    return { ...entry, code: 'lockbox', details, text: [entry.text, ...numbers].filter((part) => part !== '').join(' ') }
  }

  #keyOf(line: string): string {
    return [this.#lockbox ?? '', cutAt(line, this.#fields.batch), cutAt(line, this.#fields.item)].join(' ').trim()
  }

  #money(line: string, position: string, place: LockboxFields['checkAmount'] | undefined): string | null {
    const text = cutAt(line, place)
    if (text === '') return null
    const amount = moneyOf(text, this.#profile.currency)
    if (amount === null) this.#report(position, 'amount', 'amount-unreadable', `${text} is no amount`)
    return amount
  }

  #report(position: string, field: string, code: string, message: string): void {
    this.#problems.push({ position, field, code, message })
  }
}

/** Some banks type the invoice before its deduction, others what is left of it: the sum that makes the cheque decides. */
function netted(documents: readonly PaidDocument[], total: string): readonly PaidDocument[] {
  const before = sumDecimals(documents.map(({ paid, kind }) => (kind === 'credit-note' ? negateDecimal(paid ?? '0') : (paid ?? '0'))))
  const taken = sumDecimals(documents.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount)))
  const isBefore = !isZeroDecimal(taken) && isZeroDecimal(subtractDecimals(subtractDecimals(before, taken), total))
  if (!isBefore && !isZeroDecimal(subtractDecimals(before, total))) return documents
  return documents.map((document) => {
    const off = sumDecimals(document.adjustments.map(({ amount }) => amount))
    if (document.paid === null || document.adjustments.length === 0) return document
    return isBefore
      ? { ...document, due: document.paid, paid: subtractDecimals(document.paid, off) }
      : { ...document, due: sumDecimals([document.paid, off]) }
  })
}

/** Digits with implied decimals; a sign may stand in front or behind. */
function moneyOf(text: string, currency: string): string | null {
  const match = /^([+-]?)(\d+)([+-]?)$/.exec(text)
  if (!match) return null
  const amount = scaledToText(parseScaled(match[2] ?? '0', 0) ?? 0n, minorDigits(currency))
  return match[1] === '-' || match[3] === '-' ? `-${amount}` : amount
}

function dayOf(text: string): CalendarDate | null {
  const match = /^(?:20)?(\d{2})(\d{2})(\d{2})$/.exec(text)
  return match ? calendarDate(2000 + Number(match[1]), Number(match[2]), Number(match[3])) : null
}

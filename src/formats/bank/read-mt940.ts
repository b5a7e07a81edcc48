import { type CalendarDate, calendarDate, daysBetween } from '@/core/calendar-date'
import type { Problem } from '@/core/problem'
import { decodeText } from '@/formats/text/decode-text'
import { type BankEntry, type BankFile, type BankStatement, balanceProblem, inCurrencyDigits, signed } from './bank-statement'
import { type Mt940Field, mt940Fields } from './split-mt940'

type Draft = { -readonly [Key in keyof BankStatement]: BankStatement[Key] } & { entries: BankEntry[] }

/** `:61:` value date, entry date, mark, funds letter, amount, type, customer reference, bank reference. Source: SWIFT MT940 field 61. */
const ENTRY = /^(\d{6})(\d{4}| {4})?([RE]?[CD])([A-Z])?(\d+(?:,\d*)?)([A-Z][A-Z0-9]{3})?([^\n]*?)(?:\/\/([^\n]*))?(?:\n([^]*))?$/
// NONREF says that there is none; some banks cut it short.
const NO_REFERENCE = /^(N(ONREF)?)?$/
const REFERENCE_WIDTH = 16
/** Fields whose lines may go on, and fields that say nothing about money: available balances, counts, limits. */
const FREE_TEXT: ReadonlySet<string> = new Set(['61', '86', 'NS'])
const IGNORED: ReadonlySet<string> = new Set(['13', '13D', '20', '21', '34F', '64', '65', '90C', '90D'])
const BALANCE = /^([CD])(\d{6})([A-Z]{3})(\d+(?:,\d*)?)/

/**
 * Reads MT940 statements: SWIFT blocks or bare tags, intermediate pages, reversals (RC lowers, RD raises) and marks with
 * a funds letter (CR, DR). Never throws on content. Source: SWIFT MT940 customer statement.
 */
export function readMt940(bytes: Uint8Array): BankFile {
  const problems: Problem[] = []
  const statements: Draft[] = []
  for (const field of mt940Fields(decodeText(bytes).text)) {
    const isHeadless = statements.length === 0 && field.tag !== '20'
    if (isHeadless) {
      const message = 'a field stands before the first :20:'
      problems.push({ position: `line ${field.line}`, field: `:${field.tag}:`, code: 'text-before-statement', message })
    }
    if (isHeadless || field.tag === '20') statements.push(newStatement(statements.length + 1))
    const statement = statements.at(-1)
    if (statement) readField(statement, field, problems)
  }
  for (const complete of statements) problems.push(...balanceProblem(complete, ':62F:'))
  return { statements, problems }
}

function newStatement(number: number): Draft {
  const position = `statement ${number}`
  return {
    number: null,
    account: null,
    bank: null,
    currency: null,
    day: null,
    opening: null,
    closing: null,
    isOneCurrency: true,
    entries: [],
    position,
  }
}

function readField(statement: Draft, field: Mt940Field, problems: Problem[]): void {
  const report = (code: string, message: string) =>
    problems.push({ position: `line ${field.line}`, field: `:${field.tag}:`, code, message })
  if (!FREE_TEXT.has(field.tag))
    for (const rest of field.text.split('\n').slice(1)) report('line-unreadable', `${rest} is part of no field`)
  switch (field.tag) {
    case '25':
      statement.account = field.text.trim() || null
      return
    case '28':
    case '28C':
      statement.number = field.text.trim() || null
      return
    case '60F':
    case '60M':
    case '62F':
    case '62M':
      readBalance(statement, field, report)
      return
    case '61': {
      const entry = readEntry(statement, field, report)
      if (entry) statement.entries.push(entry)
      return
    }
    case '86':
    case 'NS': {
      const last = statement.entries.at(-1)
      // A second :86: after :62F: informs about the statement, not about the last entry.
      if (last && statement.closing === null)
        statement.entries[statement.entries.length - 1] = { ...last, ...readInformation(field.text, last) }
      return
    }
    default:
      if (!IGNORED.has(field.tag)) report('field-unknown', `${field.tag} is no field of a statement`)
  }
}

function readBalance(statement: Draft, field: Mt940Field, report: (code: string, message: string) => void): void {
  const [, mark, day = '', currency = '', amount = ''] = BALANCE.exec(field.text.trim()) ?? []
  if (mark === undefined) return void report('amount-unreadable', `${field.text} is no balance`)
  const balance = signed(inCurrencyDigits(amount.replace(',', '.'), currency), mark === 'D' ? 'debit' : 'credit')
  statement.currency ??= currency
  if (field.tag.startsWith('60')) statement.opening = balance
  else statement.closing = balance
  const date = shortDate(day)
  if (date === null) report('date-impossible', `${day} is no date`)
  else if (field.tag.startsWith('62') || statement.day === null) statement.day = date
}

function readEntry(statement: Draft, field: Mt940Field, report: (code: string, message: string) => void): BankEntry | null {
  const match = ENTRY.exec(field.text)
  if (!match) {
    report('entry-unreadable', `${field.text} is no entry`)
    return null
  }
  const [, valueDay = '', entryDay = '', mark = '', , amount = '', code, customer = '', bank = '', supplement = ''] = match
  const value = shortDate(valueDay)
  if (value === null) report('date-impossible', `${valueDay} is no date`)
  return {
    reference: referenceOf(bank),
    customerReference: referenceOf(customer.slice(0, REFERENCE_WIDTH)),
    day: bookingDay(value, valueDay, entryDay.trim()),
    amount: inCurrencyDigits(amount.replace(',', '.'), statement.currency),
    currency: statement.currency,
    direction: mark === 'C' || mark === 'RD' || mark === 'EC' ? 'credit' : 'debit',
    // An expected entry (EC, ED) moves no money yet.
    isBooked: !mark.startsWith('E'),
    code: code ?? null,
    party: null,
    // What stands behind the sixteen places of the reference is the other party's name.
    text: [customer.slice(REFERENCE_WIDTH).trim(), supplement.trim()].filter((part) => part !== '').join(' '),
    details: [],
    position: `line ${field.line}`,
  }
}

function referenceOf(text: string): string | null {
  return NO_REFERENCE.test(text.trim()) ? null : text.trim()
}

/** The entry date has no year: the one that lies nearest to the value date. */
function bookingDay(value: CalendarDate | null, valueDay: string, entryDay: string): CalendarDate | null {
  if (entryDay === '') return value
  const year = 2000 + Number(valueDay.slice(0, 2))
  const candidates = [year, year + 1, year - 1].map((candidate) =>
    calendarDate(candidate, Number(entryDay.slice(0, 2)), Number(entryDay.slice(2))),
  )
  const days = candidates.filter((day) => day !== null)
  if (value === null) return days[0] ?? null
  return days.sort((a, b) => Math.abs(daysBetween(value, a)) - Math.abs(daysBetween(value, b)))[0] ?? value
}

/**
 * `:86:` as free text, or as ?20-?29 and ?60-?63 purpose with ?32/?33 for the other party; some banks part the subfields by
 * another sign than ?. Source: German, Polish and Dutch bank usage.
 */
function readInformation(raw: string, entry: BankEntry): Pick<BankEntry, 'text' | 'party'> {
  const joined = raw.replace(/\n/g, '')
  const sign = /^\d{3}([?>+~])\d{2}/.exec(joined)?.[1] ?? '?'
  if (!new RegExp(`\\${sign}\\d{2}`).test(joined))
    return { text: [entry.text, raw.replace(/\s*\n\s*/g, ' ').trim()].filter((part) => part !== '').join(' '), party: entry.party }
  const subfields = joined.split(new RegExp(`\\${sign}(?=\\d{2})`)).slice(1)
  const textOf = (pattern: RegExp) =>
    subfields
      .filter((subfield) => pattern.test(subfield))
      .map((subfield) => subfield.slice(2))
      .join('')
      .trim()
  const purpose = textOf(/^(2\d|6[0-3])/) || textOf(/^00/)
  return { text: [entry.text, purpose].filter((part) => part !== '').join(' '), party: textOf(/^3[23]/) || entry.party }
}

function shortDate(text: string): CalendarDate | null {
  return calendarDate(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4, 6)))
}

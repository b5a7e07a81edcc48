import { type CalendarDate, calendarDate } from '@/core/calendar-date'
import { minorDigits, parseScaled, scaledToText } from '@/core/money'
import type { Problem } from '@/core/problem'
import { decodeText } from '@/formats/text/decode-text'
import { type BankEntry, type BankFile, type BankStatement, balanceProblem } from './bank-statement'
import { Bai2Totals } from './check-bai2-totals'
import { accountSummaries, transactionOf } from './read-bai2-fields'
import { type Bai2Record, bai2Records } from './split-bai2'

/** Counts of the file as it lies there, beside its statements. */
export type Bai2File = BankFile & { readonly groups: number; readonly physicalRecords: number }

type Group = { bank: string | null; day: CalendarDate | null; currency: string }
type Draft = { -readonly [Key in keyof BankStatement]: BankStatement[Key] } & { entries: BankEntry[] }

/**
 * Reads BAI2 statements, one per 03 account. Amounts have no decimals; the currency implies them, USD by default.
 * Counts and control totals that do not agree are problems. Never throws on content. Source: BAI Cash Management Balance
 * Reporting Specifications, version 2.
 */
export function readBai2(bytes: Uint8Array): Bai2File {
  const problems: Problem[] = []
  const statements: Draft[] = []
  const totals = new Bai2Totals(problems)
  let fileNumber: string | null = null
  let group: Group = { bank: null, day: null, currency: 'USD' }
  const records = bai2Records(decodeText(bytes).text)
  for (const record of records) {
    totals.see(record)
    const fields = record.content.split(',').map((field) => field.trim())
    if (record.code === '01') fileNumber = fields[4] || null
    else if (record.code === '02') group = readGroup(fields)
    else if (record.code === '03') statements.push(readAccount(record, group, fileNumber, problems))
    else if (record.code === '16') addEntry(statements, record, group, problems)
  }
  for (const statement of statements) problems.push(...balanceProblem(statement, '015'))
  return { statements, problems, groups: totals.groups, physicalRecords: records.reduce((sum, record) => sum + record.physicalCount, 0) }
}

/** 02: receiver, originator, status, as-of date, time, currency. */
function readGroup(fields: readonly string[]): Group {
  return { bank: fields[1] || null, day: shortDate(fields[3] ?? ''), currency: fields[5] || 'USD' }
}

function readAccount(record: Bai2Record, group: Group, number: string | null, problems: Problem[]): Draft {
  const [account = '', ownCurrency = ''] = record.content.split(',').map((field) => field.trim())
  const currency = ownCurrency || group.currency
  const summaries = accountSummaries(record)
  const balance = (type: string) => {
    const amount = summaries.find((summary) => summary.type === type)?.amount
    if (amount === undefined) return null
    return readAmount(amount, currency) ?? reportAmount(problems, record, amount)
  }
  const position = `line ${record.line}`
  const { bank, day } = group
  return {
    number,
    account: account || null,
    bank,
    currency,
    day,
    opening: balance('010'),
    closing: balance('015'),
    isOneCurrency: true,
    entries: [],
    position,
  }
}

function addEntry(statements: Draft[], record: Bai2Record, group: Group, problems: Problem[]): void {
  const transaction = transactionOf(record)
  const statement = statements.at(-1)
  const position = `line ${record.line}`
  if (!statement)
    return void problems.push({ position, field: '16', code: 'entry-without-account', message: 'a 16 stands before the first 03' })
  const currency = statement.currency ?? group.currency
  // Type codes of 700 and above may carry words only.
  const stated = transaction.amount === '' && Number(transaction.type) >= 700 ? '0' : transaction.amount
  const amount = readAmount(stated, currency) ?? reportAmount(problems, record, stated)
  if (amount === null) return
  const isNegative = amount.startsWith('-')
  const isDebit = Number(transaction.type) >= 400 && Number(transaction.type) < 700
  statement.entries.push({
    reference: transaction.bankReference,
    customerReference: transaction.customerReference ?? /\bEREF:\s*(\S+)/.exec(transaction.text)?.[1] ?? null,
    day: group.day ?? shortDate(transaction.valueDay ?? ''),
    amount: isNegative ? amount.slice(1) : amount,
    currency,
    direction: isDebit === isNegative ? 'credit' : 'debit',
    // Type codes below 100 are status, 890 and above carry no money. Source: BAI2 type codes.
    isBooked: Number(transaction.type) >= 100 && Number(transaction.type) < 700,
    code: transaction.type,
    party: /\b(?:DBNM|CRNM):\s*([^\n]+)/.exec(transaction.text)?.[1]?.trim() ?? null,
    text: transaction.text,
    details: [],
    position,
  })
}

function readAmount(text: string, currency: string): string | null {
  if (!/^[+-]?\d+$/.test(text)) return null
  return scaledToText(parseScaled(text, 0) ?? 0n, minorDigits(currency))
}

function reportAmount(problems: Problem[], record: Bai2Record, text: string): null {
  problems.push({
    position: `line ${record.line}`,
    field: record.code,
    code: 'amount-unreadable',
    message: `${text || 'an empty field'} is no amount`,
  })
  return null
}

function shortDate(text: string): CalendarDate | null {
  const match = /^(?:20)?(\d{2})(\d{2})(\d{2})$/.exec(text)
  return match ? calendarDate(2000 + Number(match[1]), Number(match[2]), Number(match[3])) : null
}

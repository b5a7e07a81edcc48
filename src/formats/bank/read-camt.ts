import { type CalendarDate, parseCalendarDate } from '@/core/calendar-date'
import type { Problem } from '@/core/problem'
import { isZeroDecimal, subtractDecimals, sumDecimals } from '@/formats/decimal-text'
import { allAt, at, readXml, textAt, type XmlElement } from '@/formats/xml/read-xml'
import { type BankEntry, type BankFile, type BankStatement, balanceProblem, signed } from './bank-statement'
import { decimalOf, readCamtDetail } from './read-camt-detail'

export type CamtFile = BankFile & {
  /** 'camt053' statements, 'camt054' notifications, 'camt052' reports; null when the file is none of them. */
  readonly message: 'camt052' | 'camt053' | 'camt054' | null
  readonly namespace: string | null
}

const MESSAGES = [
  { message: 'camt053', path: ['BkToCstmrStmt', 'Stmt'] },
  { message: 'camt054', path: ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'] },
  { message: 'camt052', path: ['BkToCstmrAcctRpt', 'Rpt'] },
] as const
const STATEMENTS: ReadonlySet<string> = new Set(MESSAGES.map(({ path }) => path[1]))

/**
 * Reads CAMT.052, .053 and .054 of any version. Amounts keep the decimals they come with; a reversal's indicator already
 * says which way it moves the balance. Never throws on content. Source: ISO 20022 camt.05x.001.02 to .08.
 */
export function readCamt(bytes: Uint8Array): CamtFile {
  const problems: Problem[] = []
  const entries = new Map<XmlElement, BankEntry[]>()
  let closed = 0
  const { root, problems: malformed } = readXml(bytes, (element, parent) => {
    if (STATEMENTS.has(element.name)) closed++
    if (element.name !== 'Ntry') return false
    const before = entries.get(parent) ?? []
    entries.set(parent, before)
    before.push(readEntry(element, `statement ${closed + 1} entry ${before.length + 1}`, problems))
    return true
  })
  problems.unshift(...malformed)
  const namespace =
    root?.attributes['xmlns'] ?? Object.entries(root?.attributes ?? {}).find(([name]) => name.startsWith('xmlns:'))?.[1] ?? null
  const found = MESSAGES.find(({ path }) => at(root ?? undefined, path[0]) !== undefined)
  if (!found) {
    if (root) problems.push({ position: 'line 1', field: root.name, code: 'not-camt', message: 'no statement, notification or report' })
    return { statements: [], problems, message: null, namespace }
  }
  const statements = allAt(root ?? undefined, ...found.path).map((element, index) =>
    readStatement(element, index + 1, entries.get(element) ?? []),
  )
  for (const statement of statements) problems.push(...balanceProblem(statement, 'Bal'))
  return { statements, problems, message: found.message, namespace }
}

function readStatement(element: XmlElement, number: number, entries: readonly BankEntry[]): BankStatement {
  const currency = textAt(element, 'Acct', 'Ccy') ?? entries[0]?.currency ?? at(element, 'Bal', 'Amt')?.attributes['Ccy'] ?? null
  const opening = balance(element, ['OPBD', 'PRCD'])
  const closing = balance(element, ['CLBD'])
  const isOneCurrency = opening?.currency === closing?.currency && entries.every((entry) => entry.currency === opening?.currency)
  const agent = at(element, 'Acct', 'Svcr', 'FinInstnId')
  return {
    number: textAt(element, 'Id'),
    account: textAt(element, 'Acct', 'Id', 'IBAN') ?? textAt(element, 'Acct', 'Id', 'Othr', 'Id'),
    bank: textAt(agent, 'BICFI') ?? textAt(agent, 'BIC') ?? textAt(agent, 'Nm'),
    currency,
    day: closing?.day ?? dateOf(textAt(element, 'FrToDt', 'ToDtTm')) ?? dateOf(textAt(element, 'CreDtTm')),
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    isOneCurrency,
    entries,
    position: `statement ${number}`,
  }
}

/** The balance of the first of these types that is stated, signed. */
function balance(
  statement: XmlElement,
  types: readonly string[],
): { amount: string; currency: string | null; day: CalendarDate | null } | null {
  for (const type of types) {
    const found = allAt(statement, 'Bal').find((candidate) => textAt(candidate, 'Tp', 'CdOrPrtry', 'Cd') === type)
    const amount = decimalOf(textAt(found, 'Amt'))
    if (amount === null) continue
    const direction = textAt(found, 'CdtDbtInd') === 'DBIT' ? 'debit' : 'credit'
    return { amount: signed(amount, direction), currency: at(found, 'Amt')?.attributes['Ccy'] ?? null, day: dayOf(at(found, 'Dt')) }
  }
  return null
}

function readEntry(element: XmlElement, position: string, problems: Problem[]): BankEntry {
  const report = (field: string, code: string, message: string) => problems.push({ position, field, code, message })
  const amount = decimalOf(textAt(element, 'Amt'))
  if (amount === null) report('Amt', 'amount-unreadable', `${textAt(element, 'Amt') ?? 'an empty field'} is no amount`)
  const details = allAt(element, 'NtryDtls', 'TxDtls').map(readCamtDetail)
  const currency = at(element, 'Amt')?.attributes['Ccy'] ?? null
  const stated = details.flatMap((detail) => (detail.amount === null ? [] : [detail.amount]))
  const computed = sumDecimals(stated)
  if (amount !== null && stated.length === details.length && details.length > 0 && !isZeroDecimal(subtractDecimals(amount, computed))) {
    report('NtryDtls', 'total-differs', `the entry says ${amount}, its details add up to ${computed}`)
  }
  const status = textAt(element, 'Sts') ?? textAt(element, 'Sts', 'Cd')
  const [first] = details
  return {
    reference: textAt(element, 'AcctSvcrRef') ?? textAt(element, 'NtryRef'),
    customerReference: details.length === 1 ? (first?.reference ?? null) : null,
    day: dayOf(at(element, 'BookgDt')) ?? dayOf(at(element, 'ValDt')),
    amount: amount ?? '0',
    currency,
    direction: textAt(element, 'CdtDbtInd') === 'DBIT' ? 'debit' : 'credit',
    isBooked: status === null || status === 'BOOK',
    code: textAt(element, 'BkTxCd', 'Domn', 'Cd') ?? textAt(element, 'BkTxCd', 'Prtry', 'Cd'),
    party: details.length === 1 ? (first?.party ?? null) : null,
    text: [textAt(element, 'AddtlNtryInf'), details.length === 1 ? first?.text : null].filter(Boolean).join(' '),
    details,
    position,
  }
}

function dayOf(element: XmlElement | undefined): CalendarDate | null {
  return dateOf(textAt(element, 'Dt') ?? textAt(element, 'DtTm'))
}

function dateOf(text: string | null): CalendarDate | null {
  return text === null ? null : parseCalendarDate(text.slice(0, 10))
}

import type { CalendarDate } from '@/core/calendar-date'
import type { Table } from '@/formats/table'
import { decideNumberDialect, readAmount } from '@/formats/text/read-amount'
import { decideDateDialect, looksLikeDate, readDate } from '@/formats/text/read-date'

/** What stands above the lines of an advice; `total` is decimal text. */
export type PaymentFacts = { number: string | null; paidOn: CalendarDate | null; total: string | null; method: string | null }

const NUMBER =
  /payment (?:no|number|id|ref)|check (?:no|number|stub)|cheque|remittance (?:no|number)|eft|trace|zahlungs(?:nummer|beleg)|付款单号|支付单号|支票/i
const DATE = /payment date|check date|cheque date|paid on|^date|zahlungsdatum|^datum|付款日期|支付日期/i
const AMOUNT = /payment (?:amount|total)|check (?:amount|total)|cheque amount|total paid|amount paid|zahlbetrag|付款金额|实付总额/i

/**
 * Finds number, day and total of a payment above the header: a label with its value behind it, or a stub line
 * 'CHECK STUB,128176,03/28/2024,3041.50'. A payment is not older than the documents it pays, which settles '04/05/2024'.
 */
export function findPaymentFacts(table: Pick<Table, 'preamble'>, documentDates: readonly (string | null)[] = []): PaymentFacts {
  const facts: PaymentFacts = { number: null, paidOn: null, total: null, method: null }
  const newest = documentDates.filter((date) => date !== null).reduce((latest, date) => (date > latest ? date : latest), '')
  for (const cells of table.preamble) {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (filled.some((cell) => /check|cheque|支票/i.test(cell))) facts.method = 'CHK'
    for (let at = 0; at < filled.length; at++) takeLabelled(facts, filled, at, newest)
  }
  return facts
}

function takeLabelled(facts: PaymentFacts, cells: readonly string[], at: number, newest: string): void {
  const label = cells[at] ?? ''
  const [, inline = ''] = /[:：]\s*(\S.*)$/.exec(label) ?? []
  const values = inline === '' ? cells.slice(at + 1) : [inline]
  if (NUMBER.test(label)) {
    facts.number ??= values.find((value) => /\d/.test(value) && !looksLikeDate(value)) ?? null
    // On a stub line the day and the amount follow without labels.
    if (values.length >= 3) {
      facts.paidOn ??= values.map((value) => readPaymentDay(value, newest)).find((date) => date !== null) ?? null
      if (!values.some((value) => DATE.test(value) || AMOUNT.test(value))) facts.total ??= plainAmount(values[values.length - 1] ?? '')
    }
  } else if (DATE.test(label)) facts.paidOn ??= readPaymentDay(values[0] ?? '', newest)
  else if (AMOUNT.test(label)) facts.total ??= plainAmount(values[0] ?? '')
}

function plainAmount(text: string): string | null {
  return readAmount(text, decideNumberDialect([text]))
}

/** One day of payment; of two readings the one that is not before the newest document paid, else month first. */
export function readPaymentDay(text: string, newest: string): CalendarDate | null {
  if (!looksLikeDate(text)) return null
  const dialect = decideDateDialect([text])
  if (dialect !== 'ambiguous') return readDate(text, dialect)
  const readings = (['mdy-slash', 'mdy-dash', 'dmy-slash', 'dmy-dash'] as const)
    .map((order) => readDate(text, order))
    .filter((date) => date !== null)
  return readings.find((date) => date >= newest) ?? readings[0] ?? null
}

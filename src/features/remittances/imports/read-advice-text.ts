import { parseScaled, scaledToText } from '@/core/money'
import { type ListSource, withHint } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { ReadFile } from '@/formats/staged-row'
import { decideNumberDialect, type NumberDialect, readAmount } from '@/formats/text/read-amount'
import { adviceClaims } from './advice-claims'
import { findPaymentFacts } from './find-payment-facts'
import { readAdviceLines } from './read-advice-lines'
import type { RemittanceValues } from './remittance-values'

const HEADER = /^\s*(?:document|invoice|doc\.? no|beleg|rechnung|单据)/i
const AMOUNT_TITLE = /(?:amount|net|betrag|金额)\s*$/i
const TOTAL = /^\s*(?:grand |payment )?(?:total|summe|gesamt|合计)\b/i

/** True for a payment advice written as text: a payment number, and a header that starts with the document and ends with the amount. */
export function isAdviceText(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/, 200)
  return headerAt(lines) >= 0 && findPaymentFacts({ preamble: preamble(lines) }).number !== null
}

/** Reads a payment advice typed as text: columns under their titles, details of a deduction on indented lines below it. */
export function readAdviceText(text: string, source: ListSource): ReadFile {
  const lines = text.split(/\r\n|\n|\r/)
  const facts = findPaymentFacts({ preamble: preamble(lines) })
  const body = readBody(lines)
  const adviceLines = readAdviceLines(body.rows)
  const computed = adviceLines.reduce((sum, line) => sum + BigInt(line.isNetted ? '0' : line.paidMinor), 0n)
  const own = body.total ?? facts.total
  const values: RemittanceValues = {
    number: facts.number ?? '',
    paidOn: facts.paidOn,
    currency: null,
    totalMinor: (own === null ? computed : (parseScaled(own, 2) ?? computed)).toString(),
    computedMinor: computed.toString(),
    method: facts.method,
    source: 'advice-text',
    lines: adviceLines,
  }
  const claims = adviceClaims(body.rows, adviceLines, values)
  return {
    kind: 'remittance-text',
    rows: [
      { kind: 'remittance', position: 'line 1', values: withHint({ ...values }, source) },
      ...claims.map((claim) => ({ kind: 'portal-claim', position: claim.position, values: withHint(claim.values, source) })),
    ],
    rejected: body.rejected,
    blank: 0,
    problems: [],
    totals: { own, computed: scaledToText(computed, 2), currency: null },
  }
}

function preamble(lines: readonly string[]): string[][] {
  const end = headerAt(lines)
  return lines.slice(0, end < 0 ? 20 : end).map((line) => line.trim().split(/\s{2,}/))
}

function headerAt(lines: readonly string[]): number {
  return lines.findIndex((line) => HEADER.test(line) && AMOUNT_TITLE.test(line) && line.trim().split(/\s{2,}/).length >= 3)
}

type Body = { rows: FieldRow[]; rejected: ReadFile['rejected']; total: string | null }

function readBody(lines: readonly string[]): Body {
  const at = headerAt(lines)
  const header = lines[at] ?? ''
  const dialect = decideNumberDialect(
    lines
      .slice(at + 1)
      .map((line) => lastWord(line))
      .filter((word) => /\d[.,]\d\d[-)]?$/.test(word)),
  )
  const body: Body = { rows: [], rejected: [], total: null }
  for (const [index, line] of lines.entries()) {
    if (index <= at || line.trim() === '' || /^\s*[-=_]{5,}\s*$/.test(line)) continue
    if (TOTAL.test(line)) body.total = readAmount(lastWord(line), dialect) ?? body.total
    else if (/^\s{2,}\S/.test(line)) addDetails(body.rows.at(-1), line, dialect)
    else addRow(body, line, header, index + 1, dialect)
  }
  return body
}

function addRow(body: Body, line: string, header: string, row: number, dialect: NumberDialect): void {
  const position = `line ${row}`
  const amount = readAmount(lastWord(line), dialect)
  const minor = amount === null ? null : parseScaled(amount, 2)
  if (minor === null) {
    const message = `'${lastWord(line).slice(0, 60)}' cannot be read as an amount.`
    body.rejected.push({ position, text: line, problem: { position, field: 'amount', code: 'table/unreadable-number', message } })
    return
  }
  const [reference = '', po = '', ...rest] = cells(line.replace(/\S+\s*$/, ''), header)
  const values = { reference, poNumber: po === '' ? null : po, description: rest.join(' ').trim() || null, paid: minor.toString() }
  body.rows.push({ row, position, values })
}

/** The line cut where the titles of the header start; the amount is already taken off. */
function cells(line: string, header: string): string[] {
  const starts = [...header.matchAll(/\S+(?: \S+)*/g)].map((match) => match.index).slice(0, -1)
  return starts.map((start, index) => line.slice(index === 0 ? 0 : start, starts[index + 1] ?? line.length).trim())
}

// 'ref RGA240044  item CH-0180  qty 8  @ 39.15'
function addDetails(row: FieldRow | undefined, line: string, dialect: NumberDialect): void {
  if (row === undefined) return
  const price = readAmount(/@\s*(\S+)/.exec(line)?.[1] ?? '', dialect)
  row.values['details'] = /\bref\s+(\S+)/i.exec(line)?.[1] ?? null
  row.values['item'] = /\bitem\s+(\S+)/i.exec(line)?.[1] ?? null
  row.values['quantity'] = /\bqty\s+(\d+)/i.exec(line)?.[1] ?? null
  row.values['unitMicros'] = price === null ? null : (parseScaled(price, 6)?.toString() ?? null)
}

function lastWord(line: string): string {
  return /(\S+)\s*$/.exec(line)?.[1] ?? ''
}

import { toMinorText, toPriceText, toWholeText } from '@/formats/exact-text'
import type { StagedRow } from '@/formats/staged-row'
import { decideNumberDialect, readAmount } from '@/formats/text/read-amount'
import { type DateDialect, decideDateDialect, readDate } from '@/formats/text/read-date'
import type { PurchaseOrderLineValues, PurchaseOrderValues } from './purchase-order-values'

// '001  HP-0167  Alpine Headphones 167      qty     8 EA  @ 73.41'
const LINE = /^\s*(\d{1,4})\s+(\S+)\s.*?\bqty\s+([\d.,]+)\s*([A-Z]{1,3})?\s*@\s*([\d.,]+)/i
const NUMBER = /\b(?:purchase order|our po|po|bestellung)\s+(?:no\.?\s*)?([A-Z0-9][A-Z0-9/-]*\d[A-Z0-9/-]*)/i
const DATE = String.raw`(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})`

/**
 * A purchase order typed into a mail, as a row of kind 'purchase-order'; null when its text has no order lines. Whose it
 * is tells the order number. `sentOn` decides whether 02/06 is in February.
 */
export function readOrderMail(lines: readonly string[], sentOn: string | null): StagedRow | null {
  const number = lines.map((line) => NUMBER.exec(line)?.[1]).find((found) => found !== undefined)
  const matched = lines.flatMap((line, index) => {
    const match = LINE.exec(line)
    return match ? [{ match, position: `line ${index + 1}` }] : []
  })
  if (number === undefined || matched.length === 0) return null
  const text = lines.join('\n')
  const find = (pattern: string) => new RegExp(pattern, 'i').exec(text)?.[1] ?? null
  const ordered = find(String.raw`\bdated\s+${DATE}`)
  const due = find(String.raw`\b(?:deliver by|need by|liefertermin)\s*:?\s*${DATE}`)
  const dates = dialectOf(ordered, due, sentOn)
  const freight = find(String.raw`\bfreight\s*:?\s*(collect|prepaid)`)
  const currency = /^\s*total\s+[\d.,]+\s+([A-Z]{3})\b/im.exec(text)?.[1] ?? null
  const total = readAmount(/^\s*total\s+([\d.,]+)/im.exec(text)?.[1] ?? '', 'point')
  const values: PurchaseOrderValues = {
    number,
    orderedOn: ordered === null ? sentOn : readDate(ordered, dates),
    currency,
    shipFrom: null,
    shipBy: due === null ? null : readDate(due, dates),
    freightTerms: freight?.toLowerCase() ?? null,
    netDays: null,
    discountPpm: null,
    discountDays: null,
    carrier: find(String.raw`\bcarrier\s*:?\s*([A-Z]{2,4})\b`),
    shipToNumber: /^\s*ship to\s*:?.*?(\d{2,6})\s*$/im.exec(text)?.[1] ?? null,
    statedTotalMinor: total === null ? null : toMinorText(total, currency),
    source: 'order-mail',
    lines: stageLines(matched),
  }
  return { kind: 'purchase-order', position: 'line 1', values }
}

function stageLines(matched: readonly { match: RegExpExecArray; position: string }[]): PurchaseOrderLineValues[] {
  const numbers = decideNumberDialect(matched.map(({ match }) => match[5] ?? ''))
  return matched.map(({ match: [, line = '', item = '', quantity = '', unit = 'EA', price = ''], position }) => {
    const isUpc = /^\d{12,14}$/.test(item)
    const decimal = readAmount(price, numbers)
    return {
      line: line.replace(/^0+(?=.)/, ''),
      customerItem: null,
      upc: isUpc ? item : null,
      vendorPart: isUpc ? null : item,
      quantity: toWholeText(readAmount(quantity, numbers) ?? '0') ?? '0',
      unit: unit.toUpperCase(),
      priceMicros: decimal === null ? null : toPriceText(decimal),
      pack: null,
      position,
    }
  })
}

function dialectOf(ordered: string | null, due: string | null, sentOn: string | null): DateDialect {
  const byMail = (['mdy-slash', 'dmy-slash'] as const).find((dialect) => ordered !== null && readDate(ordered, dialect) === sentOn)
  return byMail ?? decideDateDialect([ordered, due].filter((date) => date !== null))
}

import { toMinorText, toWholeText } from '../exact-text'
import type { ReadFile, StagedRow, JsonValue as StagedValue } from '../staged-row'
import { readAmount } from '../text/read-amount'
import { type JsonValue, textAt } from './read-json'
import { type OdataDocument, odataDay } from './read-odata'

/** Reads one document of an OData answer; pure. */
export type OdataReader = (document: OdataDocument, draft: OdataDraft) => void

/** Collects the rows of an OData answer; an item that lacks what its row needs is rejected with the field at fault. */
export class OdataDraft {
  readonly rows: StagedRow[] = []
  readonly rejected: ReadFile['rejected'] = []

  /** Adds a row, unless one of its needed values is missing. */
  add(
    kind: string,
    item: OdataDocument['items'][number],
    values: { [field: string]: StagedValue },
    needed: Readonly<Record<string, string>>,
  ): void {
    const { position, value } = item
    const missing = Object.entries(needed).find(([name]) => values[name] === null || values[name] === undefined)
    if (missing === undefined) return void this.rows.push({ kind, position, values })
    const [, field] = missing
    const stated = textAt(value, field)
    const message = stated === null ? `the item has no ${field}` : `${field} '${stated.slice(0, 60)}' cannot be kept exactly`
    const problem = { position, field, code: stated === null ? 'table/missing-value' : 'amount-unreadable', message }
    this.rejected.push({ position, text: JSON.stringify(value).slice(0, 4000), problem })
  }
}

/** The first of some fields that is there, in the item or in the header above it. */
export function odataText({ header }: OdataDocument, item: JsonValue, ...fields: string[]): string | null {
  for (const field of fields) {
    const text = textAt(item, field) ?? textAt(header, field)
    if (text !== null) return text
  }
  return null
}

export function odataDate(document: OdataDocument, item: JsonValue, ...fields: string[]): string | null {
  for (const field of fields) {
    const day = odataDay(odataText(document, item, field))
    if (day !== null) return day
  }
  return null
}

export function odataDecimal(item: JsonValue, ...fields: string[]): string | null {
  for (const field of fields) {
    const text = textAt(item, field)
    const decimal = text === null ? null : readAmount(text, 'point')
    if (decimal !== null) return decimal
  }
  return null
}

export function odataMinor(item: JsonValue, currency: string | null, ...fields: string[]): string | null {
  return toMinorText(odataDecimal(item, ...fields), currency)
}

export function odataWhole(item: JsonValue, ...fields: string[]): string | null {
  const decimal = odataDecimal(item, ...fields)
  return decimal === null ? null : toWholeText(decimal)
}
